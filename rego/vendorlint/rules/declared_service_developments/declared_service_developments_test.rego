package vendorlint.rules.declared_service_developments_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_service_developments

found(policy) := cases.brief(findings) if {
	findings := declared_service_developments.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-service-developments", "service_developments", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-service-developments", "service_developments", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor reports developments that may affect its service levels, in time and in a set form",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-service-developments", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor reports developments that may affect its service levels, in time and in a set form",
			"; it is not read from the terms",
		]),
	]}
}
