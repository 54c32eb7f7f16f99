# METADATA
# title: Continued use is no consent to a change
# description: Reports terms under which a changed version binds the customer because it goes on using the service.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/change-continued-use.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [change.acceptance]
#   category: change
#   why: An organisation cannot stop using a service overnight, so silence would bind it to whatever is posted.
#   remedy: Ask that changes bind only once accepted, or at renewal.
#   negotiate:
#     ask_for: >-
#       No amendment of this Agreement is effective unless it is in writing and signed by both parties.
#     ask_for_fr: >-
#       Aucune modification du Contrat ne prend effet sans un écrit signé des deux parties.
#     fall_back_to: >-
#       Changes that take effect only at the next renewal, after notice that leaves the customer time to decide against
#       renewing.
#     walk_away_at: >-
#       Changes that bind during a term already paid for because the service goes on being used, with no right to leave
#       and be refunded.
package vendorlint.rules.change_continued_use

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Your continued use of the Service after the changes take effect constitutes your acceptance of the revised
#     Terms.
#   prefer: No amendment of this Agreement is effective unless it is in writing and signed by both parties.
deny contains result if result := finding.judge(rule, node, problem, "explicit")

rule := {
	"id": "change-continued-use",
	"fact": "change.acceptance",
	"about": "how a changed version becomes binding",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.change.acceptance)

default problem := "Going on using the service, or not objecting, counts as consent to changed terms"

problem := "" if node.value == "explicit"
