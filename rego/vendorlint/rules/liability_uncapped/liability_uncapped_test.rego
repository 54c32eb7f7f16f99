package vendorlint.rules.liability_uncapped_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_uncapped

found(facts, settings) := cases.brief(findings) if {
	findings := liability_uncapped.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("liability-uncapped", settings)
}

says(node) := {"liability": {"uncapped": node}}

test_what_is_missing_is_named if {
	found(says(cases.states(["fraud"])), {}) == {[
		"error", "stated",
		"Not named among what no cap limits: death and injury, gross negligence",
	]}
}

test_all_that_is_required_passes if {
	facts := says(cases.states(["death_injury", "fraud", "gross_negligence", "ip"]))
	found(facts, {}) == set()
}

test_what_is_required_is_the_policy_s if {
	facts := says(cases.states(["fraud"]))
	found(facts, {"params": {"required": ["fraud"]}}) == set()
}

test_no_list_is_reported if {
	found(says(cases.states("fraud")), {"params": {"required": ["fraud"]}}) == {[
		"error", "stated",
		"Not named among what no cap limits: fraud",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees(["fraud"], ["ip"])), {}) == {[
		"error", "conflict",
		"Clauses disagree on what no cap limits",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says what no cap limits",
	]}
}
