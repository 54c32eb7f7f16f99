# METADATA
# title: The terms name who provides the AI models
# description: >-
#   Reports terms under which the AI features run on models of others who are not named. Silence counts only where
#   the service has AI features.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-model-providers.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [ai.model_providers, ai.features]
#   category: ai
#   why: Prompts go to whoever runs the model; who is not named can be checked by nobody and changed overnight.
#   remedy: Ask for a list of the model providers with their places and for notice before one is added.
#   negotiate:
#     ask_for: >-
#       The AI Features use only the model providers that the Order Form lists. Provider shall notify Customer at least
#       30 days before it adds or replaces one, and Customer may object.
#     fall_back_to: A public list of the model providers, with notice of changes by subscription.
#     walk_away_at: Providers that are neither named nor bound to keep prompts to themselves.
#   references: [GDPR Art. 28(2)]
#   params: {allowed: [own, named]}
package vendorlint.rules.ai_model_providers

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The AI features use models of third parties, which Provider may change at any time.
#   prefer: The AI features use large language models of Mistral AI only.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, allowed)
}

rule := {
	"id": "ai-model-providers",
	"fact": "ai.model_providers",
	"about": "who provides the AI models",
	"on_silence": "info",
	"params": {"allowed": ["own", "named"]},
	"choices": {"allowed": ["unnamed", "named", "own"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.model_providers)

allowed := requirement.params(rule).allowed

default problem := "The AI models are those of others, whom the terms do not name"

problem := "" if {
	node.value in allowed
} else := "The AI models are those of others" if {
	node.value == "named"
} else := "The AI models are the vendor's own" if {
	node.value == "own"
}

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
