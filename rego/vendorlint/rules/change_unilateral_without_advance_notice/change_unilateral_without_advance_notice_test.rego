package vendorlint.rules.change_unilateral_without_advance_notice_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.change_unilateral_without_advance_notice

found(facts, settings) := cases.brief(findings) if {
	findings := change_unilateral_without_advance_notice.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("change-unilateral-without-advance-notice", settings)
}

test_notice_on_posting if {
	facts := {"change": {"unilateral": cases.states(true), "notice": cases.states("on_posting")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may change the terms on its own without notice in advance",
	]}
}

test_no_notice if {
	facts := {"change": {"notice": cases.states("none")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may change the terms on its own without notice in advance",
	]}
}

test_advance_notice_passes if {
	facts := {"change": {"unilateral": cases.states(true), "notice": cases.states("advance")}}
	found(facts, {}) == set()
}

test_agreement_passes if {
	facts := {"change": {"unilateral": cases.states(false), "notice": cases.states("on_posting")}}
	found(facts, {}) == set()
}

test_conflict_never_passes if {
	facts := {"change": {"notice": cases.disagrees("advance", "on_posting")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer is told before the vendor changes the terms",
	]}
}

test_silence_is_a_warning if {
	facts := {"change": {"unilateral": cases.states(true)}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the customer is told before the vendor changes the terms",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"change": {"unilateral": cases.states(true)}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_on_changes_altogether_passes if found({}, {}) == set()

test_silence_after_agreement_passes if found({"change": {"unilateral": cases.states(false)}}, {}) == set()

test_agreement_that_may_be_taken_back if {
	doubts := {"doubts": {"evidence": [cases.clause("Save for the price list.")]}}
	facts := {"change": {"unilateral": object.union(cases.states(false), doubts)}}
	found(facts, {}) == {[
		"warning", "stated",
		concat(" ", [
			"What was found on whether the vendor may change the terms on its own",
			"may be taken back by another clause, which a person should read",
		]),
	]}
}
