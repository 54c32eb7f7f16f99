# METADATA
# title: Notice before a suspension
# description: Reports terms under which the vendor may suspend or limit access at once or without notice.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/suspension-without-notice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [suspension.without_notice]
#   category: suspension
#   why: >-
#     A suspension stops the customer's business at a moment of the vendor's choosing, often over something that a
#     call would have cleared up.
#   remedy: >-
#     Ask for notice and time to cure, and for immediate suspension only against an acute threat, as narrowly and as
#     briefly as possible.
#   negotiate:
#     ask_for: >-
#       Provider may suspend the Services only after written notice and 10 days in which Customer has not cured the
#       breach, save where an imminent security threat requires otherwise; then only as far and for as long as the
#       threat lasts.
#     ask_for_fr: >-
#       Le Prestataire ne peut suspendre les Prestations qu'après une mise en demeure écrite restée sans effet pendant
#       10 jours, sauf si une menace imminente pour la sécurité l'exige ; la suspension se limite alors à ce qu'exige
#       cette menace et à sa durée.
#     fall_back_to: >-
#       Immediate suspension for security and illegality alone, with notice at the same time and prompt restoration.
#     walk_away_at: Suspension at the vendor's discretion and without notice.
package vendorlint.rules.suspension_without_notice

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may suspend the account at any time without prior notice.
#   prefer: Provider shall not suspend the Services without prior written notice to Customer.
deny contains result if result := finding.judge(rule, node, problem, "notice before a suspension")

rule := {
	"id": "suspension-without-notice",
	"fact": "suspension.without_notice",
	"about": "whether the vendor tells the customer before it suspends the service",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.suspension.without_notice)

default problem := "The vendor may suspend or limit the service at once or without notice, be it only in some cases"

problem := "" if node.value == false
