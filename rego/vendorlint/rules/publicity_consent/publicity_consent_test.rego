package vendorlint.rules.publicity_consent_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.publicity_consent

found(facts, settings) := cases.brief(findings) if {
	findings := publicity_consent.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("publicity-consent", settings)
}

test_permitted if {
	facts := {"licence": {"publicity": cases.states("permitted")}}
	found(facts, {}) == {["error", "stated", "The vendor may use the customer's name or logo without asking"]}
}

test_opt_out if {
	facts := {"licence": {"publicity": cases.states("opt_out")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor may use the customer's name or logo unless the customer objects",
	]}
}

test_with_consent_passes if found({"licence": {"publicity": cases.states("with_consent")}}, {}) == set()

test_prohibited_passes if found({"licence": {"publicity": cases.states("prohibited")}}, {}) == set()

test_opt_out_passes_where_allowed if {
	facts := {"licence": {"publicity": cases.states("opt_out")}}
	found(facts, {"params": {"allowed": ["opt_out", "with_consent", "prohibited"]}}) == set()
}

test_conflict_never_passes if {
	facts := {"licence": {"publicity": cases.disagrees("permitted", "prohibited")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor may use the customer's name or logo",
	]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor may use the customer's name or logo",
	]}
}
