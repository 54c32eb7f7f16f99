package vendorlint.rules.marketing_opt_in_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.marketing_opt_in

found(facts, settings) := cases.brief(findings) if {
	findings := marketing_opt_in.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("marketing-opt-in", settings)
}

test_opt_out if {
	facts := {"consent": {"marketing": cases.states("opt_out")}}
	found(facts, {}) == {[
		"error", "stated",
		"Marketing messages may be refused, and are not said to need consent first",
	]}
}

test_opt_in_passes if found({"consent": {"marketing": cases.states("opt_in")}}, {}) == set()

test_conflict_never_passes if {
	facts := {"consent": {"marketing": cases.disagrees("opt_in", "opt_out")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on how consent to marketing messages works"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says how consent to marketing messages works",
	]}
}
