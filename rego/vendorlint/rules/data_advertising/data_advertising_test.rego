package vendorlint.rules.data_advertising_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_advertising

found(facts, settings) := cases.brief(findings) if {
	findings := data_advertising.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-advertising", settings)
}

test_permitted if {
	facts := {"data": {"advertising": cases.states("permitted")}}
	found(facts, {}) == {["error", "stated", "Customer or personal data may be used for advertising"]}
}

test_prohibited_passes if found({"data": {"advertising": cases.states("prohibited")}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"advertising": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "Customer or personal data may be used for advertising"]}
}

test_conflict_never_passes if {
	facts := {"data": {"advertising": cases.disagrees("permitted", "prohibited")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether data may be used for advertising"]}
}

test_silence_is_an_info if {
	facts := {}
	found(facts, {}) == {["info", "silent", "Found no clause that says whether data may be used for advertising"]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
