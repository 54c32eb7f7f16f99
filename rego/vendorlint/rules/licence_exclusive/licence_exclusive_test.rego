package vendorlint.rules.licence_exclusive_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_exclusive

found(facts, settings) := cases.brief(findings) if {
	findings := licence_exclusive.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-exclusive", settings)
}

test_bad_terms if {
	facts := {"licence": {"exclusive": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The licence to customer content is exclusive"]}
}

test_good_terms if found({"licence": {"exclusive": cases.states(false)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"licence": {"exclusive": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the licence to customer content is exclusive",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the licence to customer content is exclusive",
	]}
}
