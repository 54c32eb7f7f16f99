package vendorlint.rules.consent_withdrawal_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.consent_withdrawal

found(facts, settings) := cases.brief(findings) if {
	findings := consent_withdrawal.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("consent-withdrawal", settings)
}

test_bad_terms if {
	facts := {"consent": {"withdrawal": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Consent to the processing of data cannot be withdrawn"]}
}

test_good_terms if found({"consent": {"withdrawal": cases.states(true)}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"consent": {"withdrawal": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "Consent to the processing of data cannot be withdrawn"]}
}

test_conflict_never_passes if {
	facts := {"consent": {"withdrawal": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether consent to the processing of data can be withdrawn",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether consent to the processing of data can be withdrawn",
	]}
}
