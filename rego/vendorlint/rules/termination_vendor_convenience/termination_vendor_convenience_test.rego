package vendorlint.rules.termination_vendor_convenience_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.termination_vendor_convenience

found(facts, settings) := cases.brief(findings) if {
	findings := termination_vendor_convenience.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("termination-vendor-convenience", settings)
}

test_good_terms_pass if {
	facts := {"termination": {"vendor_convenience": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"termination": {"vendor_convenience": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The vendor may end the agreement without cause"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"termination": {"vendor_convenience": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The vendor may end the agreement without cause"]}
}

test_conflict_never_passes if {
	facts := {"termination": {"vendor_convenience": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may end the agreement without cause",
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
		"Found no clause that says whether the vendor may end the agreement without cause",
	]}
}
