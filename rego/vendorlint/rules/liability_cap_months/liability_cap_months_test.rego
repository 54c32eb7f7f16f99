package vendorlint.rules.liability_cap_months_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_cap_months

found(facts, settings) := cases.brief(findings) if {
	findings := liability_cap_months.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("liability-cap-months", settings)
}

test_the_limit_passes if {
	facts := {"liability": {"cap_months": cases.states(12)}}
	found(facts, {}) == set()
}

test_beyond_the_limit if {
	facts := {"liability": {"cap_months": cases.states(11)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at 11 months of fees; at least 12 are required",
	]}
}

test_a_value_below_zero if {
	facts := {"liability": {"cap_months": cases.states(-1)}}
	found(facts, {}) == {["error", "stated", "The cap is not a number of months of fees"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"liability": {"cap_months": cases.states("12")}}
	found(facts, {}) == {["error", "stated", "The cap is not a number of months of fees"]}
}

test_conflict_never_passes if {
	facts := {"liability": {"cap_months": cases.disagrees(1, 12)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on at how many months of fees the vendor's liability is capped",
	]}
}

test_the_limit_is_the_policy_s if {
	facts := {"liability": {"cap_months": cases.states(12)}}
	found(facts, {"params": {"months": 13}}) == {[
		"error", "stated",
		"The vendor's liability is capped at 12 months of fees; at least 13 are required",
	]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_an_amount_beside_them_is_told if {
	facts := {"liability": {"cap_months": cases.states(3), "cap_amount": cases.states("USD 500")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's liability is capped at 3 months of fees, beside an amount of USD 500; at least 12 are required",
	]}
}
