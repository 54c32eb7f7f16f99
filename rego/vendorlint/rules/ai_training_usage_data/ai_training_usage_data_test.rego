package vendorlint.rules.ai_training_usage_data_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_training_usage_data

found(facts, settings) := cases.brief(findings) if {
	findings := ai_training_usage_data.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-training-usage-data", settings)
}

test_prohibited_training_passes if {
	facts := {"ai": {"training": {"usage_data": cases.states("prohibited")}}}
	found(facts, {}) == set()
}

test_permitted_training if {
	facts := {"ai": {"training": {"usage_data": cases.states("permitted")}}}
	found(facts, {}) == {["error", "stated", "Usage data may be used to train AI models"]}
}

test_conditional_training_passes if {
	facts := {"ai": {"training": {"usage_data": cases.states("conditional")}}}
	found(facts, {}) == set()
}

test_conditional_training_where_the_policy_bans_it if {
	facts := {"ai": {"training": {"usage_data": cases.states("conditional")}}}
	found(facts, {"params": {"allowed": ["prohibited"]}}) == {[
		"error", "stated",
		"Usage data may be used to train AI models under conditions",
	]}
}

test_conflict_never_passes if {
	facts := {"ai": {"training": {"usage_data": cases.disagrees("permitted", "prohibited")}}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may train AI models on usage data",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor may train AI models on usage data",
	]}
}
