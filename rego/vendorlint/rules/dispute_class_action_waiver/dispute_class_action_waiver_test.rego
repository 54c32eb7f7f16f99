package vendorlint.rules.dispute_class_action_waiver_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.dispute_class_action_waiver

found(facts, settings) := cases.brief(findings) if {
	findings := dispute_class_action_waiver.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("dispute-class-action-waiver", settings)
}

test_good_terms_pass if {
	facts := {"dispute": {"class_action_waiver": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"dispute": {"class_action_waiver": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The customer gives up class actions"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"dispute": {"class_action_waiver": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The customer gives up class actions"]}
}

test_conflict_never_passes if {
	facts := {"dispute": {"class_action_waiver": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether class actions are waived"]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether class actions are waived",
	]}
}
