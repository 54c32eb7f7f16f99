package vendorlint.lib.silence_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.silence

ai := {"id": "some-rule", "depends_on": "ai", "about": "whether models are trained"}

dpa := {"id": "some-rule", "depends_on": "dpa", "about": "whether it may audit"}

plain := {"id": "some-rule", "about": "whether it ends"}

no_ai := "Found no AI in the service, and no clause that says whether models are trained"

unread := concat(": ", [
	"Not known whether it may audit",
	"the data processing agreement that the terms incorporate is not among the documents",
])

incorporating(documents) := object.union(
	cases.terms({}),
	{"incorporated": [{"type": "dpa", "name": "DPA", "documents": documents}]},
)

test_no_ai_is_named if {
	silence.caveat(ai) == no_ai with input as cases.terms({})
	silence.severity(ai, "warning") == "info" with input as cases.terms({})
}

test_a_word_about_something_else_names_no_ai if {
	facts := {
		"ai": {"features": cases.states(false)},
		"licence": {"purposes": cases.states(["marketing"])},
	}
	silence.caveat(ai) == no_ai with input as cases.terms(facts)
}

test_ai_features if names_ai(cases.terms({"ai": {"features": cases.states(true)}}))

test_another_fact_about_ai if names_ai(cases.terms({"ai": {"training": {"usage_data": cases.states("permitted")}}}))

test_a_licence_for_training if names_ai(cases.terms({"licence": {"purposes": cases.states(["ai_training"])}}))

test_terms_of_ai if {
	names_ai(object.union(cases.terms({}), {"documents": [{"id": "ai", "type": "ai_terms"}]}))
}

names_ai(terms) if {
	not silence.caveat(ai) with input as terms
	silence.severity(ai, "warning") == "warning" with input as terms
}

test_what_a_policy_says_of_it_stands if {
	silence.severity(ai, "error") == "error" with input as cases.terms({})
	silence.severity(ai, "pass") == "pass" with input as cases.terms({})
	silence.severity(ai, "info") == "info" with input as cases.terms({})
}

on := cases.policy("incorporated-dpa", {})

test_an_agreement_that_nobody_read if {
	silence.caveat(dpa) == unread with input as incorporating([]) with data.vendorlint_data as on
	silence.severity(dpa, "error") == "info" with input as incorporating([]) with data.vendorlint_data as on
	silence.severity(dpa, "pass") == "pass" with input as incorporating([]) with data.vendorlint_data as on
}

test_an_agreement_that_was_read if {
	not silence.caveat(dpa) with input as incorporating(["dpa"]) with data.vendorlint_data as on
	silence.severity(dpa, "error") == "error" with input as incorporating(["dpa"]) with data.vendorlint_data as on
}

test_each_tells_it_where_no_other_rule_does if {
	off := cases.policy("data-audit", {})
	not silence.caveat(dpa) with input as incorporating([]) with data.vendorlint_data as off
	silence.severity(dpa, "error") == "error" with input as incorporating([]) with data.vendorlint_data as off
}

test_another_document_that_nobody_read if {
	terms := object.union(cases.terms({}), {"incorporated": [{"type": "sla", "name": "SLA", "documents": []}]})
	not silence.caveat(dpa) with input as terms with data.vendorlint_data as on
}

test_rules_that_rest_on_nothing if {
	not silence.caveat(plain) with input as cases.terms({})
	silence.severity(plain, "error") == "error" with input as cases.terms({})
}
