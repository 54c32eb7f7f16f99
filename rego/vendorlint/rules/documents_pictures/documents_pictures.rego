# METADATA
# title: No terms are pictures
# description: >-
#   Reports documents with pictures, charts or files of other programs that are large enough to show a clause, and of
#   which nobody has read a word.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/documents-pictures.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [document.type]
#   category: document
#   why: >-
#     A picture of words binds like words, and no tool that reads text sees it. Most are logos, diagrams and signatures.
#   remedy: >-
#     Look at the pictures that the notes name. Read what they say by OCR (`--ocr`), or waive the finding once somebody
#     has looked.
#   negotiate:
#     ask_for: A copy of the terms in which all that binds is text.
#     fall_back_to: A term that pictures show examples and state nothing.
#     walk_away_at: Prices or duties that stand in a picture alone.
package vendorlint.rules.documents_pictures

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.notes
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: A picture of the liability clause in an order form.
#   prefer: The liability clause as text.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	some document in notes.of_documents("picture", [])
	node := {"value": notes.kinds(document), "confidence": "high", "evidence": []}
	problem := sprintf("Pictures that nobody has read: %v (%v)", [document.id, notes.words(document)])
	judged := finding.judge(rule, node, problem, "documents whose terms are all text")
	result := object.union(judged, {"note": notes.first(document)})
}

rule := {
	"id": "documents-pictures",
	"fact": "document.type",
	"about": "what kind of document they are",
	"on_silence": "pass",
	"params": {},
}
