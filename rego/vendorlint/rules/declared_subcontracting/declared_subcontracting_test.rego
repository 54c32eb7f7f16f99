package vendorlint.rules.declared_subcontracting_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_subcontracting

found(policy) := cases.brief(findings) if {
	findings := declared_subcontracting.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-subcontracting", "subcontracting", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-subcontracting", "subcontracting", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the contract says whether the vendor may subcontract, and on which conditions",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-subcontracting", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the contract says whether the vendor may subcontract, and on which conditions",
			"; it is not read from the terms",
		]),
	]}
}
