# METADATA
# title: The licence stays with the vendor
# description: Reports a licence to customer content that the vendor may pass on to others.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-transferable.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [licence.transferable]
#   category: licence
#   why: Content may end up with a buyer or a competitor without the customer's word.
#   remedy: Strike 'transferable', or allow a transfer only together with the whole agreement.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider a non-transferable licence to use Customer Content to provide the Services. Any
#       transfer of that licence without Customer's prior written consent is void.
#     fall_back_to: >-
#       A transfer only together with the whole agreement, to a successor of the vendor's business, on notice that lets
#       the customer terminate and delete its content first.
#     walk_away_at: >-
#       A transfer of the licence without the agreement, or of either to a competitor of the customer.
package vendorlint.rules.licence_transferable

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer grants Provider a transferable licence to use Customer Content.
#   prefer: Customer grants Provider a non-transferable licence to use Customer Content to provide the Service.
deny contains result if result := finding.judge(rule, node, problem, "not transferable")

rule := {
	"id": "licence-transferable",
	"fact": "licence.transferable",
	"about": "whether the licence to customer content can be transferred",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.transferable)

default problem := "The licence to customer content can be transferred to others"

problem := "" if node.value == false
