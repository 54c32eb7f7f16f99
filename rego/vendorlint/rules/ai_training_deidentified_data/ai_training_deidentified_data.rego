# METADATA
# title: AI training on de-identified data
# description: >-
#   Reports terms under which the vendor may train AI models on de-identified data in a way that the policy does not
#   allow.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-deidentified-data.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [ai.training.deidentified_data]
#   category: ai
#   why: >-
#     A ban on training with content means little where the same content may be used once names are removed; removal
#     is rarely complete.
#   remedy: Ask who de-identifies and to which standard, forbid re-identification, or take the carve-out away.
#   negotiate:
#     ask_for: >-
#       Provider shall not use de-identified, anonymised or aggregated data derived from Customer Content to train
#       artificial intelligence models, and shall not attempt to re-identify any person from such data.
#     fall_back_to: >-
#       Training on data that is aggregated across customers and de-identified to a named standard, with
#       re-identification forbidden and the method open to the customer's audit.
#     walk_away_at: >-
#       Training on data that is de-identified only in the vendor's own judgement, or that anyone may re-identify.
#   params: {allowed: [conditional, prohibited]}
package vendorlint.rules.ai_training_deidentified_data

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use de-identified data to train its machine learning models.
#   prefer: Provider shall not use de-identified data to train its machine learning models.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "ai-training-deidentified-data",
	"fact": "ai.training.deidentified_data",
	"about": "whether the vendor may train AI models on de-identified data",
	"on_silence": "pass",
	"depends_on": "ai",
	"params": {"allowed": ["conditional", "prohibited"]},
	"choices": {"allowed": ["permitted", "conditional", "prohibited"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.training.deidentified_data)

allowed := requirement.params(rule).allowed

default problem := "De-identified data may be used to train AI models"

problem := "" if {
	node.value in allowed
} else := "De-identified data may be used to train AI models under conditions" if {
	node.value == "conditional"
}
