package vendorlint.rules.ai_model_providers_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_model_providers

found(facts, settings) := cases.brief(findings) if {
	findings := ai_model_providers.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-model-providers", settings)
}

says(node) := {"ai": {"model_providers": node}}

test_unnamed_is_reported if {
	found(says(cases.states("unnamed")), {}) == {[
		"error", "stated",
		"The AI models are those of others, whom the terms do not name",
	]}
}

test_own_passes if found(says(cases.states("own")), {}) == set()

test_named_passes if found(says(cases.states("named")), {}) == set()

test_named_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["own"]}}
	found(says(cases.states("named")), allowed) == {[
		"error", "stated",
		"The AI models are those of others",
	]}
}

test_own_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["named"]}}
	found(says(cases.states("own")), allowed) == {[
		"error", "stated",
		"The AI models are the vendor's own",
	]}
}

test_a_value_that_nobody_knows_is_reported if {
	found(says(cases.states("other")), {}) == {[
		"error", "stated",
		"The AI models are those of others, whom the terms do not name",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees("unnamed", "own"))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on who provides the AI models"]}
}

test_silence_is_an_info if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {[
		"info", "silent",
		"Found no clause that says who provides the AI models",
	]}
}

test_silence_passes_without_ai_features if found({}, {}) == set()
