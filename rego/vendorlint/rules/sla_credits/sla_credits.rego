# METADATA
# title: Missed service levels cost something
# description: Reports terms in which an outage gives the customer no credit, refund or penalty.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/sla-credits.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [sla.credits]
#   category: sla
#   why: A service level without a consequence is a wish; credits are what makes the vendor count its outages.
#   remedy: >-
#     Ask for credits that rise with the length of the outage, without a claim having to be made, and for a right to
#     leave beside them.
#   negotiate:
#     ask_for: >-
#       For each month in which the availability is missed, Customer receives a service credit of 10% of that month's
#       Fees, and of 5% more for each further half percent, up to 50%. Provider computes and applies the credit itself.
#       Credits do not exclude damages or termination.
#     fall_back_to: >-
#       Credits of 5 to 30 percent that the customer claims within 60 days, and a right to leave after three misses in
#       a year.
#     walk_away_at: Credits as the only remedy for outages of any length, or none at all.
package vendorlint.rules.sla_credits

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer is not entitled to any service credit or refund for downtime of the Services.
#   prefer: >-
#     If a Service Level is missed in a month, Provider shall give Customer a service credit of 10% of the Fees of
#     that month.
deny contains result if result := finding.judge(rule, node, problem, "credits for missed service levels")

rule := {
	"id": "sla-credits",
	"fact": "sla.credits",
	"about": "whether the customer gets credits for missed service levels",
	"depends_on": "sla",
	"on_silence": "info",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.sla.credits)

default problem := "An outage gives the customer no credit"

problem := "" if node.value == true
