package vendorlint.rules.data_breach_notice_hours_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_breach_notice_hours

found(facts, settings) := cases.brief(findings) if {
	findings := data_breach_notice_hours.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-breach-notice-hours", settings)
}

test_late_notice if {
	facts := {"data": {"breach_notice": cases.states(true), "breach_notice_hours": cases.states(73)}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer is told of a breach within 73 hours; at most 72 are allowed",
	]}
}

test_notice_in_time_passes if {
	facts := {"data": {"breach_notice": cases.states(true), "breach_notice_hours": cases.states(72)}}
	found(facts, {}) == set()
}

test_notice_at_once_passes if found({"data": {"breach_notice_hours": cases.states(0)}}, {}) == set()

test_hours_are_the_policy_s if {
	facts := {"data": {"breach_notice_hours": cases.states(72)}}
	found(facts, {"params": {"hours": 24}}) == {[
		"error", "stated",
		"The customer is told of a breach within 72 hours; at most 24 are allowed",
	]}
}

test_more_hours_pass_where_the_policy_says_so if {
	facts := {"data": {"breach_notice_hours": cases.states(96)}}
	found(facts, {"params": {"hours": 96}}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"breach_notice_hours": cases.states("24")}}
	found(facts, {}) == {["error", "stated", "The time to the notice of a breach is not a number of hours"]}
}

test_a_value_below_zero_is_reported if {
	facts := {"data": {"breach_notice_hours": cases.states(-1)}}
	found(facts, {}) == {["error", "stated", "The time to the notice of a breach is not a number of hours"]}
}

test_conflict_never_passes if {
	facts := {"data": {"breach_notice_hours": cases.disagrees(24, 96)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many hours after a breach the customer is told",
	]}
}

test_silence_is_an_info if {
	facts := {"data": {"breach_notice": cases.states(true)}}
	found(facts, {}) == {[
		"info", "silent",
		"Found no clause that says how many hours after a breach the customer is told",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"data": {"breach_notice": cases.states(true)}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_passes_where_breaches_are_not_told if {
	facts := {"data": {"breach_notice": cases.states(false)}}
	found(facts, {}) == set()
}

test_silence_on_breaches_altogether_passes if found({}, {}) == set()
