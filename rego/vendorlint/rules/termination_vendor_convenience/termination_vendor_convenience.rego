# METADATA
# title: The vendor ends the agreement for cause only
# description: Reports terms under which the vendor may end the agreement or close the account at will.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/termination-vendor-convenience.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [termination.vendor_convenience]
#   category: termination
#   why: A service that can be withdrawn at will cannot carry anything that the business depends on.
#   remedy: >-
#     Ask for an end for material breach only, after notice and time to cure, or for notice long enough to move
#     elsewhere.
#   negotiate:
#     ask_for: >-
#       Provider may terminate this Agreement only for a material breach that Customer has not cured within 30 days
#       after written notice of it.
#     ask_for_fr: >-
#       Le Prestataire ne peut résilier le Contrat que pour un manquement grave auquel le Client n'a pas remédié dans
#       les 30 jours d'une mise en demeure écrite.
#     fall_back_to: >-
#       An end without cause upon at least 180 days' notice, with a refund of what was paid in advance and help with
#       the move, free of charge or against payment at agreed rates.
#     walk_away_at: An end at will without notice, or without a refund.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(f) (consumers)]
package vendorlint.rules.termination_vendor_convenience

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may terminate this Agreement at any time for any reason or no reason.
#   prefer: >-
#     Provider may terminate this Agreement if Customer fails to cure a material breach within 30 days of notice.
deny contains result if result := finding.judge(rule, node, problem, "an end for cause only")

rule := {
	"id": "termination-vendor-convenience",
	"fact": "termination.vendor_convenience",
	"about": "whether the vendor may end the agreement without cause",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.termination.vendor_convenience)

default problem := "The vendor may end the agreement without cause"

problem := "" if node.value == false
