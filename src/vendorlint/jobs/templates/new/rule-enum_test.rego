package vendorlint.rules.{name}_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.{name}

found(facts) := cases.brief(findings) if {
	findings := {name}.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("{id}", {})
}

says(node) := {nested}

test_reported if {
	found(says(cases.states("{last}"))) == {[
		"error", "stated",
		"The terms say other than allowed: {subject}",
	]}
}

test_passes if found(says(cases.states({first}))) == set()

test_conflict_never_passes if {
	found(says(cases.disagrees({first}, "{last}"))) == {[
		"error", "conflict",
		"Clauses disagree on {about}",
	]}
}

test_silence_is_reported if {
	found({}) == {[
		"warning", "silent",
		"Found no clause that says {about}",
	]}
}
