package vendorlint.rules.data_return_or_deletion_choice_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_return_or_deletion_choice

found(facts, settings) := cases.brief(findings) if {
	findings := data_return_or_deletion_choice.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-return-or-deletion-choice", settings)
}

test_customer_passes if found({"data": {"return_or_deletion_choice": cases.states("customer")}}, {}) == set()

test_vendor if {
	facts := {"data": {"return_or_deletion_choice": cases.states("vendor")}}
	found(facts, {}) == {["error", "stated", "The vendor chooses whether data is returned or deleted at the end"]}
}

test_vendor_passes_where_allowed if {
	facts := {"data": {"return_or_deletion_choice": cases.states("vendor")}}
	found(facts, {"params": {"allowed": ["customer", "vendor"]}}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"return_or_deletion_choice": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "Who chooses between return and deletion is not as required"]}
}

test_conflict_never_passes if {
	facts := {"data": {"return_or_deletion_choice": cases.disagrees("customer", "vendor")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on who chooses between return and deletion at the end",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says who chooses between return and deletion at the end",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
