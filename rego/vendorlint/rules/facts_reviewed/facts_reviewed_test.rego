package vendorlint.rules.facts_reviewed_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.facts_reviewed

found(facts) := cases.brief(findings) if {
	findings := facts_reviewed.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("facts-reviewed", {})
}

reviewed(status) := object.union(cases.states(true), {"review": {"status": status, "by": "legal"}})

terms := cases.states("terms_of_service")

test_what_nobody_reviewed if {
	found({"document": {"type": terms}}) == {["error", "stated", "Nobody has reviewed a fact: document.type"]}
	found({"ai": {"features": reviewed("confirmed"), "training": {"consent": reviewed("open")}}}) == {[
		"error", "stated", "Nobody has reviewed a fact: ai.training.consent",
	]}
}

test_a_stale_review_is_none if {
	found({"ai": {"features": reviewed("stale"), "training": {"consent": cases.disagrees(true, false)}}}) == {[
		"error", "stated", "Nobody has reviewed 2 facts: ai.features, ai.training.consent",
	]}
}

test_of_many_the_first_are_named if {
	names := {name: terms | some name in ["a", "b", "c", "d", "e", "f", "g"]}
	found({"data": names}) == {[
		"error", "stated", "Nobody has reviewed 7 facts: data.a, data.b, data.c, data.d, data.e and 2 more",
	]}
}

test_each_with_its_first_clause if {
	facts := {"data": {"dpa": cases.states(true), "audit": cases.disagrees(1, 2)}}
	findings := facts_reviewed.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("facts-reviewed", {})
	{each.evidence | some each in findings} == {[cases.clause("It is 1."), cases.clause("It is true.")]}
}

test_what_a_person_confirmed_or_overrode if {
	found({"ai": {"features": reviewed("confirmed")}, "data": {"dpa": reviewed("overridden")}}) == set()
}

test_what_a_person_says_is_not_there if {
	gone := {"not_there": true, "review": {"status": "overridden", "by": "legal"}}
	found({"ai": {"training": {"consent": gone}}, "data": {"dpa": gone}}) == set()
}

test_terms_that_state_nothing if {
	found({}) == set()
	found({"data": {"dpa": {}}}) == set()
}

test_what_is_no_fact if {
	found("a text") == set()
	found({"data": 5, "ai": {"training": 5, "features": null}}) == set()
}
