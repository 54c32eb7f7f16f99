# METADATA
# title: Sub-processors need authorisation
# description: >-
#   Reports terms that do not say how the customer authorises sub-processors, or in another way than the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subprocessor-authorisation.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.subprocessor_authorisation]
#   category: data
#   why: >-
#     Each sub-processor is one more party with the data; without a rule the customer does not know who they are and
#     has no say.
#   remedy: >-
#     Ask for prior consent to each sub-processor, or for a general authorisation with a list, notice of changes and a
#     right to object.
#   negotiate:
#     ask_for: >-
#       Provider shall not engage a Sub-processor without Customer's prior written authorisation. Those named in the
#       Sub-processor Annex are authorised; another one is authorised once Customer has agreed to it in writing, or has
#       not objected in time after Provider's notice of it. Provider shall bind each of them in writing to the duties of
#       this Agreement and remains fully liable for their acts.
#     ask_for_fr: >-
#       Le Prestataire ne recrute pas de Sous-traitant ultérieur sans l'autorisation écrite préalable du Client. Ceux
#       que nomme l'annexe des sous-traitants sont autorisés ; un autre l'est lorsque le Client l'a accepté par écrit ou
#       ne s'y est pas opposé dans le délai suivant la notification. Le Prestataire leur impose par écrit les
#       obligations du Contrat et demeure pleinement responsable de leurs actes.
#     fall_back_to: >-
#       A general authorisation to engage the sub-processors of a published list, with at least 30 days' notice of
#       changes, a right to object and full liability of the vendor.
#     walk_away_at: >-
#       Sub-processors that are neither listed nor bound to the same duties, or for which the vendor is not liable.
#   references: [GDPR Art. 28(2), GDPR Art. 28(3)(d), CCPA §1798.140(ag)(2), DORA Art. 30(2)(a)]
#   params: {allowed: [general, specific]}
package vendorlint.rules.data_subprocessor_authorisation

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may engage sub-processors at its discretion.
#   prefer: Customer grants Provider a general authorisation to engage the sub-processors listed in Annex 2.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-subprocessor-authorisation",
	"fact": "data.subprocessor_authorisation",
	"about": "how the customer authorises sub-processors",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"allowed": ["general", "specific"]},
	"choices": {"allowed": ["general", "specific"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subprocessor_authorisation)

allowed := requirement.params(rule).allowed

default problem := "Sub-processors are not authorised as required"

problem := "" if {
	node.value in allowed
} else := "The vendor may engage sub-processors under a general authorisation" if {
	node.value == "general"
}
