package vendorlint.rules.suspension_without_notice_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.suspension_without_notice

found(facts, settings) := cases.brief(findings) if {
	findings := suspension_without_notice.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("suspension-without-notice", settings)
}

test_good_terms_pass if {
	facts := {"suspension": {"without_notice": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"suspension": {"without_notice": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may suspend or limit the service at once or without notice, be it only in some cases",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"suspension": {"without_notice": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may suspend or limit the service at once or without notice, be it only in some cases",
	]}
}

test_conflict_never_passes if {
	facts := {"suspension": {"without_notice": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor tells the customer before it suspends the service",
	]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor tells the customer before it suspends the service",
	]}
}
