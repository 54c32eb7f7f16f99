# METADATA
# title: What was read is what a person sees
# description: >-
#   Reports documents whose reading notes say that a person sees something else than what was read: words that are
#   struck, hidden or not ticked, alternatives of a template, values in a form, watermarks, annotations and the like.
#   Where there is but something to fill in (lines to write on, '[date]'), documents-filled-in tells it, and of pictures
#   documents-pictures does.
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
import data.vendorlint.lib.notes
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider will ~~not~~ use Customer Content to train its models.
#   prefer: Provider will not use Customer Content to train its models.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	some document in notes.of_documents("otherwise", object.get(requirement.params(rule), ["allowed"], []))
	node := {"value": notes.kinds(document), "confidence": "high", "evidence": []}
	problem := sprintf("A person sees something else than what was read: %v", [notes.told(document)])
	judged := finding.judge(rule, node, problem, "documents that show what they state")
	result := object.union(judged, {"note": notes.first(document)})
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
		"shown_otherwise",
		"other_language",
		"around",
		"unread",
	]},
}
