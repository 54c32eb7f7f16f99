# METADATA
# title: A ban on building competing models
# description: >-
#   Points out terms that forbid the customer to use the service or its output for competing products or models.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-competing-models-ban.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [ai.competing_models_ban]
#   category: ai
#   why: Teams that train or fine-tune models may break the contract without knowing it.
#   remedy: Tell engineering, or narrow the ban to copying the service itself.
#   negotiate:
#     ask_for: >-
#       Customer may use Output for any lawful purpose, including to develop and train its own models.
#     fall_back_to: >-
#       A ban limited to copying the service itself and to training, on its output, a model that is offered to others in
#       its place.
#     walk_away_at: >-
#       A ban that reaches models for internal use or products that the customer already has, or that leaves it to the
#       vendor what competes.
package vendorlint.rules.ai_competing_models_ban

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer shall not use Output to develop models that compete with the Service.
#   prefer: Customer may use Output for any lawful purpose, including to develop its own models.
deny contains result if result := finding.judge(rule, node, problem, "no ban, or one limited to copying the service")

rule := {
	"id": "ai-competing-models-ban",
	"fact": "ai.competing_models_ban",
	"about": "whether output may be used to build competing models",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.competing_models_ban)

default problem := "The customer may not use the service or its output to build competing products or models"

problem := "" if node.value == false
