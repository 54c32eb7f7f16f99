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

test_what_there_is_to_fill_in if {
	found([note("blank", 1), note("blank", 2), note("alternative", 2), note("drafting_note", 1)], {}) == {[
		"warning", "stated",
		"There is something to fill in: terms (words: alternative 2, blank 3, drafting note 1)",
	]}
	found([note("blank", 1)], {"severity": "info"}) == {[
		"info", "stated",
		"There is something to fill in: terms (words: blank 1)",
	]}
}

test_pictures_are_to_be_looked_at if {
	found([note("picture", 2), note("blank", 1)], {}) == {[
		"warning", "stated",
		"There are pictures, which nobody has read: terms (words: blank 1, picture 2)",
	]}
	text := "A person sees something else than what was read: terms (words: picture 2, unread 1)"
	found([note("picture", 2), note("unread", 1)], {}) == {["error", "stated", text]}
}

test_a_sentence_in_brackets_may_state_something if {
	text := "A person sees something else than what was read: terms (words: alternative 3)"
	found([note("alternative", 3)], {}) == {["error", "stated", text]}
}

test_blanks_beside_what_is_struck if {
	text := "A person sees something else than what was read: terms (words: blank 1, struck 1)"
	found([note("blank", 1), note("struck", 1)], {}) == {["error", "stated", text]}
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
