package vendorlint.rules.term_auto_renewal_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.term_auto_renewal

found(facts, settings) := cases.brief(findings) if {
	findings := term_auto_renewal.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("term-auto-renewal", settings)
}

test_good_terms_pass if {
	facts := {"term": {"auto_renewal": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"term": {"auto_renewal": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The agreement renews by itself"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"term": {"auto_renewal": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The agreement renews by itself"]}
}

test_conflict_never_passes if {
	facts := {"term": {"auto_renewal": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the agreement renews by itself"]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the agreement renews by itself",
	]}
}
