package vendorlint.rules.payment_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.payment_days

found(facts, settings) := cases.brief(findings) if {
	findings := payment_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("payment-days", settings)
}

says(node) := {"payment": {"days": node}}

test_the_limit_passes if found(says(cases.states(30)), {}) == set()

test_beyond_the_limit if {
	found(says(cases.states(29)), {}) == {[
		"error", "stated",
		"Invoices are due after 29 days; at least 30 are required",
	]}
}

test_a_value_below_zero if {
	found(says(cases.states(-1)), {}) == {[
		"error", "stated",
		"The time to pay an invoice is not a number of days",
	]}
}

test_a_value_of_another_type_is_reported if {
	found(says(cases.states("30")), {}) == {[
		"error", "stated",
		"The time to pay an invoice is not a number of days",
	]}
}

test_the_limit_is_the_policy_s if {
	found(says(cases.states(30)), {"params": {"days": 45}}) == {[
		"error", "stated",
		"Invoices are due after 30 days; at least 45 are required",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(10, 30)), {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days there are to pay an invoice",
	]}
}

test_silence_passes if found({}, {}) == set()
