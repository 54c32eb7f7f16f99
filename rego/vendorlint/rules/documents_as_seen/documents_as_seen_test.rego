package vendorlint.rules.documents_as_seen_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.documents_as_seen

found(notes, params) := cases.brief(findings) if {
	read := {"id": "terms", "notes": notes}
	terms := object.union(cases.terms({}), {"documents": [read, {"id": "dpa"}]})
	findings := documents_as_seen.deny with input as terms
		with data.vendorlint_data as cases.policy("documents-as-seen", params)
}

note(kind, words) := {"kind": kind, "place": "line 3", "words": words}

test_notes_are_reported if {
	notes := [note("struck", 2), note("form_value", 1), note("struck", 3)]
	found(notes, {}) == {[
		"error", "stated",
		"A person sees something else than what was read: terms (words: form value 1, struck 5)",
	]}
}

test_what_the_policy_allows if {
	found([note("watermark", 1)], {"params": {"allowed": ["watermark"]}}) == set()
	found([note("watermark", 1), note("struck", 1)], {"params": {"allowed": ["watermark"]}}) == {[
		"error", "stated",
		"A person sees something else than what was read: terms (words: struck 1)",
	]}
}

test_what_is_only_to_fill_in_is_told_by_another_rule if {
	found([note("blank", 1), note("alternative", 2), note("drafting_note", 1)], {}) == set()
}

test_pictures_are_another_rule_s if {
	found([{"kind": "picture", "place": "", "words": 2}], {}) == set()
}

test_what_a_document_says_of_its_own_standing_is_judged_by_nobody if {
	found([note("standing", 9)], {}) == set()
}

test_a_sentence_in_brackets_may_state_something if {
	text := "A person sees something else than what was read: terms (words: alternative 3)"
	found([note("alternative", 3)], {}) == {["error", "stated", text]}
}

test_blanks_beside_what_is_struck if {
	text := "A person sees something else than what was read: terms (words: struck 1)"
	found([note("blank", 1), note("struck", 1)], {}) == {["error", "stated", text]}
}

test_each_document_with_its_first_place if {
	documents := [
		{"id": "terms", "notes": [note("blank", 1), object.union(note("struck", 1), {"place": "line 9"}), note("struck", 1)]},
		{"id": "dpa", "notes": [{"kind": "hidden"}]},
	]
	findings := documents_as_seen.deny with input as object.union(cases.terms({}), {"documents": documents})
		with data.vendorlint_data as cases.policy("documents-as-seen", {})
	{[each.note.document, each.note.place, each.value] | some each in findings} == {
		["terms", "line 9", ["struck"]],
		["dpa", "", ["hidden"]],
	}
}

test_documents_without_notes if found([], {}) == set()

test_vendors_of_other_tiers if {
	found([note("struck", 2)], {"applies_to": {"tier": ["low"]}}) == set()
}

test_what_is_no_list_is_none if {
	findings := documents_as_seen.deny with input as {"documents": "a text"}
		with data.vendorlint_data as cases.policy("documents-as-seen", {})
	findings == set()
}
