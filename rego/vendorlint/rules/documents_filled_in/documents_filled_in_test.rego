package vendorlint.rules.documents_filled_in_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.documents_filled_in

found(notes, params) := cases.brief(findings) if {
	terms := object.union(cases.terms({}), {"documents": [{"id": "terms", "notes": notes}]})
	findings := documents_filled_in.deny with input as terms
		with data.vendorlint_data as cases.policy("documents-filled-in", params)
}

note(kind, words) := {"kind": kind, "place": "line 3", "words": words}

test_what_there_is_to_fill_in if {
	text := "There is something to fill in: terms (words: alternative 2, blank 3, drafting note 1)"
	notes := [note("blank", 1), note("blank", 2), note("alternative", 2), note("drafting_note", 1)]
	found(notes, {}) == {["error", "stated", text]} # cases.policy asks for errors
	found(notes, {"severity": "info"}) == {["info", "stated", text]}
}

test_where_it_is if {
	terms := object.union(cases.terms({}), {"documents": [{"id": "terms", "notes": [note("blank", 1)]}]})
	findings := documents_filled_in.deny with input as terms
		with data.vendorlint_data as cases.policy("documents-filled-in", {})
	{each.note | some each in findings} == {{"document": "terms", "place": "line 3"}}
}

test_what_the_policy_allows if {
	found([note("blank", 1)], {"params": {"allowed": ["blank"]}}) == set()
}

test_what_a_person_sees_otherwise_or_is_longer_is_another_rule_s if {
	found([note("struck", 1), note("alternative", 3)], {}) == set()
}

test_what_is_no_list_is_none if {
	findings := documents_filled_in.deny with input as {"documents": "a text"}
		with data.vendorlint_data as cases.policy("documents-filled-in", {})
	findings == set()
}
