package vendorlint.rules.licence_feedback_assigned_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_feedback_assigned

found(facts, settings) := cases.brief(findings) if {
	findings := licence_feedback_assigned.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-feedback-assigned", settings)
}

test_assigned if {
	facts := {"licence": {"feedback": cases.states("assigned")}}
	found(facts, {}) == {["error", "stated", "Ownership of the customer's feedback passes to the vendor"]}
}

test_licensed_passes if found({"licence": {"feedback": cases.states("licensed")}}, {}) == set()

test_conflict_never_passes if {
	facts := {"licence": {"feedback": cases.disagrees("assigned", "licensed")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on what becomes of the customer's feedback"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says what becomes of the customer's feedback",
	]}
}
