package vendorlint.rules.declared_penetration_tests_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_penetration_tests

found(policy) := cases.brief(findings) if {
	findings := declared_penetration_tests.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-penetration-tests", "penetration_tests", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-penetration-tests", "penetration_tests", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor takes part in threat-led penetration tests",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-penetration-tests", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor takes part in threat-led penetration tests",
			"; it is not read from the terms",
		]),
	]}
}
