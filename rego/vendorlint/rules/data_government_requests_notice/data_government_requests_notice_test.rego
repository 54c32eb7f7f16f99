package vendorlint.rules.data_government_requests_notice_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_government_requests_notice

found(facts, settings) := cases.brief(findings) if {
	findings := data_government_requests_notice.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-government-requests-notice", settings)
}

test_bad_terms if {
	facts := {"data": {"government_requests_notice": cases.states(false)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may disclose data to authorities without telling the customer",
	]}
}

test_good_terms if found({"data": {"government_requests_notice": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"government_requests_notice": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may disclose data to authorities without telling the customer",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"government_requests_notice": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the customer is told before data is disclosed to authorities",
	]}
}

test_silence_is_an_info if {
	facts := {}
	found(facts, {}) == {[
		"info", "silent",
		"Found no clause that says whether the customer is told before data is disclosed to authorities",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
