package vendorlint.rules.documents_pictures_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.documents_pictures

findings(notes, params) := found if {
	terms := object.union(cases.terms({}), {"documents": [{"id": "terms", "notes": notes}]})
	found := documents_pictures.deny with input as terms
		with data.vendorlint_data as cases.policy("documents-pictures", params)
}

picture(place, number) := {"kind": "picture", "place": place, "words": number}

test_pictures_of_a_document_are_one_finding_at_the_first if {
	found := findings([picture("page 2", 2), picture("page 5", 1)], {})
	cases.brief(found) == {["error", "stated", "Pictures that nobody has read: terms (3)"]}
	{each.note | some each in found} == {{"document": "terms", "place": "page 2"}}
}

test_what_else_is_noted_is_another_rule_s if {
	findings([{"kind": "struck", "place": "line 3", "words": 2}, {"kind": "blank", "place": "", "words": 1}], {}) == set()
}

test_documents_without_notes if findings([], {}) == set()
