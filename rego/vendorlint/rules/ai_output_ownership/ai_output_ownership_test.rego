package vendorlint.rules.ai_output_ownership_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.ai_output_ownership

found(facts, settings) := cases.brief(findings) if {
	findings := ai_output_ownership.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("ai-output-ownership", settings)
}

test_customer_owns_output if found({"ai": {"output_ownership": cases.states("customer")}}, {}) == set()

test_vendor_owns_output if {
	facts := {"ai": {"output_ownership": cases.states("vendor")}}
	found(facts, {}) == {["error", "stated", "The output of the AI features does not belong to the customer"]}
}

test_shared_output if {
	facts := {"ai": {"output_ownership": cases.states("shared")}}
	found(facts, {}) == {[
		"error", "stated",
		"The output of the AI features belongs to the customer and the vendor together",
	]}
}

test_shared_output_passes_where_allowed if {
	facts := {"ai": {"output_ownership": cases.states("shared")}}
	found(facts, {"params": {"allowed": ["customer", "shared"]}}) == set()
}

test_conflict_never_passes if {
	facts := {"ai": {"output_ownership": cases.disagrees("vendor", "customer")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on who owns the output of the AI features"]}
}

test_silence_is_an_info if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {}) == {["info", "silent", "Found no clause that says who owns the output of the AI features"]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {"ai": {"features": cases.states(true)}}
	found(facts, {"on_silence": "pass"}) == set()
}

test_silence_passes_without_ai_features if found({}, {}) == set()
