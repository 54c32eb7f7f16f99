package vendorlint.rules.liability_consequential_excluded_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_consequential_excluded

found(facts, settings) := cases.brief(findings) if {
	findings := liability_consequential_excluded.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("liability-consequential-excluded", settings)
}

test_good_terms_pass if {
	facts := {"liability": {"consequential_excluded": cases.states(false)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"liability": {"consequential_excluded": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"Liability for indirect or consequential damages, such as lost profits or lost data, is excluded",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"liability": {"consequential_excluded": cases.states("true")}}
	found(facts, {}) == {[
		"error", "stated",
		"Liability for indirect or consequential damages, such as lost profits or lost data, is excluded",
	]}
}

test_conflict_never_passes if {
	facts := {"liability": {"consequential_excluded": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether indirect damages are excluded"]}
}

test_silence_passes if {
	facts := {}
	found(facts, {}) == set()
}

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether indirect damages are excluded",
	]}
}
