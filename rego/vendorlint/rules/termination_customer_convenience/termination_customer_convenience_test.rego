package vendorlint.rules.termination_customer_convenience_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.termination_customer_convenience

found(facts, settings) := cases.brief(findings) if {
	findings := termination_customer_convenience.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("termination-customer-convenience", settings)
}

test_good_terms_pass if {
	facts := {"termination": {"customer_convenience": cases.states(true)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"termination": {"customer_convenience": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The customer cannot end the agreement before the end of its term"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"termination": {"customer_convenience": cases.states("false")}}
	found(facts, {}) == {["error", "stated", "The customer cannot end the agreement before the end of its term"]}
}

test_conflict_never_passes if {
	facts := {"termination": {"customer_convenience": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer may end the agreement without cause",
	]}
}

test_silence if {
	facts := {}
	found(facts, {}) == {[
		"info", "silent",
		"Found no clause that says whether the customer may end the agreement without cause",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {}
	found(facts, {"on_silence": "pass"}) == set()
}
