package vendorlint.rules.declared_contingency_plans_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_contingency_plans

found(policy) := cases.brief(findings) if {
	findings := declared_contingency_plans.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-contingency-plans", "contingency_plans", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-contingency-plans", "contingency_plans", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor keeps and tests business contingency plans",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-contingency-plans", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor keeps and tests business contingency plans",
			"; it is not read from the terms",
		]),
	]}
}
