# METADATA
# title: No mandatory arbitration
# description: Reports terms under which disputes must go to binding arbitration.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/dispute-arbitration.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [dispute.arbitration]
#   category: dispute
#   why: >-
#     An award can be set aside on few grounds only and is seldom public; a vendor that arbitrates often knows the
#     rules and the arbitrators better than a customer that does so once.
#   remedy: Ask for the courts, or for arbitration that either party may choose.
#   negotiate:
#     ask_for: >-
#       The competent courts decide all disputes arising out of or in connection with this Agreement. The parties may
#       agree on arbitration once a dispute has arisen.
#     fall_back_to: >-
#       Arbitration at a neutral seat, under the rules of an institution, with interim measures left to the courts.
#     walk_away_at: Arbitration at the vendor's seat under rules of its own choosing.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(q) (consumers)]
#   params: {allowed: [optional]}
package vendorlint.rules.dispute_arbitration

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Any dispute shall be finally settled by binding arbitration.
#   prefer: The parties may agree to submit a dispute to arbitration.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "dispute-arbitration",
	"fact": "dispute.arbitration",
	"about": "whether disputes go to arbitration",
	"on_silence": "pass",
	"params": {"allowed": ["optional"]},
	"choices": {"allowed": ["mandatory", "optional"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.dispute.arbitration)

allowed := requirement.params(rule).allowed

default problem := "Disputes go to arbitration in a way that is not allowed"

problem := "" if {
	node.value in allowed
} else := "Disputes must go to arbitration" if {
	node.value == "mandatory"
}
