package vendorlint.rules.data_personnel_confidentiality_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_personnel_confidentiality

found(facts, settings) := cases.brief(findings) if {
	findings := data_personnel_confidentiality.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-personnel-confidentiality", settings)
}

test_bad_terms if {
	facts := {"data": {"personnel_confidentiality": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The people who process the data are not bound to confidentiality"]}
}

test_good_terms if found({"data": {"personnel_confidentiality": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"personnel_confidentiality": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The people who process the data are not bound to confidentiality"]}
}

test_conflict_never_passes if {
	facts := {"data": {"personnel_confidentiality": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the people who process the data are bound to confidentiality",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the people who process the data are bound to confidentiality",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
