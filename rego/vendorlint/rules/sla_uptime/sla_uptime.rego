# METADATA
# title: Enough availability
# description: Reports an availability undertaken below what the policy asks for, in percent.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/sla-uptime.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [sla.uptime_percent]
#   category: sla
#   why: >-
#     Half a percent is three and a half hours a month; an undertaking in numbers is what credits and an early end can
#     be tied to.
#   remedy: >-
#     Ask for an availability in percent, measured monthly, with credits and a right to leave where it is missed
#     repeatedly.
#   negotiate:
#     ask_for: >-
#       Provider will make the Services available at least 99.9% of the time in each calendar month, save for
#       maintenance announced 5 days before. Where it misses this in three months of a year, Customer may terminate
#       without charge and with a refund of prepaid Fees; credits are no exclusive remedy.
#     fall_back_to: 99.5 percent with credits.
#     walk_away_at: No number, or credits as the only consequence of an outage of days.
#   references: [DORA Art. 30(3)(a)]
#   params: {percent: 99.5}
package vendorlint.rules.sla_uptime

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider will make the Services available at least 95.0% of the time in each calendar month.
#   prefer: Provider will make the Services available at least 99.9% of the time in each calendar month.
deny contains result if {
	wanted := sprintf("at least %v percent", [fact.figure(percent)])
	result := finding.judge(rule, node, problem, wanted)
}

rule := {
	"id": "sla-uptime",
	"fact": "sla.uptime_percent",
	"about": "which availability the vendor undertakes",
	"depends_on": "sla",
	"on_silence": "info",
	"params": {"percent": 99.5},
}

default node := {}

node := requirement.scoped(rule, input.facts.sla.uptime_percent)

percent := requirement.params(rule).percent

default problem := "The availability is not a percentage"

problem := "" if {
	_is_percentage(node.value)
	node.value >= percent
} else := beyond if {
	_is_percentage(node.value)
	beyond := sprintf(
		"The availability undertaken is %v percent; at least %v are required",
		[fact.figure(node.value), fact.figure(percent)],
	)
}

_is_percentage(value) if {
	is_number(value)
	value >= 0
	value <= 100
}
