package vendorlint.rules.data_subprocessor_list_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_subprocessor_list

found(facts, settings) := cases.brief(findings) if {
	findings := data_subprocessor_list.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-subprocessor-list", settings)
}

test_an_annex_passes if found({"data": {"subprocessor_list": cases.states("annexed")}}, {}) == set()

test_a_page_passes if found({"data": {"subprocessor_list": cases.states("url")}}, {}) == set()

test_on_request if {
	facts := {"data": {"subprocessor_list": cases.states("on_request")}}
	found(facts, {}) == {["error", "stated", "The vendor names its sub-processors on request only"]}
}

test_a_page_where_the_policy_wants_an_annex if {
	facts := {"data": {"subprocessor_list": cases.states("url")}}
	found(facts, {"params": {"allowed": ["annexed"]}}) == {[
		"error", "stated",
		"Where sub-processors are listed is not as required",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"subprocessor_list": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "Where sub-processors are listed is not as required"]}
}

test_conflict_never_passes if {
	facts := {"data": {"subprocessor_list": cases.disagrees("annexed", "on_request")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on where the vendor's sub-processors are listed",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says where the vendor's sub-processors are listed",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
