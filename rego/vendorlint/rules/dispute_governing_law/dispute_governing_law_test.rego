package vendorlint.rules.dispute_governing_law_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.dispute_governing_law

found(facts, settings) := cases.brief(findings) if {
	findings := dispute_governing_law.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("dispute-governing-law", settings)
}

test_any_passes_by_default if {
	facts := {"dispute": {"governing_law": cases.states("US-DE")}}
	found(facts, {}) == set()
}

test_one_that_is_accepted if {
	facts := {"dispute": {"governing_law": cases.states("FR")}}
	found(facts, {"params": {"accepted": ["FR", "US"]}}) == set()
}

test_a_part_of_a_country_that_is_accepted if {
	facts := {"dispute": {"governing_law": cases.states("US-DE")}}
	found(facts, {"params": {"accepted": ["FR", "US"]}}) == set()
}

test_a_part_that_is_accepted if {
	facts := {"dispute": {"governing_law": cases.states("GB-ENG")}}
	found(facts, {"params": {"accepted": ["GB-ENG"]}}) == set()
}

test_one_that_is_not if {
	facts := {"dispute": {"governing_law": cases.states("US-DE")}}
	found(facts, {"params": {"accepted": ["FR"]}}) == {[
		"error", "stated",
		"The law of US-DE is not accepted; accepted are FR",
	]}
}

test_a_country_of_which_only_a_part_is_accepted if {
	facts := {"dispute": {"governing_law": cases.states("GB")}}
	found(facts, {"params": {"accepted": ["GB-ENG"]}}) == {[
		"error", "stated",
		"The law of GB is not accepted; accepted are GB-ENG",
	]}
}

test_a_value_of_another_type_is_reported if {
	problem := {["error", "stated", "The law is not a code of a country"]}
	every value in [33, true, ["FR"], {}, "", "France", "fr", "US-", "FR\n"] {
		facts := {"dispute": {"governing_law": cases.states(value)}}
		found(facts, {}) == problem
		found(facts, {"params": {"accepted": ["FR"]}}) == problem
	}
}

test_conflict_never_passes if {
	facts := {"dispute": {"governing_law": cases.disagrees("FR", "US-DE")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on which law governs the agreement"]}
}

test_silence if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says which law governs the agreement",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {}
	found(facts, {"on_silence": "pass"}) == set()
}
