package vendorlint.rules.ai_competing_models_ban_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_competing_models_ban

found(facts, settings) := cases.brief(findings) if {
	findings := ai_competing_models_ban.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-competing-models-ban", settings)
}

test_bad_terms if {
	facts := {"ai": {"competing_models_ban": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer may not use the service or its output to build competing products or models",
	]}
}

test_good_terms if found({"ai": {"competing_models_ban": cases.states(false)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"ai": {"competing_models_ban": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether output may be used to build competing models",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether output may be used to build competing models",
	]}
}
