package vendorlint.rules.indemnity_ai_output_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.indemnity_ai_output

found(facts, settings) := cases.brief(findings) if {
	findings := indemnity_ai_output.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("indemnity-ai-output", settings)
}

says(node) := {"indemnity": {"ai_output": node}}

test_an_exclusion_is_reported if {
	found(says(cases.states("excluded")), {}) == {[
		"error", "stated",
		"The vendor's indemnity does not extend to AI output",
	]}
}

test_an_indemnity_passes if found(says(cases.states("yes")), {}) == set()

test_conditions_pass if found(says(cases.states("conditional")), {}) == set()

test_conditions_are_reported_where_they_are_not_allowed if {
	found(says(cases.states("conditional")), {"params": {"allowed": ["yes"]}}) == {[
		"error", "stated",
		"The vendor indemnifies the customer for AI output only under conditions",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees("excluded", "yes")), {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor indemnifies the customer for AI output",
	]}
}

test_silence_matters_where_there_is_ai if {
	found({"ai": {"features": cases.states(true)}}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor indemnifies the customer for AI output",
	]}
}

test_silence_passes_where_there_is_none if found({}, {}) == set()
