package vendorlint.rules.data_subprocessor_liability_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subprocessor_liability

found(facts, settings) := cases.brief(findings) if {
	findings := data_subprocessor_liability.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subprocessor-liability", settings)
}

test_full_passes if found({"data": {"subprocessor_liability": cases.states("full")}}, {}) == set()

test_capped if {
	facts := {"data": {"subprocessor_liability": cases.states("capped")}}
	found(facts, {}) == {["error", "stated", "The vendor answers for its sub-processors up to a limit only"]}
}

test_none if {
	facts := {"data": {"subprocessor_liability": cases.states("none")}}
	found(facts, {}) == {["error", "stated", "The vendor does not answer for its sub-processors"]}
}

test_capped_passes_where_allowed if {
	facts := {"data": {"subprocessor_liability": cases.states("capped")}}
	found(facts, {"params": {"allowed": ["full", "capped"]}}) == set()
}

test_full_where_the_policy_asks_for_less if {
	facts := {"data": {"subprocessor_liability": cases.states("full")}}
	found(facts, {"params": {"allowed": ["capped"]}}) == {[
		"error", "stated",
		"The vendor answers for its sub-processors as for itself; the policy allows another value alone",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subprocessor_liability": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "What the vendor answers for is not known"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subprocessor_liability": cases.disagrees("full", "none")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor answers for its sub-processors",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor answers for its sub-processors",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
