# METADATA
# title: The vendor is a processor
# description: >-
#   Reports terms under which the vendor acts as a controller of the personal data in customer content, for some uses
#   or for all.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-role.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts: [data.role]
#   category: data
#   why: >-
#     A controller decides for itself what the data is used for; the customer then discloses its people's data to a
#     stranger instead of having it processed.
#   remedy: >-
#     Ask that the vendor acts as a processor, or as a service provider under the CCPA, for all personal data in
#     customer content.
#   negotiate:
#     ask_for: >-
#       For all Personal Data in Customer Content, Customer is the controller and Provider is the processor; where the
#       CCPA applies, Provider is a service provider. Provider shall not determine the purposes or the essential means
#       of the processing.
#     ask_for_fr: >-
#       Pour toutes les Données personnelles contenues dans le Contenu du Client, le Client est responsable du
#       traitement et le Prestataire est sous-traitant. Le Prestataire ne détermine ni les finalités ni les moyens
#       essentiels du traitement.
#     fall_back_to: >-
#       The vendor as a processor of customer content, and as a controller only of account, billing and support
#       contacts, for the purposes that the terms list.
#     walk_away_at: The vendor as a controller of customer content, or as both with purposes that the terms leave open.
#   references: [GDPR Art. 28(3), CCPA §1798.140(ag)(1)]
#   params: {allowed: [processor]}
package vendorlint.rules.data_role

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider processes Personal Data as an independent controller and determines the purposes of the processing.
#   prefer: For the Personal Data in Customer Content, Customer is the controller and Provider is the processor.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-role",
	"fact": "data.role",
	"about": "which role the vendor has for the personal data in customer content",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"allowed": ["processor"]},
	"choices": {"allowed": ["processor", "controller", "both"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.role)

allowed := requirement.params(rule).allowed

default problem := "The vendor's role for the personal data in customer content is not an allowed one"

problem := "" if {
	node.value in allowed
} else := "The vendor acts as a controller for some uses of personal data" if {
	node.value == "both"
} else := "The vendor acts as a controller of personal data" if {
	node.value == "controller"
}
