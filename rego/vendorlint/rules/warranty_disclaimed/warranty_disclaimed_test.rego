package vendorlint.rules.warranty_disclaimed_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.warranty_disclaimed

found(facts, settings) := cases.brief(findings) if {
	findings := warranty_disclaimed.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("warranty-disclaimed", settings)
}

test_good_terms_pass if {
	facts := {"warranty": {"disclaimed": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"warranty": {"disclaimed": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The service is provided as is, or implied warranties are disclaimed",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"warranty": {"disclaimed": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"The service is provided as is, or implied warranties are disclaimed",
	]}
}

test_conflict_never_passes if {
	facts := {"warranty": {"disclaimed": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether warranties are disclaimed"]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether warranties are disclaimed",
	]}
}
