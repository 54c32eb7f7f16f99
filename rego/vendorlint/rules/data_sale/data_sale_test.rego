package vendorlint.rules.data_sale_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_sale

found(facts, settings) := cases.brief(findings) if {
	findings := data_sale.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-sale", settings)
}

test_permitted if {
	facts := {"data": {"sale": cases.states("permitted")}}
	found(facts, {}) == {["error", "stated", "The vendor may sell personal or customer data"]}
}

test_prohibited_passes if found({"data": {"sale": cases.states("prohibited")}}, {}) == set()

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"sale": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The vendor may sell personal or customer data"]}
}

test_conflict_never_passes if {
	facts := {"data": {"sale": cases.disagrees("permitted", "prohibited")}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the vendor may sell data"]}
}

test_silence_is_an_info if {
	facts := {}
	found(facts, {}) == {["info", "silent", "Found no clause that says whether the vendor may sell data"]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
