package vendorlint.rules.declared_service_locations_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_service_locations

found(policy) := cases.brief(findings) if {
	findings := declared_service_locations.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-service-locations", "service_locations", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-service-locations", "service_locations", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the regions of services and data are named, and that their change is announced beforehand",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-service-locations", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the regions of services and data are named, and that their change is announced beforehand",
			"; it is not read from the terms",
		]),
	]}
}
