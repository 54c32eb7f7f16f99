# METADATA
# title: The licence is not exclusive
# description: Reports a licence to customer content that shuts out everybody else, the customer included.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-exclusive.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [licence.exclusive]
#   category: licence
#   why: An exclusive licence can bar the customer from using or licensing its own content.
#   remedy: Make the licence non-exclusive.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider a non-exclusive licence to use Customer Content to provide the Services. Nothing in
#       this Agreement restricts Customer's own use, licensing or disclosure of Customer Content.
#     ask_for_fr: >-
#       Le Client concède au Prestataire une licence non exclusive d'utilisation du Contenu du Client pour fournir les
#       Prestations. Rien dans le Contrat ne restreint l'usage que le Client fait lui-même de son contenu.
#     fall_back_to: >-
#       Exclusivity for items that the order form lists one by one, for a fixed period and with the customer's own use
#       reserved.
#     walk_away_at: >-
#       Exclusivity for customer content in general, or any that bars the customer from its own content.
package vendorlint.rules.licence_exclusive

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer grants Provider an exclusive licence to use Customer Content.
#   prefer: Customer grants Provider a non-exclusive licence to use Customer Content to provide the Service.
deny contains result if result := finding.judge(rule, node, problem, "non-exclusive")

rule := {
	"id": "licence-exclusive",
	"fact": "licence.exclusive",
	"about": "whether the licence to customer content is exclusive",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.exclusive)

default problem := "The licence to customer content is exclusive"

problem := "" if node.value == false
