# METADATA
# title: Reading notes
# description: What documents' reading notes say, for the rules about what a person sees otherwise than it was read.
# schemas:
#   - input: schema.input
package vendorlint.lib.notes

import rego.v1

# METADATA
# description: The kinds of notes on what everybody sees to be open.
open_kinds := ["blank", "alternative", "drafting_note"]

# Words, at most, of what is too short to state anything: lines to write on, '[date]'.
_short := 2

# METADATA
# description: |
#   Each document with notes of one of the groups "to fill in", "picture", "standing" and "otherwise", of kinds that the
#   policy does not allow: {id, notes}, each note as {kind, place, words}.
of_documents(group, allowed) := [{"id": object.get(document, ["id"], ""), "notes": notes} |
	some document in _documents
	notes := [note |
		some note in _noted(document)
		kind := note.kind
		not kind in allowed
		_group(note) == group
	]
	notes != []
]

default _group(_) := "otherwise"

_group(note) := "picture" if note.kind == "picture"

_group(note) := "standing" if note.kind == "standing" # told, and judged by no rule

_group(note) := "to fill in" if {
	note.kind in open_kinds
	note.words <= _short
}

# METADATA
# description: The words of a document's notes by their kinds, and where the first of them is.
told(document) := sprintf("%v (words: %v)", [document.id, concat(", ", counts)]) if {
	counts := [sprintf("%v %v", [replace(kind, "_", " "), _words(document.notes, kind)]) | some kind in kinds(document)]
}

# METADATA
# description: How many words, or pictures, a document's notes count.
words(document) := sum([note.words | some note in document.notes])

_words(notes, kind) := sum([note.words | some note in notes; note.kind == kind])

# METADATA
# description: The kinds of a document's notes.
kinds(document) := sort({note.kind | some note in document.notes})

# METADATA
# description: Where a host finds the first note of a document.
first(document) := {"document": document.id, "place": document.notes[0].place}

_noted(document) := [object.union({"kind": "", "place": "", "words": 0}, note) |
	some note in _notes(document)
	is_object(note)
]

_notes(document) := notes if {
	is_object(document)
	notes := object.get(document, ["notes"], [])
	is_array(notes)
}

default _documents := []

_documents := input.documents if is_array(input.documents)
