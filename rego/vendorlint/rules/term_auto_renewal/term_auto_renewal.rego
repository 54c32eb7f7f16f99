# METADATA
# title: The agreement does not renew by itself
# description: Reports agreements and subscriptions that renew by themselves unless somebody remembers to stop them.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/term-auto-renewal.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [term.auto_renewal]
#   category: term
#   why: A renewal that nobody decides on commits money and data for another term, often at a higher price.
#   remedy: Ask for renewal only by agreement, or for a reminder in good time before the date by which to object.
#   negotiate:
#     ask_for: This Agreement ends at the end of its term. It is renewed only by an Order that both parties sign.
#     fall_back_to: Automatic renewal for at most one year, after a reminder 60 days before the last day for notice.
#     walk_away_at: Automatic renewal for several years, or a day for notice that passes unannounced.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(h) (consumers)]
package vendorlint.rules.term_auto_renewal

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The subscription renews automatically for successive terms of one year.
#   prefer: The subscription does not renew automatically.
deny contains result if result := finding.judge(rule, node, problem, "no renewal without a decision")

rule := {
	"id": "term-auto-renewal",
	"fact": "term.auto_renewal",
	"about": "whether the agreement renews by itself",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.term.auto_renewal)

default problem := "The agreement renews by itself"

problem := "" if node.value == false
