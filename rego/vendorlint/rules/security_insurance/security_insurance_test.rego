package vendorlint.rules.security_insurance_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.security_insurance

found(facts, settings) := cases.brief(findings) if {
	findings := security_insurance.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("security-insurance", settings)
}

says(node) := {"security": {"insurance": node}}

test_no_insurance_is_reported if {
	found(says(cases.states(false)), {}) == {[
		"error", "stated",
		"The vendor keeps no insurance",
	]}
}

test_insurance_passes if found(says(cases.states(true)), {}) == set()

test_conflict_never_passes if {
	found(says(cases.disagrees(false, true)), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor is insured",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor is insured",
	]}
}
