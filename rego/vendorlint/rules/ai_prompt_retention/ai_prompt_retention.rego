# METADATA
# title: Prompts are not kept long
# description: >-
#   Reports prompts and output that the vendor keeps for more days than the policy allows. Silence counts only
#   where the service has AI features.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-prompt-retention.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [ai.prompt_retention_days, ai.features]
#   category: ai
#   why: What is kept of prompts can leak or be demanded by others, and nobody at the customer deletes it.
#   remedy: Ask that prompts and output are not kept, or for no more days than it takes to find abuse.
#   negotiate:
#     ask_for: >-
#       Provider shall not store prompts or Output once the Output has been returned, other than where the features that
#       Customer uses need it.
#     fall_back_to: Thirty days, to detect abuse only, and no storage at all for data that is marked as confidential.
#     walk_away_at: Storage for years, or without an end.
#   references: [GDPR Art. 5(1)(e)]
#   params: {days: 30}
package vendorlint.rules.ai_prompt_retention

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Prompts and completions are stored for 180 days and then deleted.
#   prefer: Prompts and completions are stored for 30 days and then deleted.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("at most %v days", [fact.figure(days)]))
}

rule := {
	"id": "ai-prompt-retention",
	"fact": "ai.prompt_retention_days",
	"about": "how long prompts and output are kept",
	"on_silence": "info",
	"params": {"days": 30},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.prompt_retention_days)

days := requirement.params(rule).days

default problem := "The time for which prompts are kept is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value <= days
} else := sprintf(
	"Prompts and output are kept for %v days; at most %v are allowed",
	[fact.figure(node.value), fact.figure(days)],
) if {
	is_number(node.value)
	node.value > days
}

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
