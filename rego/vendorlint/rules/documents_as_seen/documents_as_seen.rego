# METADATA
# title: What was read is what a person sees
# description: >-
#   Reports documents whose reading notes say that a person sees something else than what was read: words that are
#   struck, hidden or not ticked, blanks of a template, values in a form, watermarks, annotations and the like. Where
#   there is but something to fill in (lines to write on, '[date]') or a picture to look at, it is a warning.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/documents-as-seen.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [document.type]
#   category: document
#   why: >-
#     What is struck, hidden or left blank binds nobody, or binds in another way than it reads; a machine cannot tell
#     which.
#   remedy: >-
#     Look at the places that the notes name. Ask for a clean copy, in which changes are accepted and blanks are filled,
#     or waive the finding once somebody has read it.
#   params: {allowed: []}
#   negotiate:
#     ask_for: A clean copy of what is to be signed, without marks of changes, comments or blanks.
#     fall_back_to: A copy with its marks, and a list of the words that count.
#     walk_away_at: Terms of which nobody can say which words count.
package vendorlint.rules.documents_as_seen

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider will ~~not~~ use Customer Content to train its models.
#   prefer: Provider will not use Customer Content to train its models.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	count(kinds) > 0
	judged := finding.judge(rule, node, problem, "documents that show what they state")
	result := object.union(judged, _grade(judged.severity))
}

rule := {
	"id": "documents-as-seen",
	"fact": "document.type",
	"about": "what kind of document they are",
	"on_silence": "pass",
	"params": {"allowed": []},
	"choices": {"allowed": [
		"struck",
		"comment",
		"hidden",
		"unticked",
		"form_value",
		"blank",
		"alternative",
		"drafting_note",
		"watermark",
		"glyph",
		"annotation",
		"mixed_scripts",
		"other_language",
		"around",
		"picture",
		"unread",
	]},
}

# What everybody sees to be open, and is too short to state anything: lines to write on, '[date]'.
_open := {"blank", "alternative", "drafting_note"}

_short := 2

_to_fill_in if {
	every note in _notices {
		note[0] in _open
		note[1] <= _short
	}
}

# Pictures that may show a clause, beside at most what there is to fill in: most are logos, diagrams or signatures.
_to_look_at if {
	every note in _notices {
		_is_slight(note)
	}
}

_is_slight(note) if note[0] == "picture"

_is_slight(note) if {
	note[0] in _open
	note[1] <= _short
}

_notices := [note | some document in _documents; some note in _noted(document)]

# A document that but has such to fill in is not as grave as one that shows something else than it states.
_grade(severity) := {"severity": "warning"} if {
	severity == "error"
	_to_look_at # regal ignore:external-reference
} else := {}

problem := sprintf("There is something to fill in: %v", [concat("; ", _told)]) if {
	_to_fill_in
} else := sprintf("There are pictures, which nobody has read: %v", [concat("; ", _told)]) if {
	_to_look_at
} else := sprintf("A person sees something else than what was read: %v", [concat("; ", _told)])

_told := [text |
	some document in _documents
	noted := _noted(document)
	count(noted) > 0
	id := object.get(document, ["id"], "")
	counts := [sprintf("%v %v", [replace(kind, "_", " "), _words(noted, kind)]) |
		some kind in sort({each[0] | some each in noted})
	]
	text := sprintf("%v (words: %v)", [id, concat(", ", counts)])
]

_words(noted, kind) := sum([each[1] | some each in noted; each[0] == kind])

# METADATA
# description: The kinds of notes that the policy does not allow, of all documents.
kinds contains kind if {
	some document in _documents
	some each in _noted(document)
	kind := each[0]
}

# What the policy does not allow, each note as its kind and number of words.
_noted(document) := [[kind, words] |
	some note in _notes(document)
	is_object(note)
	kind := object.get(note, ["kind"], "")
	words := object.get(note, ["words"], 0)
	allowed := object.get(requirement.params(rule), ["allowed"], [])
	not kind in allowed
]

_notes(document) := notes if {
	is_object(document)
	notes := object.get(document, ["notes"], [])
	is_array(notes)
}

node := {"value": sort(kinds), "confidence": "high", "evidence": []}

default _documents := []

_documents := input.documents if is_array(input.documents)
