package vendorlint.lib.requirement_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.requirement

rule := {
	"id": "some-rule",
	"on_silence": "warning",
	"params": {"days": 30, "allowed": ["term"]},
	"choices": {"allowed": ["term", "perpetual"]},
}

# A policy for the vendor of the cases, who is critical and handles personal data.
asks(settings) := cases.policy("some-rule", settings)

test_applies_where_it_is_on if {
	requirement.asked(rule) with input as cases.terms({}) with data.vendorlint_data as asks({})
}

test_does_not_apply_where_it_is_off if {
	elsewhere := cases.policy("another-rule", {})
	not requirement.asked(rule) with input as cases.terms({}) with data.vendorlint_data as elsewhere
}

test_applies_by_tier if {
	terms := cases.terms({})
	some_tiers := asks({"applies_to": {"tier": ["critical", "standard"]}})
	requirement.asked(rule) with input as terms with data.vendorlint_data as some_tiers
	other_tiers := asks({"applies_to": {"tier": ["low"]}})
	not requirement.asked(rule) with input as terms with data.vendorlint_data as other_tiers
}

test_applies_by_data if {
	terms := cases.terms({})
	some_data := asks({"applies_to": {"data": ["personal", "confidential"]}})
	requirement.asked(rule) with input as terms with data.vendorlint_data as some_data
	other_data := asks({"applies_to": {"data": ["confidential"]}})
	not requirement.asked(rule) with input as terms with data.vendorlint_data as other_data
}

test_tier_and_data_must_both_fit if {
	terms := cases.terms({})
	one_fits := asks({"applies_to": {"tier": ["critical"], "data": ["confidential"]}})
	not requirement.asked(rule) with input as terms with data.vendorlint_data as one_fits
}

test_an_undeclared_vendor_is_critical_and_handles_all_data if {
	terms := {"vendor": "nobody"}
	critical := asks({"applies_to": {"tier": ["critical"]}})
	requirement.asked(rule) with input as terms with data.vendorlint_data as critical
	personal := asks({"applies_to": {"data": ["personal"]}})
	requirement.asked(rule) with input as terms with data.vendorlint_data as personal
}

test_severity if {
	policy := asks({"severity": "info"})
	requirement.severity(rule, "stated") == "info" with data.vendorlint_data as policy
	requirement.severity(rule, "silent") == "warning" with data.vendorlint_data as policy
	requirement.severity(rule, "conflict") == "info" with data.vendorlint_data as policy
	requirement.severity(rule, "parameters") == "error" with data.vendorlint_data as policy
}

test_severity_where_the_policy_names_none_is_error if {
	policy := {"requirements": {"some-rule": {}}}
	requirement.severity(rule, "stated") == "error" with data.vendorlint_data as policy
	requirement.severity(rule, "conflict") == "error" with data.vendorlint_data as policy
}

test_severity_of_the_policy if {
	policy := asks({"on_silence": "pass", "on_conflict": "warning"})
	requirement.severity(rule, "stated") == "error" with data.vendorlint_data as policy
	requirement.severity(rule, "silent") == "pass" with data.vendorlint_data as policy
	requirement.severity(rule, "conflict") == "warning" with data.vendorlint_data as policy
}

test_params_are_the_rule_s_own_by_default if {
	requirement.params(rule) == rule.params with data.vendorlint_data as asks({})
	requirement.params(rule) == rule.params with data.vendorlint_data as {}
}

test_params_of_the_policy_go_before if {
	policy := asks({"params": {"days": 60, "allowed": []}})
	requirement.params(rule) == {"days": 60, "allowed": []} with data.vendorlint_data as policy
	requirement.mistakes(rule) == [] with data.vendorlint_data as policy
}

test_wrong_params_leave_the_defaults if {
	policy := asks({"params": {"days": "60", "allowed": ["for ever"], "day": 60}})
	requirement.params(rule) == rule.params with data.vendorlint_data as policy
	requirement.wrong(rule) == ["allowed", "day", "days"] with data.vendorlint_data as policy
	requirement.mistakes(rule) == [
		"allowed must be a list of term, perpetual",
		"day is not one of the rule's parameters (allowed, days)",
		"days must be a number",
	] with data.vendorlint_data as policy
}

test_a_list_must_be_a_list if {
	policy := asks({"params": {"allowed": "term", "days": [30]}})
	requirement.mistakes(rule) == [
		"allowed must be a list of term, perpetual",
		"days must be a number",
	] with data.vendorlint_data as policy
}

test_a_rule_without_params if {
	plain := {"id": "some-rule", "on_silence": "pass", "params": {}}
	policy := asks({"params": {"days": 30}})
	requirement.mistakes(plain) == ["days is not a parameter: the rule has none"] with data.vendorlint_data as policy
}

test_sure if {
	answers := {[asked, found] |
		some asked in ["low", "medium", "high"]
		some found in ["low", "medium", "high", "unheard of"]
		requirement.sure(rule, found) with data.vendorlint_data as asks({"min_confidence": asked})
	}
	answers == {
		["low", "low"], ["low", "medium"], ["low", "high"], ["low", "unheard of"],
		["medium", "medium"], ["medium", "high"],
		["high", "high"],
	}
}

