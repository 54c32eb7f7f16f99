package vendorlint.rules.declared_incident_assistance_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_incident_assistance

found(policy) := cases.brief(findings) if {
	findings := declared_incident_assistance.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-incident-assistance", "incident_assistance", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-incident-assistance", "incident_assistance", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor helps with ICT incidents at no further cost, or at one that is set beforehand",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-incident-assistance", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor helps with ICT incidents at no further cost, or at one that is set beforehand",
			"; it is not read from the terms",
		]),
	]}
}
