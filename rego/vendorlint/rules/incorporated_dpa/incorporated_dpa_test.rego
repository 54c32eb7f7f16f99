package vendorlint.rules.incorporated_dpa_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.incorporated_dpa

found(incorporated) := cases.brief(findings) if {
	terms := object.union(cases.terms({}), {"incorporated": incorporated})
	findings := incorporated_dpa.deny with input as terms
		with data.vendorlint_data as cases.policy("incorporated-dpa", {})
}

entry(kind, documents) := {
	"type": kind,
	"name": "Data Processing Addendum",
	"documents": documents,
	"evidence": [cases.clause("The Data Processing Addendum is incorporated by reference.")],
}

test_one_that_is_missing if {
	found([entry("dpa", [])]) == {[
		"error", "stated",
		"The terms rest on a data processing agreement that is not in the vendor's folder",
	]}
}

test_where_it_is if {
	linked := object.union(entry("dpa", []), {"link": "https://x.example/dpa"})
	found([linked]) == {[
		"error", "stated",
		"The terms rest on a data processing agreement that is not in the vendor's folder: https://x.example/dpa",
	]}
}

test_of_two_entries_the_first if {
	linked := object.union(entry("dpa", []), {"link": "https://x.example/dpa"})
	found([entry("dpa", []), linked]) == found([entry("dpa", [])])
}

test_one_that_is_there if found([entry("dpa", ["dpa"])]) == set()

test_a_business_associate_agreement_where_the_policy_asks if {
	found([entry("baa", [])]) == set()
	asked_of("baa", []) == {[
		"error", "stated",
		"The terms rest on a business associate agreement that is not in the vendor's folder",
	]}
	asked_of("baa", ["baa"]) == set()
	asked_of("dpa", []) == set()
}

asked_of(kind, documents) := cases.brief(findings) if {
	terms := object.union(cases.terms({}), {"incorporated": [entry(kind, documents)]})
	findings := incorporated_dpa.deny with input as terms
		with data.vendorlint_data as cases.policy("incorporated-dpa", {"params": {"types": ["baa"]}})
}

test_another_document if found([entry("sla", [])]) == set()

test_none_incorporated if found([]) == set()

test_facts_files_without_a_word_of_it if {
	terms := cases.terms({"data": {"dpa": cases.states(true)}})
	findings := incorporated_dpa.deny with input as terms
		with data.vendorlint_data as cases.policy("incorporated-dpa", {})
	findings == set()
}

test_what_is_no_list_is_none if found("a text") == set()

test_what_is_no_entry_is_none if found(["a text"]) == set()
