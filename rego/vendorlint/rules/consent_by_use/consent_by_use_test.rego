package vendorlint.rules.consent_by_use_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.consent_by_use

found(facts, settings) := cases.brief(findings) if {
	findings := consent_by_use.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("consent-by-use", settings)
}

test_use if {
	facts := {"consent": {"acceptance": cases.states(["use"])}}
	found(facts, {}) == {["error", "stated", "Using the service alone counts as accepting the agreement"]}
}

test_use_among_others if {
	facts := {"consent": {"acceptance": cases.states(["click", "use"])}}
	found(facts, {}) == {["error", "stated", "Using the service alone counts as accepting the agreement"]}
}

test_click_and_signature_pass if found({"consent": {"acceptance": cases.states(["click", "signature"])}}, {}) == set()

test_conflict_never_passes if {
	facts := {"consent": {"acceptance": cases.disagrees(["use"], ["signature"])}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how the agreement is accepted"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says how the agreement is accepted",
	]}
}
