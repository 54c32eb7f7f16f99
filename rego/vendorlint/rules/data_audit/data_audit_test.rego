package vendorlint.rules.data_audit_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_audit

found(facts, settings) := cases.brief(findings) if {
	findings := data_audit.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-audit", settings)
}

test_audit_passes if found({"data": {"audit": cases.states("audit")}}, {}) == set()

test_reports_only if {
	facts := {"data": {"audit": cases.states("reports_only")}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer gets reports of third parties; no clause was found that lets it audit the vendor itself",
	]}
}

test_reports_pass_where_allowed if {
	facts := {"data": {"audit": cases.states("reports_only")}}
	found(facts, {"params": {"allowed": ["audit", "reports_only"]}}) == set()
}

test_audit_where_the_policy_asks_for_reports if {
	facts := {"data": {"audit": cases.states("audit")}}
	found(facts, {"params": {"allowed": ["reports_only"]}}) == {[
		"error", "stated",
		"The customer cannot verify what the vendor does as required",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"audit": cases.states(true)}}
	found(facts, {}) == {["error", "stated", "The customer cannot verify what the vendor does as required"]}
}

test_conflict_never_passes if {
	facts := {"data": {"audit": cases.disagrees("audit", "reports_only")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the customer may audit the vendor"]}
}

test_reports_beside_an_audit_are_told_as_such if {
	node := {"value": "reports_only", "conflict": [
		{"value": "reports_only", "evidence": []},
		{"value": "audit", "evidence": []},
	]}
	found({"data": {"audit": node}}, {}) == {[
		"error", "conflict",
		"Reports of third parties may take the place of the customer's own audit; another clause says otherwise",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the customer may audit the vendor",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
