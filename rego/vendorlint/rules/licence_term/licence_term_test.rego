package vendorlint.rules.licence_term_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.licence_term

found(facts, settings) := cases.brief(findings) if {
	findings := licence_term.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("licence-term", settings)
}

test_perpetual if {
	facts := {"licence": {"duration": cases.states("perpetual")}}
	found(facts, {}) == {["error", "stated", "The licence to customer content never ends"]}
}

test_perpetual_for_narrow_purposes_too if {
	facts := {"licence": {
		"duration": cases.states("perpetual"),
		"purposes": cases.states(["provide_service", "security", "legal_compliance"]),
	}}
	found(facts, {}) == {["error", "stated", "The licence to customer content never ends"]}
}

test_term_passes if found({"licence": {"duration": cases.states("term")}}, {}) == set()

test_content_lifetime_passes if found({"licence": {"duration": cases.states("content_lifetime")}}, {}) == set()

test_content_lifetime_where_the_policy_asks_for_the_term if {
	facts := {"licence": {"duration": cases.states("content_lifetime")}}
	found(facts, {"params": {"allowed": ["term"]}}) == {[
		"error", "stated",
		"The licence to customer content lasts until the content is removed",
	]}
}

test_term_where_the_policy_asks_for_less if {
	facts := {"licence": {"duration": cases.states("term")}}
	found(facts, {"params": {"allowed": ["content_lifetime"]}}) == {[
		"error", "stated",
		"The licence to customer content lasts for the term of the agreement",
	]}
}

test_conflict_never_passes if {
	facts := {"licence": {"duration": cases.disagrees("perpetual", "term")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on how long the licence to customer content lasts",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says how long the licence to customer content lasts",
	]}
}
