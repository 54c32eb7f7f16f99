# METADATA
# title: The customer chooses between return and deletion
# description: Reports terms under which the vendor chooses whether data is returned or deleted at the end.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-return-or-deletion-choice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.return_or_deletion_choice]
#   category: data
#   why: >-
#     Data that is deleted when it should have come back is lost; the law leaves the choice to the controller.
#   remedy: Ask for the customer's choice, with deletion where it makes none.
#   negotiate:
#     ask_for: >-
#       At the end of the Services, Provider shall, at Customer's choice, return all Personal Data to Customer in a
#       structured, commonly used and machine-readable format or delete it, and shall delete existing copies unless the
#       law requires their storage. Where Customer makes no choice before the Retrieval Period ends, Provider deletes it
#       as it deletes other Customer Data.
#     ask_for_fr: >-
#       À la fin des Prestations, le Prestataire, au choix du Client, lui restitue toutes les Données personnelles dans
#       un format structuré, couramment utilisé et lisible par machine ou les supprime, et détruit les copies existantes
#       sauf si la loi en exige la conservation. À défaut de choix avant la fin de la Période de récupération, il les
#       supprime.
#     fall_back_to: Export by the customer itself for 30 days after the end, and deletion thereafter.
#     walk_away_at: Deletion or return as the vendor sees fit.
#   references: [GDPR Art. 28(3)(g)]
#   params: {allowed: [customer]}
package vendorlint.rules.data_return_or_deletion_choice

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Upon termination Provider shall destroy or return the Personal Data at its discretion.
#   prefer: >-
#     At Customer's choice, Provider shall delete or return the Personal Data at the end of the Services.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-return-or-deletion-choice",
	"fact": "data.return_or_deletion_choice",
	"about": "who chooses between return and deletion at the end",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {"allowed": ["customer"]},
	"choices": {"allowed": ["customer", "vendor"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.return_or_deletion_choice)

allowed := requirement.params(rule).allowed

default problem := "Who chooses between return and deletion is not as required"

problem := "" if {
	node.value in allowed
} else := "The vendor chooses whether data is returned or deleted at the end" if {
	node.value == "vendor"
}
