package vendorlint.rules.declared_exit_transition_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.declared_exit_transition

found(policy) := cases.brief(findings) if {
	findings := declared_exit_transition.deny with input as cases.terms({})
		with data.vendorlint_data as policy
}

test_agreed if found(cases.declared("declared-exit-transition", "exit_transition", true)) == set()

test_not_agreed if {
	found(cases.declared("declared-exit-transition", "exit_transition", false)) == {[
		"error", "stated",
		concat("", [
			"It is not agreed that ",
			"the vendor goes on with the service for a transition period in which the customer can move",
			": declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
	]}
}

test_nobody_has_declared_it if {
	found(cases.policy("declared-exit-transition", {})) == {[
		"warning", "silent",
		concat("", [
			"Nobody has declared in vendor.yaml whether it is agreed that ",
			"the vendor goes on with the service for a transition period in which the customer can move",
			"; it is not read from the terms",
		]),
	]}
}
