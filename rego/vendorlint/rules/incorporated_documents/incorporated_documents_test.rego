package vendorlint.rules.incorporated_documents_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.incorporated_documents

found(incorporated, policy) := cases.brief(findings) if {
	terms := object.union(cases.terms({}), {"incorporated": incorporated})
	findings := incorporated_documents.deny with input as terms with data.vendorlint_data as policy
}

alone := cases.policy("incorporated-documents", {})

entry(kind, name, documents) := {
	"type": kind,
	"name": name,
	"documents": documents,
	"evidence": [cases.clause(sprintf("The %v is incorporated by reference.", [name]))],
}

linked := object.union(entry("specific_terms", "Service Specific Terms", []), {"link": "https://x.example/sst"})

dpa := entry("dpa", "DPA", [])

gap := "The terms rest on what is not in the vendor's folder"

test_one_finding_for_all_with_their_links if {
	text := concat(": ", [gap, "DPA, AUP, Service Specific Terms (https://x.example/sst)"])
	found([linked, dpa, entry("acceptable_use", "AUP", [])], alone) == {["error", "stated", text]}
}

test_their_clauses if {
	terms := object.union(cases.terms({}), {"incorporated": [linked, dpa]})
	findings := incorporated_documents.deny with input as terms with data.vendorlint_data as alone
	[[each.value, each.fact, [clause.quote | some clause in each.evidence]] | some each in findings] == [[
		["DPA", "Service Specific Terms"],
		"document.type",
		["The DPA is incorporated by reference.", "The Service Specific Terms is incorporated by reference."],
	]]
}

test_several_of_a_type_are_listed_each if {
	named := [object.union(entry("other", "Fee Rules", []), {"link": "https://x.example/fees"}), linked]
	others := array.concat(named, [entry("other", "Copyright Policy", []), entry("other", "Refund Policy", ["refunds"])])
	listed := "Service Specific Terms (https://x.example/sst), Fee Rules (https://x.example/fees), Copyright Policy"
	found(others, alone) == {["error", "stated", concat(": ", [gap, listed])]}
}

test_those_that_are_there if found([entry("sla", "SLA", ["sla"])], alone) == set()

test_the_types_that_the_policy_asks_about if {
	policy := cases.policy("incorporated-documents", {"params": {"types": ["sla"]}})
	found([dpa, linked], policy) == set()
	found([dpa, entry("sla", "SLA", [])], policy) == {["error", "stated", concat(": ", [gap, "SLA"])]}
}

test_no_data_processing_agreement_where_another_rule_asks_for_it if {
	policy := object.union(
		alone,
		{"requirements": object.union(alone.requirements, cases.policy("incorporated-dpa", {}).requirements)},
	)
	found([dpa], policy) == set()
	text := concat(": ", [gap, "Service Specific Terms (https://x.example/sst)"])
	found([dpa, linked], policy) == {["error", "stated", text]}
}

test_what_is_no_entry_is_none if {
	found(["a text", {"type": "novel", "name": "Novel", "documents": []}], alone) == set()
	found("a text", alone) == set()
}

test_without_a_name if {
	nameless := {"type": "sla", "documents": []}
	found([nameless], alone) == {["error", "stated", concat(": ", [gap, "service level agreement"])]}
}

of_a_dpa(incorporated) := object.union(
	cases.terms({}),
	{"documents": [{"id": "dpa", "type": "dpa"}], "incorporated": incorporated},
)

only := "The agreement itself is not in the vendor's folder, only a data processing agreement"

test_an_annex_without_its_agreement if {
	agreement := {"type": "terms_of_service", "name": "Master Agreement", "documents": []}
	every incorporated in [[], [agreement]] {
		findings := incorporated_documents.deny with input as of_a_dpa(incorporated) with data.vendorlint_data as alone
		cases.brief(findings) == {["error", "stated", only]}
	}
}

test_an_annex_without_its_agreement_and_others if {
	terms := of_a_dpa([entry("sla", "SLA", [])])
	findings := incorporated_documents.deny with input as terms with data.vendorlint_data as alone
	cases.brief(findings) == {["error", "stated", concat("", [only, "; missing as well: SLA"])]}
}

test_a_policy_that_does_not_ask_for_the_agreement if {
	policy := cases.policy("incorporated-documents", {"params": {"types": ["sla"]}})
	findings := incorporated_documents.deny with input as of_a_dpa([]) with data.vendorlint_data as policy
	cases.brief(findings) == set()
}
