# METADATA
# title: No assignment without consent
# description: >-
#   Reports terms under which the vendor may assign the agreement to somebody else, in a merger or sale too, without
#   the customer's consent.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/assignment-without-consent.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [assignment.vendor_without_consent]
#   category: assignment
#   why: >-
#     The customer has examined one company and finds its data with another, perhaps a competitor or one under another
#     law.
#   remedy: Ask for consent, or for notice and a right to leave where the vendor is sold.
#   negotiate:
#     ask_for: >-
#       Neither party may assign this Agreement without the prior written consent of the other, which shall not be
#       unreasonably withheld. Provider shall notify Customer of a change of control as soon as it lawfully may, and
#       at the latest 10 days after it takes effect; within 90 days of that notice Customer may terminate without
#       charge and with a refund of prepaid Fees.
#     ask_for_fr: >-
#       Aucune partie ne peut céder le Contrat sans l'accord écrit préalable de l'autre, qui ne peut être refusé sans
#       motif raisonnable.
#     fall_back_to: >-
#       Assignment to an affiliate or a legal successor that takes on all obligations, with notice and a right to
#       leave.
#     walk_away_at: Free assignment to anybody.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(p) (consumers)]
package vendorlint.rules.assignment_without_consent

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may assign this Agreement to anyone at any time without Customer's consent.
#   prefer: Provider shall not assign this Agreement without the prior written consent of Customer.
deny contains result if result := finding.judge(rule, node, problem, "consent before an assignment")

rule := {
	"id": "assignment-without-consent",
	"fact": "assignment.vendor_without_consent",
	"about": "whether the vendor may pass the agreement on without consent",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.assignment.vendor_without_consent)

default problem := "The vendor may assign the agreement without consent, be it only to an affiliate or a successor"

problem := "" if node.value == false
