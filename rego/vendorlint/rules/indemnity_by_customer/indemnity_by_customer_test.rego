package vendorlint.rules.indemnity_by_customer_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.indemnity_by_customer

found(facts, settings) := cases.brief(findings) if {
	findings := indemnity_by_customer.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("indemnity-by-customer", settings)
}

test_good_terms_pass if {
	facts := {"indemnity": {"by_customer": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"indemnity": {"by_customer": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The customer indemnifies the vendor"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"indemnity": {"by_customer": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The customer indemnifies the vendor"]}
}

test_conflict_never_passes if {
	facts := {"indemnity": {"by_customer": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the customer indemnifies the vendor"]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the customer indemnifies the vendor",
	]}
}
