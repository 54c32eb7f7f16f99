package vendorlint.rules.ai_automated_decisions_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_automated_decisions

found(facts, settings) := cases.brief(findings) if {
	findings := ai_automated_decisions.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-automated-decisions", settings)
}

test_bad_terms if {
	facts := {"ai": {"automated_decisions": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "Decisions about people are made by automated means"]}
}

test_good_terms if found({"ai": {"automated_decisions": cases.states(false)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"ai": {"automated_decisions": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether decisions about people are automated"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether decisions about people are automated",
	]}
}