test_any_confidence_is_sure_enough_where_the_policy_does_not_say if {
	requirement.sure(rule, "low") with data.vendorlint_data as asks({})
}

open_rule := {
	"id": "some-rule",
	"on_silence": "warning",
	"params": {"accepted": []},
	"codes": ["accepted"],
}

test_codes_of_countries if {
	policy := asks({"params": {"accepted": ["FR", "US-DE"]}})
	requirement.params(open_rule) == {"accepted": ["FR", "US-DE"]} with data.vendorlint_data as policy
}

test_what_is_no_code if {
	every wrong in [["France"], [33], [["FR"]]] {
		requirement.mistakes(open_rule) == ["accepted must be a list of country codes, such as FR or US-DE"]
			with data.vendorlint_data as asks({"params": {"accepted": wrong}})
	}
}

general := {"value": false, "elsewhere": [eea, eea_free, brazil]}

eea := {"scope": {"region": "EEA"}, "value": true}

eea_free := {"scope": {"region": "EEA", "plan": "free"}, "value": false}

brazil := {"scope": {"region": "BR"}, "value": true}

scoped(asked) := found if {
	found := requirement.scoped({"id": "some-rule"}, general)
		with data.vendorlint_data as {"requirements": {"some-rule": {"scope": asked}}}
}

test_what_holds_in_a_scope_that_is_asked_for if {
	scoped({"region": ["EEA", "UK"]}) == eea
	scoped({"region": ["UK", "BR"]}) == brazil
	scoped({"region": ["EEA"], "plan": ["free"]}) == eea_free
}

free := {"scope": {"plan": "free"}, "value": true}

personal := {"scope": {"plan": "consumer"}, "value": true}

on_plans(elsewhere, more) := found if {
	found := requirement.scoped({"id": "some-rule"}, object.union({"elsewhere": elsewhere}, more)) with input as {}
}

test_what_holds_on_a_plan_where_nobody_names_the_customer_s if {
	on_plans([free], {}) == {"scope": {"plan": "free"}, "value": true, "unnamed": true}
	on_plans([brazil, eea_free, personal, free], {}) == object.union(free, {"unnamed": true})
	on_plans([brazil, eea_free, personal], {}) == {"elsewhere": [brazil, eea_free, personal]}
	on_plans([free], {"value": false}) == {"elsewhere": [free], "value": false}
	on_plans([free], {"conflict": [1, 2]}) == {"elsewhere": [free], "conflict": [1, 2]}
}

test_a_customer_whose_plan_is_named if {
	node := {"elsewhere": [free]}
	requirement.scoped({"id": "some-rule"}, node) == node with input as {"customer": {"plan": "enterprise"}}
}

test_what_holds_in_general_where_nothing_is_said_of_the_scope if {
	scoped({"region": ["UK"]}) == general
	scoped({"plan": ["trial"]}) == general
	requirement.scoped({"id": "some-rule"}, general) == general
		with data.vendorlint_data as {"requirements": {"some-rule": {}}}
	requirement.scoped({"id": "some-rule"}, {"value": true}) == {"value": true}
		with data.vendorlint_data as {"requirements": {"some-rule": {"scope": {"region": ["EEA"]}}}}
}

in_france := {"scope": {"region": "FR"}, "value": true}

in_brazil(more) := object.union({"scope": {"region": "BR"}, "value": true}, more)

for_region(node, regions) := found if {
	found := requirement.scoped({"id": "some-rule"}, node)
		with data.vendorlint_data as {"requirements": {"some-rule": {"scope": {"region": regions}}}}
}

test_what_holds_in_another_region_alone_is_nobody_s if {
	for_region(in_brazil({}), ["EEA", "UK"]) == in_brazil({"unnamed": true})
	for_region(in_brazil({}), ["EEA", "BR"]) == in_brazil({})
	for_region(in_france, ["EEA"]) == in_france
	for_region(in_france, ["UK"]) == object.union(in_france, {"unnamed": true})
}

test_what_is_wider_than_another_region if {
	everybody := {"value": false}
	for_region(in_brazil({"set_aside": [everybody]}), ["EEA"]) == everybody
	for_region(in_brazil({"set_aside": [in_brazil({}), eea]}), ["EEA"]) == eea
	for_region(in_brazil({"set_aside": [in_brazil({})]}), ["EEA"]) == in_brazil({
		"set_aside": [in_brazil({})],
		"unnamed": true,
	})
}

test_regions_where_the_policy_asks_for_none if {
	requirement.scoped({"id": "some-rule"}, in_france) == in_france
		with data.vendorlint_data as {"requirements": {"some-rule": {}}}
	for_region({"scope": {"plan": "business"}, "value": true}, ["EEA"]) == {
		"scope": {"plan": "business"},
		"value": true,
	}
}
