package vendorlint.rules.licence_irrevocable_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_irrevocable

found(facts, settings) := cases.brief(findings) if {
	findings := licence_irrevocable.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-irrevocable", settings)
}

test_bad_terms if {
	facts := {"licence": {"irrevocable": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The licence to customer content is irrevocable"]}
}

test_good_terms if found({"licence": {"irrevocable": cases.states(false)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"licence": {"irrevocable": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the licence to customer content can be revoked",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the licence to customer content can be revoked",
	]}
}
