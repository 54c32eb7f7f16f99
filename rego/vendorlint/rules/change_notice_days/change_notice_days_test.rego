package vendorlint.rules.change_notice_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.change_notice_days

found(facts, settings) := cases.brief(findings) if {
	findings := change_notice_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("change-notice-days", settings)
}

test_short_notice if {
	facts := {"change": {"unilateral": cases.states(true), "notice_days": cases.states(7)}}
	found(facts, {}) == {["error", "stated", "The terms can change at 7 days' notice; at least 30 are required"]}
}

test_enough_notice_passes if {
	facts := {"change": {"unilateral": cases.states(true), "notice_days": cases.states(30)}}
	found(facts, {}) == set()
}

test_agreement_passes if {
	facts := {"change": {"unilateral": cases.states(false), "notice_days": cases.states(7)}}
	found(facts, {}) == set()
}

test_days_are_the_policy_s if {
	facts := {"change": {"notice_days": cases.states(30)}}
	found(facts, {"params": {"days": 60}}) == {[
		"error", "stated",
		"The terms can change at 30 days' notice; at least 60 are required",
	]}
}

test_conflict_never_passes if {
	facts := {"change": {"notice_days": cases.disagrees(7, 30)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days before a change the customer is told",
	]}
}

test_silence_is_a_warning if {
	facts := {"change": {"unilateral": cases.states(true)}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says how many days before a change the customer is told",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"change": {"unilateral": cases.states(true)}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_on_changes_altogether_passes if found({}, {}) == set()

test_no_notice_at_all_is_told_by_another_rule if {
	facts := {"change": {"unilateral": cases.states(true), "notice": cases.states("none")}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says how many days before a change the customer is told",
	]}
	both := object.union(
		cases.policy("change-notice-days", {}),
		{"requirements": object.union(
			cases.policy("change-notice-days", {}).requirements,
			cases.policy("change-unilateral-without-advance-notice", {}).requirements,
		)},
	)
	findings := change_notice_days.deny with input as cases.terms(facts) with data.vendorlint_data as both
	findings == set()
}
