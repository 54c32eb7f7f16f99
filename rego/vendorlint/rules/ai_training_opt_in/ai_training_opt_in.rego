# METADATA
# title: AI training on customer content needs opt-in
# description: >-
#   Reports terms under which customer content may train AI models unless the customer has agreed to it first.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-opt-in.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts:
#     - ai.training.customer_content
#     - ai.training.personal_data
#     - ai.training.usage_data
#     - ai.training.deidentified_data
#     - ai.training.consent
#   category: ai
#   why: >-
#     What a model has learned can come out in front of others and cannot be taken back, so the decision belongs to
#     the customer and before the fact.
#   remedy: >-
#     Ask for a ban on training with your content, or for training only after you have switched it on; a right to
#     object later is not enough.
#   negotiate:
#     ask_for: >-
#       Provider shall not use Customer Content, prompts and Output included, to train, fine-tune or otherwise develop
#       artificial intelligence models, and shall bind its subcontractors and model providers accordingly.
#     ask_for_fr: >-
#       Le Prestataire n'utilise pas le Contenu du Client, y compris les requêtes et les Résultats, pour entraîner,
#       affiner ou développer des modèles d'intelligence artificielle, et impose la même interdiction à ses
#       sous-traitants.
#     fall_back_to: >-
#       Training only on Customer Content for which an administrator of the customer has switched on a setting that is
#       off by default and can be switched off again, and of models that serve this customer alone.
#     walk_away_at: >-
#       Training by default, whether the customer may object to it later or is taken to agree by using the service.
#   params: {data: [customer_content], consent: [opt_in]}
package vendorlint.rules.ai_training_opt_in

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement
import data.vendorlint.lib.training

# METADATA
# custom:
#   avoid: >-
#     By using the Service, Customer agrees that Provider may use Customer Content to train its machine learning
#     models.
#   prefer: Provider shall not use Customer Content to train artificial intelligence models.
deny contains result if {
	some kind in params.data
	result := finding.judge(
		training.judged(rule, kind),
		training.node(rule, kind),
		training.problem(rule, kind, params.consent),
		training.required(params.consent),
	)
}

rule := {
	"id": "ai-training-opt-in",
	"on_silence": "warning",
	"depends_on": "ai",
	"params": {"data": ["customer_content"], "consent": ["opt_in"]},
	"choices": {"data": object.keys(training.kinds), "consent": training.consents},
}

params := requirement.params(rule)
