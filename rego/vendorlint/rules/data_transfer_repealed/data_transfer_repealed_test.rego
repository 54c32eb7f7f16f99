package vendorlint.rules.data_transfer_repealed_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_transfer_repealed

found(facts) := cases.brief(findings) if {
	findings := data_transfer_repealed.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-transfer-repealed", {})
}

says(node) := {"data": {"transfer_repealed": node}}

test_each_is_reported if {
	found(says(cases.states(["standard_clauses", "privacy_shield", "safe_harbor"]))) == {[
		"error", "stated",
		concat("", [
			"The terms name a mechanism of transfers that holds no longer: ",
			"standard clauses that were repealed on 27 September 2021; ",
			"the Privacy Shield, struck down on 16 July 2020; the Safe Harbor, struck down on 6 October 2015",
		]),
	]}
}

test_one_nobody_thought_of_is_reported if {
	found(says(cases.states(["treaty"]))) == {[
		"error", "stated",
		"The terms name a mechanism of transfers that holds no longer: treaty",
	]}
}

test_a_value_of_another_type_is_reported if {
	found(says(cases.states("privacy_shield"))) == {[
		"error", "stated",
		"The terms name a mechanism of transfers that holds no longer",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(["privacy_shield"], ["safe_harbor"]))) == {[
		"error", "conflict",
		"Clauses disagree on which mechanisms of transfers hold no longer",
	]}
}

test_silence_passes if found({}) == set()
