package vendorlint.rules.data_subprocessor_notice_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subprocessor_notice_days

found(facts, settings) := cases.brief(findings) if {
	findings := data_subprocessor_notice_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subprocessor-notice-days", settings)
}

test_short_notice if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("general"),
		"subprocessor_notice_days": cases.states(29),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"A new sub-processor can start at 29 days' notice; at least 30 are required",
	]}
}

test_no_notice if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("general"),
		"subprocessor_notice_days": cases.states(0),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"A new sub-processor can start at 0 days' notice; at least 30 are required",
	]}
}

test_short_notice_whatever_the_authorisation if {
	facts := {"data": {"subprocessor_notice_days": cases.states(29)}}
	found(facts, {}) == {[
		"error", "stated",
		"A new sub-processor can start at 29 days' notice; at least 30 are required",
	]}
}

test_short_notice_with_an_authorisation_in_dispute if {
	facts := {"data": {
		"subprocessor_authorisation": cases.disagrees("general", "specific"),
		"subprocessor_notice_days": cases.states(29),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"A new sub-processor can start at 29 days' notice; at least 30 are required",
	]}
}

test_enough_notice_passes if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("general"),
		"subprocessor_notice_days": cases.states(30),
	}}
	found(facts, {}) == set()
}

test_consent_to_each_passes if {
	facts := {"data": {
		"subprocessor_authorisation": cases.states("specific"),
		"subprocessor_notice_days": cases.states(7),
	}}
	found(facts, {}) == set()
}

test_days_are_the_policy_s if {
	facts := {"data": {"subprocessor_notice_days": cases.states(30)}}
	found(facts, {"params": {"days": 60}}) == {[
		"error", "stated",
		"A new sub-processor can start at 30 days' notice; at least 60 are required",
	]}
}

test_fewer_days_pass_where_the_policy_says_so if {
	facts := {"data": {"subprocessor_notice_days": cases.states(14)}}
	found(facts, {"params": {"days": 14}}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subprocessor_notice_days": cases.states("30")}}
	found(facts, {}) == {["error", "stated", "The notice of a new sub-processor is not a number of days"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subprocessor_notice_days": cases.disagrees(10, 30)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days before a new sub-processor starts the customer is told",
	]}
}

test_silence_is_a_warning if {
	facts := {"data": {"subprocessor_authorisation": cases.states("general")}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says how many days before a new sub-processor starts the customer is told",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"data": {"subprocessor_authorisation": cases.states("general")}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_passes_where_each_needs_consent if {
	facts := {"data": {"subprocessor_authorisation": cases.states("specific")}}
	found(facts, {}) == set()
}

test_silence_on_sub_processors_altogether_passes if found({}, {}) == set()
