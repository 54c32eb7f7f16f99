package vendorlint.rules.data_retention_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_retention_days

found(facts, settings) := cases.brief(findings) if {
	findings := data_retention_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-retention-days", settings)
}

test_long_retention if {
	facts := {"data": {"retention_days": cases.states(91)}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer data is kept for 91 days after the end; at most 90 are allowed",
	]}
}

test_short_retention_passes if found({"data": {"retention_days": cases.states(90)}}, {}) == set()

test_no_retention_passes if found({"data": {"retention_days": cases.states(0)}}, {}) == set()

test_days_are_the_policy_s if {
	facts := {"data": {"retention_days": cases.states(90)}}
	found(facts, {"params": {"days": 30}}) == {[
		"error", "stated",
		"Customer data is kept for 90 days after the end; at most 30 are allowed",
	]}
}

test_more_days_pass_where_the_policy_says_so if {
	facts := {"data": {"retention_days": cases.states(180)}}
	found(facts, {"params": {"days": 180}}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"retention_days": cases.states("30")}}
	found(facts, {}) == {[
		"error", "stated",
		"The time for which customer data is kept after the end is not a number of days",
	]}
}

test_a_value_below_zero_is_reported if {
	facts := {"data": {"retention_days": cases.states(-1)}}
	found(facts, {}) == {[
		"error", "stated",
		"The time for which customer data is kept after the end is not a number of days",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"retention_days": cases.disagrees(30, 365)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days after the end customer data is kept",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says how many days after the end customer data is kept",
	]}
}
