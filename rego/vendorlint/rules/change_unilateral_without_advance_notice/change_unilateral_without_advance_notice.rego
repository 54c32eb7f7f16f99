# METADATA
# title: No unilateral change without advance notice
# description: >-
#   Reports terms that the vendor may change on its own without telling the customer beforehand. Silence counts only
#   where the vendor may change the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/change-unilateral-without-advance-notice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts: [change.notice, change.unilateral]
#   category: change
#   why: >-
#     Every other clause is worth as much as the notice of its change: what was checked today may be gone tomorrow.
#   remedy: >-
#     Ask that changes need your agreement, or for notice to a named contact well before they apply and a right to
#     leave.
#   negotiate:
#     ask_for: >-
#       This Agreement may be amended only by a written instrument signed by both parties. Provider shall notify
#       Customer of any amendment that it proposes at least 60 days in advance by email.
#     ask_for_fr: >-
#       Le Contrat ne peut être modifié que par un avenant écrit signé des deux parties. Le Prestataire notifie au
#       Client par courriel, au moins 60 jours à l'avance, toute modification qu'il propose.
#     fall_back_to: >-
#       Changes for reasons that the agreement names, on at least 30 days' notice to a named contact, with a right to
#       terminate before they apply and a refund of fees paid in advance.
#     walk_away_at: >-
#       Changes that apply once they are posted, or of which the vendor need not tell anyone.
#   references:
#     - EU Unfair Terms Directive 93/13/EEC Annex 1(j) (consumers)
#     - EU Unfair Terms Directive 93/13/EEC Annex 2(b) (consumers)
package vendorlint.rules.change_unilateral_without_advance_notice

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# scope: rule
# custom:
#   avoid: >-
#     Provider may modify these Terms at any time by posting the revised version on its website, and changes are
#     effective upon posting.
#   prefer: Provider may modify these Terms by giving Customer at least 30 days' prior written notice by email.
deny contains result if {
	relevant
	result := finding.judge(rule, fact.led_by(node, unilateral, silent), problem, "advance notice")
}

# No notice is needed of changes to which both agree, as far as that is not taken back.
deny contains result if {
	not fact.said(node)
	unilateral.value == false
	result := finding.judge(agreed, unilateral, "", "advance notice")
}

agreed := object.union(rule, {
	"fact": "change.unilateral",
	"about": "whether the vendor may change the terms on its own",
})

rule := {
	"id": "change-unilateral-without-advance-notice",
	"fact": "change.notice",
	"about": "whether the customer is told before the vendor changes the terms",
	"on_silence": "warning",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.change.notice)

default unilateral := {}

unilateral := requirement.scoped(rule, input.facts.change.unilateral)

default problem := "The vendor may change the terms on its own without notice in advance"

problem := "" if node.value == "advance"

problem := "" if unilateral.value == false

# That no notice is given is best told by the clause that lets the vendor change the terms without one.
default silent := false

silent if node.value == "none"

# Silence matters only where the vendor may change the terms on its own.
default relevant := false

relevant if fact.said(node)

relevant if unilateral.value == true
