package vendorlint.rules.term_price_change_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.term_price_change

found(facts, settings) := cases.brief(findings) if {
	findings := term_price_change.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("term-price-change", settings)
}

test_capped_passes if {
	facts := {"term": {"price_change": cases.states("capped")}}
	found(facts, {}) == set()
}

test_fixed_passes if {
	facts := {"term": {"price_change": cases.states("fixed")}}
	found(facts, {}) == set()
}

test_unilateral if {
	facts := {"term": {"price_change": cases.states("unilateral")}}
	found(facts, {}) == {["error", "stated", "The vendor may raise prices, and no limit to a rise was found"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"term": {"price_change": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The prices can change in a way that is not allowed"]}
}

test_conflict_never_passes if {
	facts := {"term": {"price_change": cases.disagrees("unilateral", "fixed")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the vendor may raise prices"]}
}

test_unilateral_passes_where_allowed if {
	facts := {"term": {"price_change": cases.states("unilateral")}}
	found(facts, {"params": {"allowed": ["unilateral"]}}) == set()
}

test_capped_where_the_policy_does_not_allow_it if {
	facts := {"term": {"price_change": cases.states("capped")}}
	found(facts, {"params": {"allowed": ["unilateral", "fixed"]}}) == {[
		"error", "stated",
		"The prices can change in a way that is not allowed",
	]}
}

test_fixed_where_the_policy_does_not_allow_it if {
	facts := {"term": {"price_change": cases.states("fixed")}}
	found(facts, {"params": {"allowed": ["unilateral", "capped"]}}) == {[
		"error", "stated",
		"The prices can change in a way that is not allowed",
	]}
}

test_silence if {
	facts := {}
	found(facts, {}) == {["info", "silent", "Found no clause that says whether the vendor may raise prices"]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {}
	found(facts, {"on_silence": "pass"}) == set()
}
