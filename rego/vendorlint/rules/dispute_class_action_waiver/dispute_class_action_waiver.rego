# METADATA
# title: Class actions are not waived
# description: Reports terms that waive class, collective or representative actions.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/dispute-class-action-waiver.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [dispute.class_action_waiver]
#   category: dispute
#   why: >-
#     Where each loss is small, only a joint action is worth bringing; who waives it gives up the claim in practice.
#   remedy: Ask to strike the waiver.
#   negotiate:
#     ask_for: >-
#       Nothing in this Agreement limits the right to take part in a class, collective or representative action.
#     fall_back_to: A waiver that ends where the arbitration clause does not hold.
#     walk_away_at: A waiver in terms that consumers or employees are bound by.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(q) (consumers)]
package vendorlint.rules.dispute_class_action_waiver

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer waives any right to take part in a class action against Provider.
#   prefer: Customer may take part in representative actions as the law provides.
deny contains result if result := finding.judge(rule, node, problem, "no waiver of class actions")

rule := {
	"id": "dispute-class-action-waiver",
	"fact": "dispute.class_action_waiver",
	"about": "whether class actions are waived",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.dispute.class_action_waiver)

default problem := "The customer gives up class actions"

problem := "" if node.value == false
