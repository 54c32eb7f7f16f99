package vendorlint.rules.data_dpia_assistance_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_dpia_assistance

found(facts, settings) := cases.brief(findings) if {
	findings := data_dpia_assistance.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-dpia-assistance", settings)
}

test_good_terms if found({"data": {"dpia_assistance": cases.states(true)}}, {}) == set()

test_bad_terms if {
	facts := {"data": {"dpia_assistance": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The vendor does not help with data protection impact assessments"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"dpia_assistance": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The vendor does not help with data protection impact assessments"]}
}

test_conflict_never_passes if {
	facts := {"data": {"dpia_assistance": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor helps with data protection impact assessments",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor helps with data protection impact assessments",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
