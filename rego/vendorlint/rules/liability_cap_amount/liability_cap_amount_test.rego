package vendorlint.rules.liability_cap_amount_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_cap_amount

found(facts, settings) := cases.brief(findings) if {
	findings := liability_cap_amount.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("liability-cap-amount", settings)
}

test_low_amount if {
	facts := {"liability": {"cap_amount": cases.states("USD 100")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at USD 100; at least 100000 is required",
	]}
}

test_amount_just_below if {
	facts := {"liability": {"cap_amount": cases.states("EUR 99999.99")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at EUR 99999.99; at least 100000 is required",
	]}
}

test_no_liability_at_all if {
	facts := {"liability": {"cap_amount": cases.states("USD 0")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at USD 0; at least 100000 is required",
	]}
}

test_high_amount_passes if found({"liability": {"cap_amount": cases.states("EUR 100000")}}, {}) == set()

test_other_currencies_are_not_converted if found({"liability": {"cap_amount": cases.states("JPY 100000")}}, {}) == set()

test_amount_is_the_policy_s if {
	facts := {"liability": {"cap_amount": cases.states("EUR 100000")}}
	found(facts, {"params": {"amount": 1000000}}) == {[
		"error", "stated",
		"The vendor's liability is capped at EUR 100000; at least 1000000 is required",
	]}
}

test_less_passes_where_the_policy_says_so if {
	facts := {"liability": {"cap_amount": cases.states("USD 500")}}
	found(facts, {"params": {"amount": 500}}) == set()
}

test_months_of_fees_are_judged_elsewhere if {
	facts := {"liability": {"cap_amount": cases.states("USD 100"), "cap_months": cases.states(3)}}
	found(facts, {}) == set()
}

test_the_lower_of_an_amount_and_months_is_judged if {
	facts := {"liability": {
		"cap_amount": cases.states("USD 100"),
		"cap_months": cases.states(12),
		"cap_basis": cases.states(["lesser"]),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at USD 100; at least 100000 is required",
	]}
}

test_clauses_that_disagree_on_months_are_judged_elsewhere if {
	facts := {"liability": {"cap_amount": cases.states("USD 100"), "cap_months": cases.disagrees(3, 12)}}
	found(facts, {}) == set()
}

test_months_of_fees_that_are_not_sure_enough if {
	unsure := object.union(cases.states(12), {"confidence": "low"})
	facts := {"liability": {"cap_amount": cases.states("USD 100"), "cap_months": unsure}}
	found(facts, {}) == set()
	found(facts, {"min_confidence": "medium"}) == {[
		"error", "stated",
		"The vendor's liability is capped at USD 100; at least 100000 is required",
	]}
}

test_a_value_in_another_form_is_reported if {
	every value in ["100000", "$100000", "USD 1e9", "USD 0100000", "USD 100,000", "usd 100000", "USD -1", "USD", ""] {
		facts := {"liability": {"cap_amount": cases.states(value)}}
		found(facts, {}) == {["error", "stated", "The cap on the vendor's liability is not a currency and an amount"]}
	}
}

test_a_value_of_another_type_is_reported if {
	facts := {"liability": {"cap_amount": cases.states(100000)}}
	found(facts, {}) == {["error", "stated", "The cap on the vendor's liability is not a currency and an amount"]}
}

test_conflict_never_passes if {
	facts := {"liability": {"cap_amount": cases.disagrees("USD 100", "USD 1000000")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on what amount the vendor's liability is capped at",
	]}
}

test_conflict_never_passes_beside_months_of_fees if {
	facts := {"liability": {"cap_amount": cases.disagrees("USD 100", "EUR 5"), "cap_months": cases.states(12)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on what amount the vendor's liability is capped at",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says what amount the vendor's liability is capped at",
	]}
}

test_silence_passes_beside_months_of_fees if {
	facts := {"liability": {"cap_months": cases.states(12)}}
	found(facts, {"on_silence": "info"}) == set()
}
