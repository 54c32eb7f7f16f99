# METADATA
# title: The customer may leave
# description: Reports terms that bind the customer to the end of the term, whatever happens to its needs.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/termination-customer-convenience.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [termination.customer_convenience]
#   category: termination
#   why: Needs change within a term; without a way out the customer pays for what it does not use.
#   remedy: Ask for a right to end the agreement on notice, with a refund of what was paid for the time that is left.
#   negotiate:
#     ask_for: >-
#       Customer may terminate this Agreement at any time upon 30 days' written notice. Provider shall refund Fees
#       paid for the period after termination.
#     ask_for_fr: >-
#       Le Client peut résilier le Contrat à tout moment moyennant un préavis écrit de 30 jours. Le Prestataire
#       rembourse les Redevances payées pour la période postérieure à la résiliation.
#     fall_back_to: A right to leave once a year, or against a charge that falls with the time that is left.
#     walk_away_at: No way out of a term of several years, not even when the service changes.
#   references: [EU Data Act Art. 25(2)(d)]
package vendorlint.rules.termination_customer_convenience

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer may not terminate this Agreement before the end of the Subscription Term other than for cause.
#   prefer: Customer may terminate this Agreement for convenience upon thirty (30) days' written notice.
deny contains result if result := finding.judge(rule, node, problem, "a right to leave")

rule := {
	"id": "termination-customer-convenience",
	"fact": "termination.customer_convenience",
	"about": "whether the customer may end the agreement without cause",
	"on_silence": "info",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.termination.customer_convenience)

default problem := "The customer cannot end the agreement before the end of its term"

problem := "" if node.value == true
