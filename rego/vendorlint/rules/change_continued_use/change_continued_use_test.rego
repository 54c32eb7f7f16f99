package vendorlint.rules.change_continued_use_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.change_continued_use

found(facts, settings) := cases.brief(findings) if {
	findings := change_continued_use.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("change-continued-use", settings)
}

test_continued_use if {
	facts := {"change": {"acceptance": cases.states("continued_use")}}
	message := "Going on using the service, or not objecting, counts as consent to changed terms"
	found(facts, {}) == {["error", "stated", message]}
}

test_explicit_acceptance_passes if found({"change": {"acceptance": cases.states("explicit")}}, {}) == set()

test_conflict_never_passes if {
	facts := {"change": {"acceptance": cases.disagrees("continued_use", "explicit")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how a changed version becomes binding"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says how a changed version becomes binding",
	]}
}
