package vendorlint.rules.ai_output_disclaimer_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_output_disclaimer

found(facts, settings) := cases.brief(findings) if {
	findings := ai_output_disclaimer.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-output-disclaimer", settings)
}

test_bad_terms if {
	facts := {"ai": {"output_disclaimer": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The terms warn that AI output may be wrong, or disclaim its accuracy",
	]}
}

test_good_terms if found({"ai": {"output_disclaimer": cases.states(false)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"ai": {"output_disclaimer": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether AI output may be wrong"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether AI output may be wrong",
	]}
}
