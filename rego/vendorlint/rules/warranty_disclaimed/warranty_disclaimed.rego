# METADATA
# title: The service comes with a warranty
# description: Reports terms that provide the service as it is, or disclaim implied warranties.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/warranty-disclaimed.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [warranty.disclaimed]
#   category: warranty
#   why: >-
#     Without a warranty nothing is owed but the attempt, and a service that does not do what was promised is no
#     breach.
#   remedy: Ask for a warranty that the service performs as documented, with repair or a refund where it does not.
#   negotiate:
#     ask_for: >-
#       Provider warrants that the Services will perform materially in accordance with the Documentation and will be
#       provided with reasonable skill and care. It shall correct any failure without undue delay or refund the Fees.
#     fall_back_to: A disclaimer of implied warranties beside an express one.
#     walk_away_at: No warranty at all for a paid service.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(b) (consumers)]
package vendorlint.rules.warranty_disclaimed

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The Services are provided "as is" and without warranties of any kind.
#   prefer: Provider warrants that the Services will perform in accordance with the Documentation.
deny contains result if {
	result := finding.judge(rule, node, problem, "a warranty that the service does what it is bought for")
}

rule := {
	"id": "warranty-disclaimed",
	"fact": "warranty.disclaimed",
	"about": "whether warranties are disclaimed",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.warranty.disclaimed)

default problem := "The service is provided as is, or implied warranties are disclaimed"

problem := "" if node.value == false
