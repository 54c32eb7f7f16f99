# METADATA
# title: A law that is accepted
# description: >-
#   Reports agreements under a law that the policy does not accept, as ISO 3166 codes; a country stands for its parts.
#   By default any law is accepted; silence and contradiction are reported.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/dispute-governing-law.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [dispute.governing_law]
#   category: dispute
#   why: >-
#     Counsel has to know the law to say what the clauses are worth, and some laws let through what others strike
#     down.
#   remedy: Ask for your own law, or for one that your counsel knows.
#   negotiate:
#     ask_for: >-
#       This Agreement is governed by the laws of Customer's country, without regard to its conflict of laws rules and
#       to the exclusion of the United Nations Convention on Contracts for the International Sale of Goods.
#     fall_back_to: The law of a third country that both sides know.
#     walk_away_at: The law of a country whose judgments cannot be enforced at your seat.
#   params: {accepted: []}
package vendorlint.rules.dispute_governing_law

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The parties shall settle disputes amicably.
#   prefer: This Agreement is governed by Irish law.
deny contains result if result := finding.judge(rule, node, problem, accepted)

rule := {
	"id": "dispute-governing-law",
	"fact": "dispute.governing_law",
	"about": "which law governs the agreement",
	"on_silence": "info",
	"params": {"accepted": []},
	"codes": ["accepted"],
}

default node := {}

node := requirement.scoped(rule, input.facts.dispute.governing_law)

accepted := requirement.params(rule).accepted

default problem := "The law is not a code of a country"

problem := "" if {
	_is_code(node.value)
	_is_accepted(node.value)
} else := refused if {
	_is_code(node.value)
	refused := sprintf("The law of %v is not accepted; accepted are %v", [node.value, concat(", ", accepted)])
}

_is_code(code) if {
	is_string(code)
	regex.match(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`, code)
}

_is_accepted(_) if count(accepted) == 0

_is_accepted(code) if {
	some each in accepted
	split(code, "-")[0] == each
}

_is_accepted(code) if code in accepted
