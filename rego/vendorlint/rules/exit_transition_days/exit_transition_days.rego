# METADATA
# title: The service goes on while the customer moves
# description: Reports a time of transition after the end of the contract that is shorter than the policy asks.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/exit-transition-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [exit.transition_days]
#   category: exit
#   why: A service that stops on the last day of the contract stops whatever hangs on it, moved or not.
#   remedy: Ask for a time of transition in which the service goes on at the price agreed.
#   negotiate:
#     ask_for: >-
#       After the end of this Agreement, for whatever reason, Provider shall continue the Services on the same terms for
#       a transition period of up to 12 months, as Customer requests, in which Customer can move.
#     fall_back_to: >-
#       Six months at the price of the last term; ninety days where nothing critical hangs on the service.
#     walk_away_at: No transition where the vendor ends the contract.
#   references: [DORA Art. 28(8), DORA Art. 30(3)(f)]
#   params: {days: 90}
package vendorlint.rules.exit_transition_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Upon termination Provider shall continue the Services for a transition period of 14 days.
#   prefer: Upon termination Provider shall continue the Services for a transition period of 180 days.
deny contains result if result := finding.judge(rule, node, problem, sprintf("at least %v days", [fact.figure(days)]))

rule := {
	"id": "exit-transition-days",
	"fact": "exit.transition_days",
	"about": "how long the service goes on while the customer moves",
	"on_silence": "info",
	"params": {"days": 90},
}

default node := {}

node := requirement.scoped(rule, input.facts.exit.transition_days)

days := requirement.params(rule).days

default problem := "The time of transition is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= days
} else := sprintf(
	"The time of transition is %v days; at least %v are required",
	[fact.figure(node.value), fact.figure(days)],
) if {
	is_number(node.value)
}
