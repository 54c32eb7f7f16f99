package vendorlint.rules.ai_training_personal_data_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_training_personal_data

found(facts, settings) := cases.brief(findings) if {
	findings := ai_training_personal_data.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-training-personal-data", settings)
}

test_prohibited_training_passes if {
	facts := {"ai": {"training": {"personal_data": cases.states("prohibited")}}}
	found(facts, {}) == set()
}

test_opt_in_passes if {
	facts := {"ai": {"training": {
		"personal_data": cases.states("conditional"),
		"consent": cases.states("opt_in"),
	}}}
	found(facts, {}) == set()
}

test_training_without_asking if {
	facts := {"ai": {"training": {"personal_data": cases.states("permitted"), "consent": cases.states("none")}}}
	found(facts, {}) == {[
		"error", "stated",
		"Personal data may be used to train AI models: the terms take the right without asking",
	]}
}

test_opt_out_passes_where_accepted if {
	facts := {"ai": {"training": {
		"personal_data": cases.states("conditional"),
		"consent": cases.states("opt_out"),
	}}}
	found(facts, {"params": {"consent": ["opt_in", "opt_out"]}}) == set()
}

test_conflict_never_passes if {
	facts := {"ai": {"training": {"personal_data": cases.disagrees("permitted", "prohibited")}}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may train AI models on personal data",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor may train AI models on personal data",
	]}
}
