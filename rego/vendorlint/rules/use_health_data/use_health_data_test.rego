package vendorlint.rules.use_health_data_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.use_health_data

found(facts, settings) := cases.brief(findings) if {
	findings := use_health_data.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("use-health-data", settings)
}

says(node) := {"use": {"health_data": node}}

test_a_ban_is_reported if {
	found(says(cases.states("prohibited")), {}) == {[
		"error", "stated",
		"The terms bar protected health information from the service",
	]}
}

test_a_ban_passes_where_allowed if {
	found(says(cases.states("prohibited")), {"params": {"allowed": ["prohibited", "with_baa"]}}) == set()
}

test_under_an_agreement_passes if found(says(cases.states("with_baa")), {}) == set()

test_one_nobody_thought_of_is_reported if {
	found(says(cases.states("perhaps")), {}) == {[
		"error", "stated",
		"What the terms say of protected health information is not allowed",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees("prohibited", "with_baa")), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether protected health information may be put into the service",
	]}
}

test_silence_passes if found({}, {}) == set()
