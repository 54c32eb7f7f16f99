# METADATA
# title: AI training on usage data
# description: >-
#   Reports terms under which the vendor may train AI models on usage data in a way that the policy does not allow.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-usage-data.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [ai.training.usage_data]
#   category: ai
#   why: Telemetry shows how the organisation works, and what counts as usage data is often for the vendor to say.
#   remedy: >-
#     Ask for usage data to be used only to run and secure the service, or for a definition that leaves all content
#     and identifiers out.
#   negotiate:
#     ask_for: >-
#       Provider shall use Usage Data only to operate, secure and support the Services, and shall not use Usage Data to
#       train artificial intelligence models.
#     fall_back_to: >-
#       Training on usage data that the agreement defines by a closed list, aggregated across customers and free of
#       content, prompts and identifiers of users.
#     walk_away_at: >-
#       Training on usage data whose definition is open, or takes in content, prompts or identifiers of users.
#   params: {allowed: [conditional, prohibited]}
package vendorlint.rules.ai_training_usage_data

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use Usage Data to train its machine learning models.
#   prefer: Provider shall not use Usage Data to train machine learning models.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "ai-training-usage-data",
	"fact": "ai.training.usage_data",
	"about": "whether the vendor may train AI models on usage data",
	"on_silence": "pass",
	"depends_on": "ai",
	"params": {"allowed": ["conditional", "prohibited"]},
	"choices": {"allowed": ["permitted", "conditional", "prohibited"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.training.usage_data)

allowed := requirement.params(rule).allowed

default problem := "Usage data may be used to train AI models"

problem := "" if {
	node.value in allowed
} else := "Usage data may be used to train AI models under conditions" if {
	node.value == "conditional"
}
