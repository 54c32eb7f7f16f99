package vendorlint.rules.data_deletion_on_termination_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_deletion_on_termination

found(facts, settings) := cases.brief(findings) if {
	findings := data_deletion_on_termination.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-deletion-on-termination", settings)
}

test_bad_terms if {
	facts := {"data": {"deletion_on_termination": cases.states(false)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor does not undertake to delete the data at the end of the agreement",
	]}
}

test_good_terms if found({"data": {"deletion_on_termination": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"deletion_on_termination": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor does not undertake to delete the data at the end of the agreement",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"deletion_on_termination": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor deletes the data at the end of the agreement",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor deletes the data at the end of the agreement",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
