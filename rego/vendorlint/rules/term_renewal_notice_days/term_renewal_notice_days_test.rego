package vendorlint.rules.term_renewal_notice_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.term_renewal_notice_days

found(facts, settings) := cases.brief(findings) if {
	findings := term_renewal_notice_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("term-renewal-notice-days", settings)
}

test_the_limit_passes if {
	facts := {"term": {"renewal_notice_days": cases.states(60)}}
	found(facts, {}) == set()
}

test_beyond_the_limit if {
	facts := {"term": {"renewal_notice_days": cases.states(61)}}
	found(facts, {}) == {[
		"error", "stated",
		"Non-renewal must be notified 61 days before the end; at most 60 are allowed",
	]}
}

test_a_value_below_zero if {
	facts := {"term": {"renewal_notice_days": cases.states(-1)}}
	found(facts, {}) == {["error", "stated", "The notice of non-renewal is not a number of days"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"term": {"renewal_notice_days": cases.states("60")}}
	found(facts, {}) == {["error", "stated", "The notice of non-renewal is not a number of days"]}
}

test_conflict_never_passes if {
	facts := {"term": {"renewal_notice_days": cases.disagrees(1, 60)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days before the end of the term non-renewal must be notified",
	]}
}

test_the_limit_is_the_policy_s if {
	facts := {"term": {"renewal_notice_days": cases.states(60)}}
	found(facts, {"params": {"days": 59}}) == {[
		"error", "stated",
		"Non-renewal must be notified 60 days before the end; at most 59 are allowed",
	]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}
