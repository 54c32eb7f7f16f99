package vendorlint.rules.data_audit_limits_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_audit_limits

found(facts, settings) := cases.brief(findings) if {
	findings := data_audit_limits.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-audit-limits", settings)
}

test_notice_and_frequency_pass if {
	facts := {"data": {"audit_limits": cases.states(["frequency", "notice"])}}
	found(facts, {}) == set()
}

test_reports_first if {
	facts := {"data": {"audit_limits": cases.states(["notice", "reports_first"])}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer's audits are limited beyond what is allowed: reports first",
	]}
}

test_several if {
	facts := {"data": {"audit_limits": cases.states(["agreed_auditor", "reports_first"])}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer's audits are limited beyond what is allowed: agreed auditor, reports first",
	]}
}

test_limits_are_the_policy_s if {
	facts := {"data": {"audit_limits": cases.states(["notice", "cost_on_customer"])}}
	found(facts, {"params": {"allowed": ["notice"]}}) == {[
		"error", "stated",
		"The customer's audits are limited beyond what is allowed: cost on customer",
	]}
}

test_all_pass_where_allowed if {
	facts := {"data": {"audit_limits": cases.states(["reports_first"])}}
	found(facts, {"params": {"allowed": ["reports_first"]}}) == set()
}

test_a_limit_nobody_thought_of_is_reported if {
	facts := {"data": {"audit_limits": cases.states(["daylight"])}}
	found(facts, {}) == {["error", "stated", "The customer's audits are limited beyond what is allowed: daylight"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"audit_limits": cases.states("notice")}}
	found(facts, {}) == {["error", "stated", "What limits the customer's audits is no list"]}
}

test_conflict_never_passes if {
	facts := {"data": {"audit_limits": cases.disagrees(["notice"], ["reports_first"])}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on what limits the customer's audits",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_reported_where_the_policy_says_so if {
	found({}, {"on_silence": "warning"}) == {[
		"warning", "silent",
		"Found no clause that says what limits the customer's audits",
	]}
}
