package vendorlint.rules.sla_credits_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.sla_credits

found(facts, settings) := cases.brief(findings) if {
	findings := sla_credits.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("sla-credits", settings)
}

says(node) := {"sla": {"credits": node}}

test_no_credits_are_reported if {
	found(says(cases.states(false)), {}) == {[
		"error", "stated",
		"An outage gives the customer no credit",
	]}
}

test_credits_pass if found(says(cases.states(true)), {}) == set()

test_conflict_never_passes if {
	found(says(cases.disagrees(false, true)), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer gets credits for missed service levels",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the customer gets credits for missed service levels",
	]}
}
