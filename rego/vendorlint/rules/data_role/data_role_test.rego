package vendorlint.rules.data_role_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_role

found(facts, settings) := cases.brief(findings) if {
	findings := data_role.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-role", settings)
}

test_processor_passes if found({"data": {"role": cases.states("processor")}}, {}) == set()

test_controller if {
	facts := {"data": {"role": cases.states("controller")}}
	found(facts, {}) == {["error", "stated", "The vendor acts as a controller of personal data"]}
}

test_both if {
	facts := {"data": {"role": cases.states("both")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor acts as a controller for some uses of personal data",
	]}
}

test_both_passes_where_allowed if {
	facts := {"data": {"role": cases.states("both")}}
	found(facts, {"params": {"allowed": ["processor", "both"]}}) == set()
}

test_processor_where_the_policy_asks_for_a_controller if {
	facts := {"data": {"role": cases.states("processor")}}
	found(facts, {"params": {"allowed": ["controller"]}}) == {[
		"error", "stated",
		"The vendor's role for the personal data in customer content is not an allowed one",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"role": cases.states(["processor"])}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor's role for the personal data in customer content is not an allowed one",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"role": cases.disagrees("processor", "controller")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on which role the vendor has for the personal data in customer content",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says which role the vendor has for the personal data in customer content",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
