package vendorlint.rules.licence_ownership_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_ownership

found(facts, settings) := cases.brief(findings) if {
	findings := licence_ownership.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-ownership", settings)
}

test_bad_terms if {
	facts := {"licence": {"ownership_retained": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Ownership of customer content passes to the vendor"]}
}

test_good_terms if found({"licence": {"ownership_retained": cases.states(true)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"licence": {"ownership_retained": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on that the customer keeps ownership of its content",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says that the customer keeps ownership of its content",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
