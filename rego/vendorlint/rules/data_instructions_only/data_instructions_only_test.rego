package vendorlint.rules.data_instructions_only_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_instructions_only

found(facts, settings) := cases.brief(findings) if {
	findings := data_instructions_only.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-instructions-only", settings)
}

test_bad_terms if {
	facts := {"data": {"instructions_only": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Personal data may be processed without the customer's instructions"]}
}

test_good_terms if found({"data": {"instructions_only": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"instructions_only": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "Personal data may be processed without the customer's instructions"]}
}

test_conflict_never_passes if {
	facts := {"data": {"instructions_only": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether personal data is processed on the customer's instructions only",
	]}
}

test_silence_is_an_error if {
	facts := {}
	found(facts, {}) == {[
		"error", "silent",
		"Found no clause that says whether personal data is processed on the customer's instructions only",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
