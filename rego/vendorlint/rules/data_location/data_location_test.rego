package vendorlint.rules.data_location_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_location

found(facts, settings) := cases.brief(findings) if {
	findings := data_location.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-location", settings)
}

test_the_eea_passes if found({"data": {"location": cases.states(["EEA"])}}, {}) == set()

test_a_country_of_the_eea_passes if found({"data": {"location": cases.states(["DE", "EEA"])}}, {}) == set()

test_the_us if {
	facts := {"data": {"location": cases.states(["EEA", "US"])}}
	found(facts, {}) == {["error", "stated", "Data is stored outside the places allowed: US"]}
}

test_places_are_the_policy_s if {
	facts := {"data": {"location": cases.states(["CH"])}}
	found(facts, {"params": {"allowed": ["EEA", "CH"]}}) == set()
}

test_one_country_does_not_stand_for_the_eea if {
	facts := {"data": {"location": cases.states(["EEA", "DE"])}}
	found(facts, {"params": {"allowed": ["DE"]}}) == {[
		"error", "stated",
		"Data is stored outside the places allowed: EEA",
	]}
}

test_a_place_nobody_thought_of_is_reported if {
	facts := {"data": {"location": cases.states(["XX"])}}
	found(facts, {}) == {["error", "stated", "Data is stored outside the places allowed: XX"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"location": cases.states("EEA")}}
	found(facts, {}) == {["error", "stated", "Where data is stored is no list of places"]}
}

test_conflict_never_passes if {
	facts := {"data": {"location": cases.disagrees(["EEA"], ["US"])}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on where data is stored",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says where data is stored",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()

test_a_place_of_another_type_is_reported if {
	facts := {"data": {"location": cases.states([5])}}
	found(facts, {}) == {["error", "stated", "Data is stored outside the places allowed: 5"]}
}
