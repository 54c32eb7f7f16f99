package vendorlint.rules.ai_training_exceptions_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_training_exceptions

found(facts, settings) := cases.brief(findings) if {
	findings := ai_training_exceptions.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-training-exceptions", settings)
}

says(node) := {"ai": {"training": {"exceptions": node}}}

test_an_exception_is_reported if {
	found(says(cases.states(["feedback", "free_tier"])), {}) == {[
		"error", "stated",
		"AI models may be trained with what is an exception: feedback, free tier",
	]}
}

test_an_exception_passes_where_the_policy_says_so if {
	found(says(cases.states(["feedback"])), {"params": {"allowed": ["feedback"]}}) == set()
}

test_what_is_beyond_is_reported if {
	found(says(cases.states(["beta", "feedback"])), {"params": {"allowed": ["feedback"]}}) == {[
		"error", "stated",
		"AI models may be trained with what is an exception: beta",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(["feedback"], ["beta"])), {}) == {[
		"error", "conflict",
		"Clauses disagree on what may train AI models although content may not",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	found({}, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says what may train AI models although content may not",
	]}
}
