package vendorlint.rules.ai_prompt_retention_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_prompt_retention

found(facts, settings) := cases.brief(findings) if {
	findings := ai_prompt_retention.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-prompt-retention", settings)
}

says(node) := {"ai": {"prompt_retention_days": node}}

test_long_retention_is_reported if {
	found(says(cases.states(31)), {}) == {[
		"error", "stated",
		"Prompts and output are kept for 31 days; at most 30 are allowed",
	]}
}

test_short_retention_passes if found(says(cases.states(30)), {}) == set()

test_no_retention_passes if found(says(cases.states(0)), {}) == set()

test_days_are_the_policy_s if {
	found(says(cases.states(30)), {"params": {"days": 0}}) == {[
		"error", "stated",
		"Prompts and output are kept for 30 days; at most 0 are allowed",
	]}
}

test_a_value_of_another_type_is_reported if {
	found(says(cases.states("30")), {}) == {[
		"error", "stated",
		"The time for which prompts are kept is not a number of days",
	]}
}

test_a_value_below_zero_is_reported if {
	found(says(cases.states(-1)), {}) == {[
		"error", "stated",
		"The time for which prompts are kept is not a number of days",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees(365, 30))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how long prompts and output are kept"]}
}

test_silence_is_an_info if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {["info", "silent", "Found no clause that says how long prompts and output are kept"]}
}

test_silence_passes_without_ai_features if found({}, {}) == set()
