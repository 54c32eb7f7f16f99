package vendorlint.rules.data_subprocessor_objection_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subprocessor_objection

found(facts, settings) := cases.brief(findings) if {
	findings := data_subprocessor_objection.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subprocessor-objection", settings)
}

test_bad_terms if {
	facts := {"data": {"subprocessor_objection": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The customer cannot object to a new sub-processor"]}
}

test_bad_terms_where_each_needs_consent if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("specific"),
		"subprocessor_objection": cases.states(false),
	}}
	found(facts, {}) == {["error", "stated", "The customer cannot object to a new sub-processor"]}
}

test_good_terms if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("general"),
		"subprocessor_objection": cases.states(true),
	}}
	found(facts, {}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subprocessor_objection": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The customer cannot object to a new sub-processor"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subprocessor_objection": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer may object to a new sub-processor",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the customer may object to a new sub-processor",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()

test_silence_under_a_general_authorisation if {
	facts := {"data": {"subprocessor_authorisation": cases.states("general")}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the customer may object to a new sub-processor",
	]}
}

test_silence_with_an_authorisation_in_dispute if {
	facts := {"data": {"subprocessor_authorisation": cases.disagrees("general", "specific")}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the customer may object to a new sub-processor",
	]}
}

test_silence_passes_where_each_needs_consent if {
	facts := {"data": {"subprocessor_authorisation": cases.states("specific")}}
	found(facts, {}) == set()
}
