package vendorlint.rules.dispute_arbitration_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.dispute_arbitration

found(facts, settings) := cases.brief(findings) if {
	findings := dispute_arbitration.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("dispute-arbitration", settings)
}

test_optional_passes if {
	facts := {"dispute": {"arbitration": cases.states("optional")}}
	found(facts, {}) == set()
}

test_mandatory if {
	facts := {"dispute": {"arbitration": cases.states("mandatory")}}
	found(facts, {}) == {["error", "stated", "Disputes must go to arbitration"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"dispute": {"arbitration": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "Disputes go to arbitration in a way that is not allowed"]}
}

test_conflict_never_passes if {
	facts := {"dispute": {"arbitration": cases.disagrees("mandatory", "optional")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether disputes go to arbitration"]}
}

test_mandatory_passes_where_allowed if {
	facts := {"dispute": {"arbitration": cases.states("mandatory")}}
	found(facts, {"params": {"allowed": ["mandatory"]}}) == set()
}

test_optional_where_the_policy_does_not_allow_it if {
	facts := {"dispute": {"arbitration": cases.states("optional")}}
	found(facts, {"params": {"allowed": ["mandatory"]}}) == {[
		"error", "stated",
		"Disputes go to arbitration in a way that is not allowed",
	]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}
