# METADATA
# title: Notice of non-renewal in good time
# description: >-
#   Reports agreements whose renewal has to be stopped more days before the end of the term than the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/term-renewal-notice-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [term.renewal_notice_days]
#   category: term
#   why: >-
#     The earlier the last day for notice, the less is known of what comes next, and the more likely it is to pass
#     unnoticed.
#   remedy: Ask for a last day for notice that is not earlier than the policy allows.
#   negotiate:
#     ask_for: >-
#       Where this Agreement provides for its renewal, either party may prevent it by notice given at least 30 days
#       before the end of the then-current term.
#     fall_back_to: Sixty days, with a reminder by the vendor before they begin.
#     walk_away_at: More than 90 days, or a form of notice that is hard to meet.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(h) (consumers)]
#   params: {days: 60}
package vendorlint.rules.term_renewal_notice_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     This Agreement renews for successive one-year terms unless either party gives notice of non-renewal at least 120
#     days before the end of the term.
#   prefer: >-
#     This Agreement renews for successive one-year terms unless either party gives notice of non-renewal at least 30
#     days before the end of the term.
deny contains result if result := finding.judge(rule, node, problem, sprintf("at most %v days", [fact.figure(days)]))

rule := {
	"id": "term-renewal-notice-days",
	"fact": "term.renewal_notice_days",
	"about": "how many days before the end of the term non-renewal must be notified",
	"on_silence": "pass",
	"params": {"days": 60},
}

default node := {}

node := requirement.scoped(rule, input.facts.term.renewal_notice_days)

days := requirement.params(rule).days

default problem := "The notice of non-renewal is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value <= days
} else := beyond if {
	is_number(node.value)
	node.value > days
	node.value >= 0
	beyond := sprintf(
		"Non-renewal must be notified %v days before the end; at most %v are allowed",
		[fact.figure(node.value), fact.figure(days)],
	)
}
