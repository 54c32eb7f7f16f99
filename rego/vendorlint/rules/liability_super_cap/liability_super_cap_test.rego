package vendorlint.rules.liability_super_cap_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_super_cap

found(facts, settings) := cases.brief(findings) if {
	findings := liability_super_cap.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("liability-super-cap", settings)
}

says(node) := {"liability": {"super_cap": node}}

test_one_cap_for_all_is_reported if {
	found(says(cases.states("none")), {}) == {[
		"error", "stated",
		"The general cap holds for data protection, confidentiality and security as well",
	]}
}

test_a_kind_that_is_not_allowed if {
	found(says(cases.states("amount")), {"params": {"allowed": ["uncapped"]}}) == {[
		"error", "stated",
		"The higher cap for data protection, confidentiality and security is of a kind that is not allowed",
	]}
}

test_a_multiple_passes if found(says(cases.states("multiple")), {}) == set()

test_an_amount_passes if found(says(cases.states("amount")), {}) == set()

test_uncapped_passes if found(says(cases.states("uncapped")), {}) == set()

test_conflict_never_passes if {
	found(says(cases.disagrees("none", "multiple")), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether data protection, confidentiality and security have a higher cap",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether data protection, confidentiality and security have a higher cap",
	]}
}
