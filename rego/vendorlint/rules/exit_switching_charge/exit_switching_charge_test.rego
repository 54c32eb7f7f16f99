package vendorlint.rules.exit_switching_charge_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.exit_switching_charge

found(facts, settings) := cases.brief(findings) if {
	findings := exit_switching_charge.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("exit-switching-charge", settings)
}

says(node) := {"exit": {"switching_charge": node}}

test_charged_is_reported if {
	found(says(cases.states("charged")), {}) == {[
		"error", "stated",
		"Taking data out or switching provider costs a fee",
	]}
}

test_none_passes if found(says(cases.states("none")), {}) == set()

test_cost_passes if found(says(cases.states("cost")), {}) == set()

test_cost_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["none"]}}
	found(says(cases.states("cost")), allowed) == {[
		"error", "stated",
		"Taking data out or switching provider costs what it costs the vendor",
	]}
}

test_none_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["cost"]}}
	found(says(cases.states("none")), allowed) == {[
		"error", "stated",
		"Taking data out or switching provider is free of charge",
	]}
}

test_a_value_that_nobody_knows_is_reported if {
	found(says(cases.states("other")), {}) == {[
		"error", "stated",
		"Taking data out or switching provider costs a fee",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees("charged", "none"))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on what leaving costs"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {["info", "silent", "Found no clause that says what leaving costs"]}
}
