package vendorlint.rules.termination_vendor_notice_days_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.termination_vendor_notice_days

found(facts, settings) := cases.brief(findings) if {
	findings := termination_vendor_notice_days.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("termination-vendor-notice-days", settings)
}

test_the_limit_passes if {
	facts := {"termination": {"vendor_notice_days": cases.states(30)}}
	found(facts, {}) == set()
}

test_beyond_the_limit if {
	facts := {"termination": {"vendor_notice_days": cases.states(29)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may end the agreement at 29 days' notice; at least 30 are required",
	]}
}

test_a_value_below_zero if {
	facts := {"termination": {"vendor_notice_days": cases.states(-1)}}
	found(facts, {}) == {["error", "stated", "The vendor's notice is not a number of days"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"termination": {"vendor_notice_days": cases.states("30")}}
	found(facts, {}) == {["error", "stated", "The vendor's notice is not a number of days"]}
}

test_conflict_never_passes if {
	facts := {"termination": {"vendor_notice_days": cases.disagrees(1, 30)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how many days before it ends the agreement the vendor says so",
	]}
}

test_the_limit_is_the_policy_s if {
	facts := {"termination": {"vendor_notice_days": cases.states(30)}}
	found(facts, {"params": {"days": 31}}) == {[
		"error", "stated",
		"The vendor may end the agreement at 30 days' notice; at least 31 are required",
	]}
}

test_silence_counts_where_it_matters if {
	facts := {"termination": {"vendor_convenience": cases.states(true)}}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says how many days before it ends the agreement the vendor says so",
	]}
}

test_silence_elsewhere_passes if {
	facts := {}
	found(facts, {}) == set()
}
