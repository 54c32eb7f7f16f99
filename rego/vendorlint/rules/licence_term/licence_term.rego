# METADATA
# title: The licence ends with the agreement
# description: >-
#   Reports a licence to customer content that lasts longer than the policy allows, such as a perpetual one.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-term.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [licence.duration]
#   category: licence
#   why: >-
#     A perpetual licence outlives the contract, the account and every deletion request; nothing is left to bargain
#     with.
#   remedy: Ask for a licence for the term of the agreement and only as long as the service is provided.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider, for the term of this Agreement, a non-exclusive licence to use Customer Content to
#       provide the Services.
#     ask_for_fr: >-
#       Le Client concède au Prestataire, pour la durée du Contrat, une licence non exclusive d'utilisation du Contenu
#       du Client afin de fournir les Prestations.
#     fall_back_to: >-
#       A licence until the content is removed, and after that for the storage of backups alone, for at most 90 days.
#     walk_away_at: >-
#       A perpetual licence, or one that ends only when the vendor sees fit.
#   params: {allowed: [term, content_lifetime]}
package vendorlint.rules.licence_term

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer grants Provider a perpetual, worldwide licence to use Customer Content.
#   prefer: >-
#     Customer grants Provider, for the term of this Agreement, a non-exclusive licence to use Customer Content to
#     provide the Service.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "licence-term",
	"fact": "licence.duration",
	"about": "how long the licence to customer content lasts",
	"on_silence": "pass",
	"params": {"allowed": ["term", "content_lifetime"]},
	"choices": {"allowed": ["term", "content_lifetime", "perpetual"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.duration)

allowed := requirement.params(rule).allowed

default problem := "The licence to customer content never ends"

problem := "" if {
	node.value in allowed
} else := "The licence to customer content lasts until the content is removed" if {
	node.value == "content_lifetime"
} else := "The licence to customer content lasts for the term of the agreement" if {
	node.value == "term"
}
