# METADATA
# title: The vendor helps with impact assessments
# description: Reports terms without the vendor's help in data protection impact assessments.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-dpia-assistance.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.dpia_assistance]
#   category: data
#   why: >-
#     An assessment describes processing that happens in the vendor's systems; without what the vendor knows it stays
#     a guess.
#   remedy: Ask for the vendor's help with impact assessments and with the consultation of authorities.
#   negotiate:
#     ask_for: >-
#       Provider shall assist Customer in carrying out data protection impact assessments and in consulting
#       supervisory authorities beforehand, and shall supply the information that it has within ten business days of a
#       request.
#     ask_for_fr: >-
#       Le Prestataire aide le Client à réaliser les analyses d'impact relatives à la protection des données et à
#       consulter au préalable les autorités de contrôle, et fournit les informations dont il dispose dans les dix jours
#       ouvrés de la demande.
#     fall_back_to: Documentation that answers the usual questions, and help at agreed rates beyond it.
#     walk_away_at: No help, for processing that is likely to result in a high risk.
#   references: [GDPR Art. 28(3)(f), GDPR Art. 35, GDPR Art. 36]
package vendorlint.rules.data_dpia_assistance

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider is not required to assist Customer with data protection impact assessments.
#   prefer: Provider shall assist Customer with data protection impact assessments.
deny contains result if result := finding.judge(rule, node, problem, "help with data protection impact assessments")

rule := {
	"id": "data-dpia-assistance",
	"fact": "data.dpia_assistance",
	"about": "whether the vendor helps with data protection impact assessments",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.dpia_assistance)

default problem := "The vendor does not help with data protection impact assessments"

problem := "" if node.value == true
