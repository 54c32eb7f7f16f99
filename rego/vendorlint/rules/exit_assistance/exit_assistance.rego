# METADATA
# title: The vendor helps with leaving
# description: >-
#   Reports terms that give no help with moving to another provider or in-house when the contract ends, or none on
#   the conditions that the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/exit-assistance.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [exit.assistance]
#   category: exit
#   why: >-
#     A service that staff depend on cannot be moved without those who run it; without an undertaking the price
#     of their help is set once nobody can refuse.
#   remedy: Ask for an undertaking to help with the move, at rates that are agreed now.
#   negotiate:
#     ask_for: >-
#       Upon termination or expiry, Provider shall give Customer and its new provider all reasonable assistance with the
#       transition of the Services, at no additional charge where Provider has terminated or is in breach or where the
#       law allows no charge, and otherwise at the rates in the Order Form.
#     fall_back_to: Help at agreed rates, up to a number of days that is named.
#     walk_away_at: No help at all, or help at whatever the vendor then asks.
#   references: [DORA Art. 28(8), DORA Art. 30(3)(f), EU Data Act Art. 25(2)(a), EU Data Act Art. 25(2)(b)]
#   params: {allowed: [free, paid]}
package vendorlint.rules.exit_assistance

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider has no obligation to assist Customer with any migration when the Agreement ends.
#   prefer: Upon termination, Provider shall assist Customer with the migration to another provider free of charge.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "exit-assistance",
	"fact": "exit.assistance",
	"about": "whether the vendor helps with leaving",
	"on_silence": "info",
	"params": {"allowed": ["free", "paid"]},
	"choices": {"allowed": ["none", "paid", "free"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.exit.assistance)

allowed := requirement.params(rule).allowed

default problem := "The vendor gives no help with leaving"

problem := "" if {
	node.value in allowed
} else := "Help with leaving has to be paid for" if {
	node.value == "paid"
} else := "Help with leaving is free of charge" if {
	node.value == "free"
}
