package vendorlint.rules.change_exit_right_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.change_exit_right

found(facts, settings) := cases.brief(findings) if {
	findings := change_exit_right.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("change-exit-right", settings)
}

says(node) := {"change": {"exit_right": node}}

test_no_right_is_reported if {
	found(says(cases.states("none")), {}) == {[
		"error", "stated",
		"A change gives the customer no right to leave",
	]}
}

test_leaving_without_money_is_reported if {
	found(says(cases.states("no_refund")), {}) == {[
		"error", "stated",
		"Because of a change the customer may leave, and no clause gives its money back",
	]}
}

test_a_refund_passes if found(says(cases.states("refund")), {}) == set()

test_what_is_allowed_is_the_policy_s if {
	facts := says(cases.states("no_refund"))
	found(facts, {"params": {"allowed": ["refund", "no_refund"]}}) == set()
}

test_conflict_never_passes if {
	found(says(cases.disagrees("no_refund", "refund")), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer may leave because of a change",
	]}
}

test_silence_matters_where_the_vendor_may_change_the_terms if {
	found({"change": {"unilateral": cases.states(true)}}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the customer may leave because of a change",
	]}
}

test_silence_passes_where_it_may_not if found({"change": {"unilateral": cases.states(false)}}, {}) == set()

test_silence_passes_where_nothing_is_said_of_changes if found({}, {}) == set()
