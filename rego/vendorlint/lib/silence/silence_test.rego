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
	"the DPA, on which the terms rest, is not in the folder",
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

every_type := cases.policy("incorporated-documents", {})

resting(kinds) := object.union(
	cases.terms({}),
	{"incorporated": [{"type": kind, "name": upper(kind), "documents": []} | some kind in kinds]},
)

about(fact) := {"id": "some-rule", "fact": fact, "about": "whether it may"}

test_the_rule_about_all_tells_it_too if {
	silence.caveat(dpa) == unread with input as incorporating([]) with data.vendorlint_data as every_type
}

test_a_type_that_the_policy_leaves_out_is_not_told if {
	some_types := cases.policy("incorporated-documents", {"params": {"types": ["sla"]}})
	not silence.caveat(dpa) with input as incorporating([]) with data.vendorlint_data as some_types
}

test_what_may_answer_is_named if {
	hint := "; it may stand in the SPECIFIC_TERMS (not in the folder)"
	silence.hint(about("licence.term")) == hint with input as resting(["specific_terms", "sla"])
		with data.vendorlint_data as every_type
}

test_by_the_family_of_the_fact if {
	hint := "; it may stand in the AI_TERMS or the SPECIFIC_TERMS (not in the folder)"
	silence.hint(about("ai.features")) == hint with input as resting(["specific_terms", "ai_terms", "sla"])
		with data.vendorlint_data as every_type
}

test_nothing_that_answers_is_missing if {
	silence.hint(about("ai.features")) == "" with input as resting(["sla"]) with data.vendorlint_data as every_type
	silence.hint(about("ai.features")) == "" with input as cases.terms({}) with data.vendorlint_data as every_type
	silence.hint(about("ai.features")) == "" with input as resting(["ai_terms"]) with data.vendorlint_data as on
}

test_service_levels_are_asked_of_the_agreement_on_them if {
	rule := object.union(about("sla.uptime_percent"), {"depends_on": "sla"})
	text := "Not known whether it may: the SLA, on which the terms rest, is not in the folder"
	silence.caveat(rule) == text with input as resting(["sla"]) with data.vendorlint_data as every_type
	silence.severity(rule, "warning") == "info" with input as resting(["sla"]) with data.vendorlint_data as every_type
}

test_no_ai_and_yet_terms_that_were_not_read if {
	rule := object.union(about("ai.training.usage_data"), {"depends_on": "ai"})
	text := concat("; ", [
		"Found no AI in the service, and no clause that says whether it may",
		"it may stand in the SPECIFIC_TERMS (not in the folder)",
	])
	silence.caveat(rule) == text with input as resting(["specific_terms"]) with data.vendorlint_data as every_type
}

test_rules_that_rest_on_nothing if {
	not silence.caveat(plain) with input as cases.terms({})
	silence.severity(plain, "error") == "error" with input as cases.terms({})
}

of_types(types) := object.union(cases.terms({}), {"documents": [{"id": kind, "type": kind} | some kind in types]})

ends := {"id": "some-rule", "fact": "termination.vendor_convenience", "about": "whether it ends"}

test_annexes_without_their_agreement if {
	silence.unheard(ends) == "" with input as cases.terms({})
	silence.unheard(ends) == concat(" ", [
		"; the agreement itself is not in the folder,",
		"only a data processing agreement and a service level agreement",
	]) with input as of_types(["sla", "dpa"])
}

test_an_annex_answers_for_its_own_subject if {
	every name in ["data.audit", "security.encryption", "document.type", "declared.penetration_tests"] {
		silence.unheard({"fact": name}) == "" with input as of_types(["dpa"])
	}
}

test_a_privacy_policy_answers_for_consent if {
	silence.unheard({"fact": "consent.marketing"}) == "" with input as of_types(["privacy_policy"])
	silence.unheard(ends) != "" with input as of_types(["privacy_policy"])
}

test_an_agreement_beside_annexes if {
	every kind in ["terms_of_service", "commercial_agreement", "order_form", "ai_terms", "other"] {
		silence.unheard(ends) == "" with input as of_types(["dpa", kind])
	}
}
