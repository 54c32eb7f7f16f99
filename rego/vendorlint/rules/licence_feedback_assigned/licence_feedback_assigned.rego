# METADATA
# title: Feedback stays the customer's
# description: Points out terms under which ownership of the customer's feedback passes to the vendor.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-feedback-assigned.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [licence.feedback]
#   category: licence
#   why: Suggestions often carry know-how; once assigned, the customer may not use its own idea elsewhere.
#   remedy: Offer a licence to feedback instead of its assignment.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider a non-exclusive, royalty-free licence to use Feedback to improve the Services. Feedback
#       does not include Customer Content or Customer's Confidential Information.
#     fall_back_to: >-
#       An assignment of suggestions about the service itself, without customer content or confidential information and
#       with a perpetual licence back to the customer.
#     walk_away_at: >-
#       An assignment that takes in customer content, confidential information or inventions of the customer.
package vendorlint.rules.licence_feedback_assigned

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer hereby assigns to Provider all right, title and interest in any Feedback.
#   prefer: Customer grants Provider a non-exclusive licence to use Feedback to improve the Service.
deny contains result if result := finding.judge(rule, node, problem, "licensed")

rule := {
	"id": "licence-feedback-assigned",
	"fact": "licence.feedback",
	"about": "what becomes of the customer's feedback",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.feedback)

default problem := "Ownership of the customer's feedback passes to the vendor"

problem := "" if node.value == "licensed"
