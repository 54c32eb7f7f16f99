package vendorlint.rules.licence_ownership_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_ownership

found(facts, settings) := cases.brief(findings) if {
	findings := licence_ownership.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-ownership", settings)
}

test_bad_terms if {
	facts := {"licence": {"ownership_retained": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Ownership of customer content passes to the vendor"]}
}

test_good_terms if found({"licence": {"ownership_retained": cases.states(true)}}, {}) == set()

test_conflict_never_passes if {
	facts := {"licence": {"ownership_retained": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on that the customer keeps ownership of its content",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says that the customer keeps ownership of its content",
	]}
}

negotiated(licence) := {"document": {"type": cases.states("commercial_agreement")}, "licence": licence}

test_a_negotiated_agreement_need_not_say_whose_content_is_that_it_takes_no_right_in if {
	found(negotiated({}), {}) == set()
	count(found(negotiated({"granted": cases.states(true)}), {})) == 1
	count(found(negotiated({"purposes": cases.states(["marketing"])}), {})) == 1
	count(found(negotiated({"ownership_retained": cases.states(false)}), {})) == 1
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
