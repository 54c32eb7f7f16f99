package vendorlint.rules.ai_human_review_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_human_review

found(facts, settings) := cases.brief(findings) if {
	findings := ai_human_review.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-human-review", settings)
}

says(node) := {"ai": {"human_review": node}}

test_quality_is_reported if {
	found(says(cases.states("quality")), {}) == {[
		"error", "stated",
		"People of the vendor may read prompts and output",
	]}
}

test_none_passes if found(says(cases.states("none")), {}) == set()

test_abuse_only_passes if found(says(cases.states("abuse_only")), {}) == set()

test_opt_out_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["abuse_only", "none"]}}
	found(says(cases.states("opt_out")), allowed) == {[
		"error", "stated",
		"People of the vendor may read prompts and output unless the customer objects",
	]}
}

test_abuse_only_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["opt_out", "none"]}}
	found(says(cases.states("abuse_only")), allowed) == {[
		"error", "stated",
		"People of the vendor may read prompts and output in cases of abuse, support or law",
	]}
}

test_a_value_that_nobody_knows_is_reported if {
	found(says(cases.states("other")), {}) == {[
		"error", "stated",
		"People of the vendor may read prompts and output",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees("quality", "none"))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether people of the vendor read prompts and output"]}
}

test_silence_is_an_info if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {[
		"info", "silent",
		"Found no clause that says whether people of the vendor read prompts and output",
	]}
}

test_silence_passes_without_ai_features if found({}, {}) == set()
