# METADATA
# title: AI training on personal data needs opt-in
# description: Reports terms under which personal data may train AI models unless the customer has agreed to it first.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-personal-data.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [ai.training.personal_data, ai.training.consent]
#   category: ai
#   why: >-
#     Training is a purpose of its own that the people concerned were not told of; the customer answers for it as
#     controller.
#   remedy: Ask for a ban on training with personal data, or for training only on your documented opt-in.
#   params: {consent: [opt_in]}
package vendorlint.rules.ai_training_personal_data

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement
import data.vendorlint.lib.training

# METADATA
# custom:
#   avoid: We use personal information to train our machine learning models.
#   prefer: We do not use personal data to train our artificial intelligence models.
deny contains result if result := finding.judge(rule, node, problem, training.required(accepted))

rule := {
	"id": "ai-training-personal-data",
	"fact": "ai.training.personal_data",
	"about": "whether the vendor may train AI models on personal data",
	"on_silence": "pass",
	"params": {"consent": ["opt_in"]},
	"choices": {"consent": training.consents},
}

node := training.node("personal_data")

accepted := requirement.params(rule).consent

problem := training.problem("personal_data", accepted)
