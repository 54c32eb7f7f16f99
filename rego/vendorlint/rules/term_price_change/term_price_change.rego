# METADATA
# title: Prices do not rise freely
# description: >-
#   Reports terms under which the vendor may raise its prices without a limit, during the term or at renewal.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/term-price-change.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [term.price_change]
#   category: term
#   why: >-
#     Once data and habits are in a service, leaving costs more than a rise; only a limit agreed beforehand protects
#     the budget.
#   remedy: Ask for prices that are fixed during the term and for a limit to any rise at renewal.
#   negotiate:
#     ask_for: >-
#       The Fees are fixed during each term. Upon renewal Provider may increase them by no more than 3 percent or the
#       rise of the consumer price index, whichever is lower.
#     ask_for_fr: >-
#       Les Redevances sont fermes pendant chaque période contractuelle. Lors du renouvellement, le Prestataire ne peut
#       les augmenter de plus de 3 % ou de la hausse de l'indice des prix à la consommation, si elle est inférieure.
#     fall_back_to: A rise at renewal of at most 7 percent, announced 90 days before, with a right not to renew.
#     walk_away_at: Rises during a term that is paid for, or without any limit.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(l) (consumers)]
#   params: {allowed: [capped, fixed]}
package vendorlint.rules.term_price_change

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may change its prices at any time.
#   prefer: Provider may increase the Fees upon renewal by no more than three percent (3%).
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "term-price-change",
	"fact": "term.price_change",
	"about": "whether the vendor may raise prices",
	"on_silence": "info",
	"params": {"allowed": ["capped", "fixed"]},
	"choices": {"allowed": ["unilateral", "capped", "fixed"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.term.price_change)

allowed := requirement.params(rule).allowed

default problem := "The prices can change in a way that is not allowed"

problem := "" if {
	node.value in allowed
} else := "The vendor may raise prices, and no limit to a rise was found" if {
	node.value == "unilateral"
}
