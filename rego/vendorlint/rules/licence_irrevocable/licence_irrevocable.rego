# METADATA
# title: The licence can be revoked
# description: Reports a licence to customer content that the customer cannot take back.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-irrevocable.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [licence.irrevocable]
#   category: licence
#   why: Content that was uploaded by mistake, or that the law requires to be withdrawn, stays licensed.
#   remedy: Strike 'irrevocable', or tie the licence to the content being stored in the service.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider a revocable licence to use Customer Content to provide the Services. The licence to any
#       item of Customer Content ends when Customer removes that item from the Services.
#     ask_for_fr: >-
#       Le Client concède au Prestataire une licence révocable d'utilisation du Contenu du Client pour fournir les
#       Prestations. La licence sur un élément du Contenu du Client prend fin lorsque le Client le retire des
#       Prestations.
#     fall_back_to: >-
#       A licence that holds during the term but ends for each item with its deletion, copies in backups being
#       overwritten within 90 days.
#     walk_away_at: >-
#       A licence that outlives the deletion of the content or the end of the agreement.
package vendorlint.rules.licence_irrevocable

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer hereby grants Provider an irrevocable licence to use Customer Content.
#   prefer: Customer grants Provider a revocable licence to use Customer Content to provide the Service.
deny contains result if result := finding.judge(rule, node, problem, "revocable")

rule := {
	"id": "licence-irrevocable",
	"fact": "licence.irrevocable",
	"about": "whether the licence to customer content can be revoked",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.irrevocable)

default problem := "The licence to customer content is irrevocable"

problem := "" if node.value == false
