# METADATA
# title: Nothing is left to fill in
# description: >-
#   Reports documents in which something short is left open: lines to write on, '[date]', alternatives nobody chose
#   between. What is longer may state something, and is told by documents-as-seen.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/documents-filled-in.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [document.type]
#   category: document
#   why: >-
#     A blank states nothing, so that nobody knows yet what is agreed in its place; whoever fills it in later decides.
#   remedy: >-
#     Ask for the copy in which everything is filled in, or fill it in together, and check that.
#   params: {allowed: []}
#   negotiate:
#     ask_for: A copy in which each blank is filled in, before anybody signs.
#     fall_back_to: A term that says what holds where a blank stays open.
#     walk_away_at: Blanks that the vendor may fill in after signature.
package vendorlint.rules.documents_filled_in

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.notes
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider shall give notice of ____ days.
#   prefer: Provider shall give notice of 30 days.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	some document in notes.of_documents("to fill in", object.get(requirement.params(rule), ["allowed"], []))
	node := {"value": notes.kinds(document), "confidence": "high", "evidence": []}
	problem := sprintf("There is something to fill in: %v", [notes.told(document)])
	judged := finding.judge(rule, node, problem, "documents with nothing left to fill in")
	result := object.union(judged, {"note": notes.first(document)})
}

rule := {
	"id": "documents-filled-in",
	"fact": "document.type",
	"about": "what kind of document they are",
	"on_silence": "pass",
	"params": {"allowed": []},
	"choices": {"allowed": notes.open_kinds},
}
