package vendorlint.rules.licence_sublicensing_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_sublicensing

found(facts, settings) := cases.brief(findings) if {
	findings := licence_sublicensing.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-sublicensing", settings)
}

test_sublicensable_for_any_purpose if {
	facts := {"licence": {
		"sublicensable": cases.states(true),
		"purposes": cases.states(["provide_service", "marketing"]),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be sublicensed, or used by others, not for subprocessing alone",
	]}
}

test_sublicensable_without_a_purpose if {
	facts := {"licence": {"sublicensable": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be sublicensed, or used by others, not for subprocessing alone",
	]}
}

test_sublicensable_with_purposes_in_dispute if {
	facts := {"licence": {
		"sublicensable": cases.states(true),
		"purposes": cases.disagrees(["provide_service"], ["marketing"]),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content may be sublicensed, or used by others, not for subprocessing alone",
	]}
}

test_subprocessing_passes if {
	facts := {"licence": {
		"sublicensable": cases.states(true),
		"purposes": cases.states(["provide_service", "security"]),
	}}
	found(facts, {}) == set()
}

test_not_sublicensable if {
	facts := {"licence": {"sublicensable": cases.states(false), "purposes": cases.states(["marketing"])}}
	found(facts, {}) == set()
}

test_purposes_that_the_policy_allows if {
	facts := {"licence": {
		"sublicensable": cases.states(true),
		"purposes": cases.states(["provide_service", "analytics"]),
	}}
	found(facts, {"params": {"allowed": ["provide_service", "analytics"]}}) == set()
}

test_each_purpose_of_subprocessing_passes if {
	every purpose in ["provide_service", "security", "legal_compliance"] {
		facts := {"licence": {"sublicensable": cases.states(true), "purposes": cases.states([purpose])}}
		found(facts, {}) == set()
	}
}

test_conflict_never_passes if {
	facts := {"licence": {"sublicensable": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the licence to customer content may be sublicensed",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the licence to customer content may be sublicensed",
	]}
}
