package vendorlint.rules.exit_transition_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.exit_transition_days

found(facts, settings) := cases.brief(findings) if {
	findings := exit_transition_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("exit-transition-days", settings)
}

says(node) := {"exit": {"transition_days": node}}

test_short_transition_is_reported if {
	found(says(cases.states(89)), {}) == {[
		"error", "stated",
		"The time of transition is 89 days; at least 90 are required",
	]}
}

test_long_transition_passes if found(says(cases.states(90)), {}) == set()

test_days_are_the_policy_s if {
	found(says(cases.states(90)), {"params": {"days": 180}}) == {[
		"error", "stated",
		"The time of transition is 90 days; at least 180 are required",
	]}
}

test_a_value_of_another_type_is_reported if {
	found(says(cases.states("90")), {}) == {["error", "stated", "The time of transition is not a number of days"]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(30, 180)), {}) == {[
		"error", "conflict",
		"Clauses disagree on how long the service goes on while the customer moves",
	]}
}

test_silence_is_an_info if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says how long the service goes on while the customer moves",
	]}
}
