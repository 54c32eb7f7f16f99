package vendorlint.rules.assignment_without_consent_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.assignment_without_consent

found(facts, settings) := cases.brief(findings) if {
	findings := assignment_without_consent.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("assignment-without-consent", settings)
}

test_good_terms_pass if {
	facts := {"assignment": {"vendor_without_consent": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"assignment": {"vendor_without_consent": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may assign the agreement without consent, be it only to an affiliate or a successor",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"assignment": {"vendor_without_consent": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may assign the agreement without consent, be it only to an affiliate or a successor",
	]}
}

test_conflict_never_passes if {
	facts := {"assignment": {"vendor_without_consent": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may pass the agreement on without consent",
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
		"Found no clause that says whether the vendor may pass the agreement on without consent",
	]}
}
