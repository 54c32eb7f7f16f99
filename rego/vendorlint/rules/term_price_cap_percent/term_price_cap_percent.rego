# METADATA
# title: Prices rise within a limit
# description: Reports a ceiling on price increases that is higher than the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/term-price-cap-percent.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [term.price_cap_percent]
#   category: term
#   why: >-
#     Once data and habits are with a vendor, its renewal price is what it says it is; a ceiling is the only brake
#     that holds.
#   remedy: >-
#     Ask for a ceiling in percent, or an index where that is lower, which holds for each renewal and counts from the
#     price that was paid.
#   negotiate:
#     ask_for: >-
#       Provider may raise the Fees only for a renewal term, on 90 days' notice, and by no more than the lesser of 3%
#       and the change in the consumer price index since the last increase.
#     fall_back_to: Five percent a year, with a right to leave where more is asked for.
#     walk_away_at: Increases at will during the term, or a ceiling above what the business case bears.
#   params: {percent: 5}
package vendorlint.rules.term_price_cap_percent

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may increase the Fees at each renewal by up to 15%.
#   prefer: Provider may increase the Fees at each renewal by up to 3%.
deny contains result if {
	result := finding.judge(rule, node, problem, sprintf("at most %v percent", [fact.figure(percent)]))
}

rule := {
	"id": "term-price-cap-percent",
	"fact": "term.price_cap_percent",
	"about": "by how many percent prices may rise",
	"on_silence": "info",
	"params": {"percent": 5},
}

default node := {}

node := requirement.scoped(rule, input.facts.term.price_cap_percent)

percent := requirement.params(rule).percent

default problem := "The ceiling on price increases is not a number of percent"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value <= percent
} else := beyond if {
	is_number(node.value)
	node.value > percent
	node.value >= 0
	beyond := sprintf(
		"Prices may rise by %v percent; at most %v are allowed",
		[fact.figure(node.value), fact.figure(percent)],
	)
}
