package vendorlint.rules.security_encryption_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.security_encryption

found(facts, settings) := cases.brief(findings) if {
	findings := security_encryption.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("security-encryption", settings)
}

test_both_pass if found({"security": {"encryption": cases.states(["in_transit", "at_rest"])}}, {}) == set()

test_end_to_end_counts_as_in_transit if {
	facts := {"security": {"encryption": cases.states(["at_rest", "end_to_end"])}}
	found(facts, {}) == set()
}

test_in_transit_only if {
	facts := {"security": {"encryption": cases.states(["in_transit"])}}
	found(facts, {}) == {["error", "stated", "Found no clause that says that customer data is encrypted at rest"]}
}

test_at_rest_only if {
	facts := {"security": {"encryption": cases.states(["at_rest"])}}
	found(facts, {}) == {[
		"error", "stated",
		"Found no clause that says that customer data is encrypted in transit",
	]}
}

test_end_to_end_only if {
	facts := {"security": {"encryption": cases.states(["end_to_end"])}}
	found(facts, {}) == {["error", "stated", "Found no clause that says that customer data is encrypted at rest"]}
}

test_in_transit_passes_where_the_policy_asks_no_more if {
	facts := {"security": {"encryption": cases.states(["in_transit"])}}
	found(facts, {"params": {"required": ["in_transit"]}}) == set()
}

test_end_to_end_where_the_policy_asks_for_it if {
	facts := {"security": {"encryption": cases.states(["in_transit", "at_rest"])}}
	found(facts, {"params": {"required": ["end_to_end"]}}) == {[
		"error", "stated",
		"Found no clause that says that customer data is encrypted end to end",
	]}
}

test_no_encryption_is_reported if {
	facts := {"security": {"encryption": cases.states([])}}
	found(facts, {}) == {[
		"error", "stated",
		"Found no clause that says that customer data is encrypted in transit, at rest",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"security": {"encryption": cases.states("at_rest")}}
	found(facts, {}) == {[
		"error", "stated",
		"Found no clause that says that customer data is encrypted in transit, at rest",
	]}
}

test_encryption_nobody_thought_of_is_reported if {
	facts := {"security": {"encryption": cases.states(["in_use"])}}
	found(facts, {}) == {[
		"error", "stated",
		"Found no clause that says that customer data is encrypted in transit, at rest",
	]}
}

test_conflict_never_passes if {
	facts := {"security": {"encryption": cases.disagrees(["in_transit"], ["at_rest"])}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how customer data is encrypted"]}
}

test_silence_is_an_info if {
	facts := {}
	found(facts, {}) == {["info", "silent", "Found no clause that says how customer data is encrypted"]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
