package vendorlint.rules.data_dpa_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_dpa

found(facts, settings) := cases.brief(findings) if {
	findings := data_dpa.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-dpa", settings)
}

test_bad_terms if {
	facts := {"data": {"dpa": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "No data processing agreement is part of the terms"]}
}

test_good_terms if found({"data": {"dpa": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"dpa": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "No data processing agreement is part of the terms"]}
}

test_conflict_never_passes if {
	facts := {"data": {"dpa": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether a data processing agreement applies"]}
}

test_silence_is_an_error if {
	facts := {}
	found(facts, {}) == {[
		"error", "silent",
		"Found no clause that says whether a data processing agreement applies",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
