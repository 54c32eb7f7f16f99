package vendorlint.rules.data_audit_authority_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_audit_authority

found(facts, settings) := cases.brief(findings) if {
	findings := data_audit_authority.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-audit-authority", settings)
}

test_good_terms if found({"data": {"audit_authority": cases.states(true)}}, {}) == set()

test_bad_terms if {
	facts := {"data": {"audit_authority": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Authorities that supervise the customer may not audit the vendor"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"audit_authority": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "Authorities that supervise the customer may not audit the vendor"]}
}

test_conflict_never_passes if {
	facts := {"data": {"audit_authority": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether authorities may audit the vendor",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether authorities may audit the vendor",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
