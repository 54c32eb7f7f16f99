# METADATA
# title: No AI training by third parties
# description: >-
#   Reports terms that let AI providers or partners of the vendor train their own models on customer data. Silence
#   counts only where the service has AI features.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-third-parties.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts: [ai.training.third_parties, ai.features]
#   category: ai
#   why: >-
#     Beyond the vendor there is no contract with the customer: nobody can be asked to stop, to delete or to answer
#     for it.
#   remedy: Ask the vendor to bind its AI providers not to train on your data, and to say so in the terms.
#   negotiate:
#     ask_for: >-
#       Provider's third-party AI providers may not use Customer Data to train their models. Provider shall bind each of
#       them accordingly in writing and shall be liable for their acts and omissions as for its own.
#     ask_for_fr: >-
#       Les fournisseurs tiers d'intelligence artificielle ne peuvent pas utiliser les Données du Client pour entraîner
#       leurs modèles. Le Prestataire les y oblige par écrit et répond de leurs actes comme des siens.
#     fall_back_to: >-
#       A list of the AI providers that receive customer data, with the vendor's warranty for each that training is
#       switched off and that inputs are deleted within 30 days.
#     walk_away_at: >-
#       Third parties that may train on customer data, or a vendor that will not say which of them receive it.
package vendorlint.rules.ai_training_third_parties

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Our third-party AI providers may use Customer Data to train their models.
#   prefer: Provider's third-party AI providers may not use Customer Data to train their models.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, "prohibited")
}

rule := {
	"id": "ai-training-third-parties",
	"fact": "ai.training.third_parties",
	"about": "whether third parties may train their AI models on customer data",
	"on_silence": "warning",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.training.third_parties)

default problem := "Third parties may train their AI models on customer data"

problem := "" if node.value == "prohibited"

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
