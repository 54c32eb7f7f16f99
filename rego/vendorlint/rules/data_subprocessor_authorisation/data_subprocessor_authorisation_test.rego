package vendorlint.rules.data_subprocessor_authorisation_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subprocessor_authorisation

found(facts, settings) := cases.brief(findings) if {
	findings := data_subprocessor_authorisation.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subprocessor-authorisation", settings)
}

test_general_passes if found({"data": {"subprocessor_authorisation": cases.states("general")}}, {}) == set()

test_specific_passes if found({"data": {"subprocessor_authorisation": cases.states("specific")}}, {}) == set()

test_general_where_the_policy_asks_for_consent_to_each if {
	facts := {"data": {"subprocessor_authorisation": cases.states("general")}}
	found(facts, {"params": {"allowed": ["specific"]}}) == {[
		"error", "stated",
		"The vendor may engage sub-processors under a general authorisation",
	]}
}

test_specific_where_the_policy_asks_for_a_general_one if {
	facts := {"data": {"subprocessor_authorisation": cases.states("specific")}}
	found(facts, {"params": {"allowed": ["general"]}}) == {[
		"error", "stated",
		"Sub-processors are not authorised as required",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subprocessor_authorisation": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "Sub-processors are not authorised as required"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subprocessor_authorisation": cases.disagrees("general", "specific")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how the customer authorises sub-processors"]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says how the customer authorises sub-processors",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
