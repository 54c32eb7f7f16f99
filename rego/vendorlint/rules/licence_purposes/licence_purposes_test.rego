package vendorlint.rules.licence_purposes_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_purposes

found(facts, settings) := cases.brief(findings) if {
	findings := licence_purposes.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-purposes", settings)
}

test_purposes_beyond if {
	facts := {"licence": {"purposes": cases.states(["provide_service", "marketing", "develop_products"])}}
	found(facts, {}) == {[
		"error", "stated",
		"Customer content or data may be used beyond what is allowed: marketing, develop products",
	]}
}

test_purposes_allowed if {
	facts := {"licence": {"purposes": cases.states(["provide_service", "security", "legal_compliance"])}}
	found(facts, {}) == set()
}

test_purposes_that_the_policy_allows if {
	facts := {"licence": {"purposes": cases.states(["improve_service"])}}
	found(facts, {"params": {"allowed": ["provide_service", "improve_service"]}}) == set()
}

test_conflict_never_passes if {
	facts := {"licence": {"purposes": cases.disagrees(["provide_service"], ["marketing"])}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on what the vendor may use customer content for"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says what the vendor may use customer content for",
	]}
}
