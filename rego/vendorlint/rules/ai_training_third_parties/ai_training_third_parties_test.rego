package vendorlint.rules.ai_training_third_parties_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_training_third_parties

found(facts, settings) := cases.brief(findings) if {
	findings := ai_training_third_parties.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-training-third-parties", settings)
}

test_prohibited_training_passes if {
	facts := {"ai": {"training": {"third_parties": cases.states("prohibited")}}}
	found(facts, {}) == set()
}

test_permitted_training if {
	facts := {"ai": {"training": {"third_parties": cases.states("permitted")}}}
	found(facts, {}) == {["error", "stated", "Third parties may train their AI models on customer data"]}
}

test_conflict_never_passes if {
	facts := {"ai": {"training": {"third_parties": cases.disagrees("permitted", "prohibited")}}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether third parties may train their AI models on customer data",
	]}
}

test_silence_is_a_warning if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether third parties may train their AI models on customer data",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_passes_without_ai_features if found({}, {}) == set()
