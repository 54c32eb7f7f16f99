# METADATA
# title: The customer may object to a new sub-processor
# description: >-
#   Reports terms under which the customer cannot object to a new sub-processor. Silence does not count where each
#   sub-processor needs specific consent.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subprocessor-objection.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.subprocessor_objection, data.subprocessor_authorisation]
#   category: data
#   why: Notice without a right to object only tells the customer who will have its data next.
#   remedy: Ask for a right to object on reasonable grounds, and to leave with a refund where the vendor goes ahead.
#   negotiate:
#     ask_for: >-
#       Customer may object to a new or replacement Sub-processor within 30 days of the notice. Until the objection is
#       resolved, Provider shall not let that Sub-processor process Personal Data. If the parties find no solution
#       within a further 30 days, Customer may terminate the affected Services without penalty and with a refund of
#       prepaid Fees.
#     ask_for_fr: >-
#       Le Client peut s'opposer à un nouveau Sous-traitant ultérieur dans les 30 jours de la notification. Tant que
#       l'opposition n'est pas levée, celui-ci ne traite aucune Donnée personnelle. À défaut de solution dans un nouveau
#       délai de 30 jours, le Client peut résilier les Prestations concernées sans pénalité et avec remboursement des
#       Redevances payées d'avance.
#     fall_back_to: >-
#       An objection on reasonable grounds of data protection, after which the customer may leave the affected service
#       with a refund of prepaid fees.
#     walk_away_at: >-
#       No objection at all, or one that leaves only further payment for a service that the customer can no longer use.
#   references: [GDPR Art. 28(2), SCCs (EU) 2021/914 Clause 9(a)]
package vendorlint.rules.data_subprocessor_objection

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer may not object to a new sub-processor.
#   prefer: Customer may object to a new sub-processor within 30 days of the notice.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, "a right to object")
}

rule := {
	"id": "data-subprocessor-objection",
	"fact": "data.subprocessor_objection",
	"about": "whether the customer may object to a new sub-processor",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subprocessor_objection)

default authorisation := {}

authorisation := requirement.scoped(rule, input.facts.data.subprocessor_authorisation)

default problem := "The customer cannot object to a new sub-processor"

problem := "" if node.value == true

# Silence does not matter where each sub-processor needs specific consent: no consent is the objection.
default relevant := false

relevant if fact.said(node)

relevant if fact.value(authorisation) != "specific"
