package vendorlint.rules.data_subject_assistance_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subject_assistance

found(facts, settings) := cases.brief(findings) if {
	findings := data_subject_assistance.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subject-assistance", settings)
}

test_bad_terms if {
	facts := {"data": {"subject_assistance": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The vendor does not help to answer data subjects' requests"]}
}

test_good_terms if found({"data": {"subject_assistance": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subject_assistance": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The vendor does not help to answer data subjects' requests"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subject_assistance": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor helps to answer data subjects' requests",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor helps to answer data subjects' requests",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
