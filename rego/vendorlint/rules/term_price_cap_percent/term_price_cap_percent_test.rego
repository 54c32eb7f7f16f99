package vendorlint.rules.term_price_cap_percent_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.term_price_cap_percent

found(facts, settings) := cases.brief(findings) if {
	findings := term_price_cap_percent.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("term-price-cap-percent", settings)
}

says(node) := {"term": {"price_cap_percent": node}}

test_the_limit_passes if found(says(cases.states(5)), {}) == set()

test_beyond_the_limit if {
	found(says(cases.states(5.5)), {}) == {[
		"error", "stated",
		"Prices may rise by 5.5 percent; at most 5 are allowed",
	]}
}

test_a_value_below_zero if {
	found(says(cases.states(-1)), {}) == {[
		"error", "stated",
		"The ceiling on price increases is not a number of percent",
	]}
}

test_a_value_of_another_type_is_reported if {
	found(says(cases.states("5")), {}) == {[
		"error", "stated",
		"The ceiling on price increases is not a number of percent",
	]}
}

test_the_limit_is_the_policy_s if {
	found(says(cases.states(5)), {"params": {"percent": 4}}) == {[
		"error", "stated",
		"Prices may rise by 5 percent; at most 4 are allowed",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(3, 5)), {}) == {[
		"error", "conflict",
		"Clauses disagree on by how many percent prices may rise",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says by how many percent prices may rise",
	]}
}
