# METADATA
# title: A way out when something changes
# description: >-
#   Reports terms that let the vendor change them, and let the customer leave because of that with no word of its
#   money back or not at all.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/change-exit-right.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [change.exit_right, change.unilateral]
#   category: change
#   why: >-
#     Who has paid for a year and may only "stop using the service" has no choice; a way out with the unused fees back
#     is what makes a vendor think twice.
#   remedy: >-
#     Ask for a right to end the contract because of a change that is to your disadvantage, before it applies, with
#     the fees for the unused time refunded.
#   negotiate:
#     ask_for: >-
#       Where a change of this Agreement or of the Services to which Customer has not agreed is to its disadvantage,
#       Customer may terminate this Agreement on written notice until 60 days after the change takes effect, and
#       Provider shall refund the Fees prepaid for the time after termination.
#     ask_for_fr: >-
#       Si une modification du Contrat ou des Prestations que le Client n'a pas acceptée lui est défavorable, le Client
#       peut résilier le Contrat par écrit jusqu'à 60 jours après sa prise d'effet, et le Prestataire rembourse les
#       Redevances payées d'avance pour la période postérieure à la résiliation.
#     fall_back_to: The old terms hold until the end of the paid term, and the customer may leave then.
#     walk_away_at: >-
#       Changes of price or of core functions during the paid term, with continued payment as the only choice.
#   references: [EU Digital Content Directive 2019/770 Art. 19(2) (consumers)]
#   params: {allowed: [refund]}
package vendorlint.rules.change_exit_right

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: If Customer does not agree to the changed terms, Customer must stop using the Services.
#   prefer: >-
#     If Customer does not agree to the changed terms, Customer may terminate this Agreement, and Provider shall
#     refund the prepaid Fees for the rest of the term.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, allowed)
}

rule := {
	"id": "change-exit-right",
	"fact": "change.exit_right",
	"about": "whether the customer may leave because of a change",
	"on_silence": "info",
	"params": {"allowed": ["refund"]},
	"choices": {"allowed": ["refund", "no_refund", "none"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.change.exit_right)

allowed := requirement.params(rule).allowed

default problem := "A change gives the customer no right to leave"

problem := "" if {
	node.value in allowed
} else := "Because of a change the customer may leave, and no clause gives its money back" if {
	node.value == "no_refund"
}

# Silence matters only where the vendor may change the terms on its own.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.change.unilateral.value == true
