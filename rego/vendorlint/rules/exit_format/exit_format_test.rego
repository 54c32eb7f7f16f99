package vendorlint.rules.exit_format_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.exit_format

found(facts, settings) := cases.brief(findings) if {
	findings := exit_format.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("exit-format", settings)
}

says(node) := {"exit": {"format": node}}

test_proprietary_is_reported if {
	found(says(cases.states("proprietary")), {}) == {[
		"error", "stated",
		"Data leaves in a format of the vendor's own",
	]}
}

test_open_passes if found(says(cases.states("open")), {}) == set()

test_common_passes if found(says(cases.states("common")), {}) == set()

test_common_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["open"]}}
	found(says(cases.states("common")), allowed) == {[
		"error", "stated",
		"Data leaves in a common format that is not said to be open",
	]}
}

test_open_is_reported_where_it_is_not_allowed if {
	allowed := {"params": {"allowed": ["common"]}}
	found(says(cases.states("open")), allowed) == {[
		"error", "stated",
		"Data leaves in an open format",
	]}
}

test_a_value_that_nobody_knows_is_reported if {
	found(says(cases.states("other")), {}) == {[
		"error", "stated",
		"Data leaves in a format of the vendor's own",
	]}
}

test_conflict_never_passes if {
	facts := says(cases.disagrees("proprietary", "open"))
	found(facts, {}) == {["error", "conflict", "Clauses disagree on which format data leaves in"]}
}

test_silence_is_an_info if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says which format data leaves in",
	]}
}
