package vendorlint.rules.declared_authority_cooperation_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_authority_cooperation

found(policy) := cases.brief(findings) if {
	findings := declared_authority_cooperation.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-authority-cooperation", "authority_cooperation", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-authority-cooperation", "authority_cooperation", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor cooperates fully with the customer's competent and resolution authorities",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-authority-cooperation", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor cooperates fully with the customer's competent and resolution authorities",
			"; it is not read from the terms",
		]),
	]}
}
