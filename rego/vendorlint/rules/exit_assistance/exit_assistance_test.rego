package vendorlint.rules.exit_assistance_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.exit_assistance

found(facts, settings) := cases.brief(findings) if {
	findings := exit_assistance.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("exit-assistance", settings)
}

says(node) := {"exit": {"assistance": node}}

test_none_is_reported if {
	found(says(cases.states("none")), {}) == {[
		"error", "stated",
		"The vendor gives no help with leaving",
	]}
}

test_free_passes if found(says(cases.states("free")), {}) == set()

test_paid_passes if found(says(cases.states("paid")), {}) == set()

test_paid_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["free"]}}
	found(says(cases.states("paid")), allowed) == {[
		"error", "stated",
		"Help with leaving has to be paid for",
	]}
}

test_free_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["paid"]}}
	found(says(cases.states("free")), allowed) == {[
		"error", "stated",
		"Help with leaving is free of charge",
	]}
}

test_a_value_that_nobody_knows_is_reported if {
	found(says(cases.states("other")), {}) == {[
		"error", "stated",
		"The vendor gives no help with leaving",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees("none", "free"))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the vendor helps with leaving"]}
}

test_silence_is_an_info if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor helps with leaving",
	]}
}
