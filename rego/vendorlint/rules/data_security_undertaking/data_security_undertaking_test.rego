package vendorlint.rules.data_security_undertaking_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_security_undertaking

found(facts, settings) := cases.brief(findings) if {
	findings := data_security_undertaking.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-security-undertaking", settings)
}

test_statute_passes if found({"data": {"security_undertaking": cases.states("statute")}}, {}) == set()

test_annex_passes if found({"data": {"security_undertaking": cases.states("annex")}}, {}) == set()

test_reasonable if {
	facts := {"data": {"security_undertaking": cases.states("reasonable")}}
	found(facts, {}) == {[
		"error", "stated",
		"The vendor undertakes reasonable security only, by neither the law's standard nor an annex",
	]}
}

test_disclaimed if {
	facts := {"data": {"security_undertaking": cases.states("disclaimed")}}
	found(facts, {}) == {["error", "stated", "The vendor undertakes no security of data"]}
}

test_reasonable_passes_where_allowed if {
	facts := {"data": {"security_undertaking": cases.states("reasonable")}}
	found(facts, {"params": {"allowed": ["statute", "annex", "reasonable"]}}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"security_undertaking": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"What the vendor undertakes for the security of data is not as required",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"security_undertaking": cases.disagrees("annex", "disclaimed")}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on what the vendor undertakes for the security of data",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says what the vendor undertakes for the security of data",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
