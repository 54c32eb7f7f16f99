package vendorlint.rules.ai_training_opt_in_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_training_opt_in

found(facts, settings) := cases.brief(findings) if {
	findings := ai_training_opt_in.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-training-opt-in", settings)
}

test_prohibited_training_passes if {
	facts := {"ai": {"training": {"customer_content": cases.states("prohibited")}}}
	found(facts, {}) == set()
}

test_opt_in_passes if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("conditional"),
		"consent": cases.states("opt_in"),
	}}}
	found(facts, {}) == set()
}

test_training_without_asking if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("permitted"),
		"consent": cases.states("none"),
	}}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be used to train AI models: the terms take the right without asking",
	]}
}

test_deemed_consent if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("permitted"),
		"consent": cases.states("deemed"),
	}}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be used to train AI models: using the service counts as consent",
	]}
}

test_opt_out if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("conditional"),
		"consent": cases.states("opt_out"),
	}}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be used to train AI models under conditions: the customer has to opt out",
	]}
}

test_consent_not_mentioned if {
	facts := {"ai": {"training": {"customer_content": cases.states("permitted")}}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be used to train AI models: no clause was found by which anyone is asked first",
	]}
}

test_clauses_disagree_on_consent if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("permitted"),
		"consent": cases.disagrees("opt_in", "opt_out"),
	}}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be used to train AI models: clauses disagree on how the customer is asked",
	]}
}

test_opt_out_passes_where_accepted if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("conditional"),
		"consent": cases.states("opt_out"),
	}}}
	found(facts, {"params": {"consent": ["opt_in", "opt_out"]}}) == set()
}

test_opt_in_is_found_where_training_is_banned if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("conditional"),
		"consent": cases.states("opt_in"),
	}}}
	found(facts, {"params": {"consent": []}}) == {[
		"error", "stated",
		"Customer content may be used to train AI models under conditions: once the customer opts in",
	]}
}

test_other_data_only_where_the_policy_names_it if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("prohibited"),
		"personal_data": cases.states("permitted"),
	}}}
	found(facts, {}) == set()
}

test_personal_data if {
	facts := {"ai": {"training": {
		"customer_content": cases.states("prohibited"),
		"personal_data": cases.states("permitted"),
	}}}
	found(facts, {"params": {"data": ["customer_content", "personal_data"]}}) == {[
		"error", "stated",
		"Personal data may be used to train AI models: no clause was found by which anyone is asked first",
	]}
}

test_conflict_never_passes if {
	facts := {"ai": {"training": {"customer_content": cases.disagrees("permitted", "prohibited")}}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may train AI models on customer content",
	]}
}

test_silence_is_a_warning if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor may train AI models on customer content",
	]}
}

test_silence_where_no_ai_is_named_is_told_and_no_more if {
	facts := {}
	found(facts, {}) == {[
		"info", "silent",
		"Found no AI in the service, and no clause that says whether the vendor may train AI models on customer content",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
