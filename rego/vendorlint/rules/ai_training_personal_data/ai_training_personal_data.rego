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
#   negotiate:
#     ask_for: >-
#       Provider shall not use Personal Data to train, test or improve artificial intelligence models. Provider shall
#       process Personal Data only as Customer has instructed it in writing.
#     ask_for_fr: >-
#       Le Prestataire n'utilise pas les Données personnelles pour entraîner, tester ou améliorer des modèles
#       d'intelligence artificielle. Il ne les traite que sur instruction écrite du Client.
#     fall_back_to: >-
#       Training of a model that serves this customer alone, on its written instruction and with personal data that it
#       selects, the model being deleted when the agreement ends.
#     walk_away_at: >-
#       Training of models that serve others on personal data by default, or for purposes and on grounds of the vendor's
#       own.
#   references: [GDPR Art. 5(1)(b), GDPR Art. 28(3)(a)]
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
	"depends_on": "ai",
	"params": {"consent": ["opt_in"]},
	"choices": {"consent": training.consents},
}

node := training.node(rule, "personal_data")

accepted := requirement.params(rule).consent

problem := training.problem(rule, "personal_data", accepted)
