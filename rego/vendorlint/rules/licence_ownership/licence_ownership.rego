# METADATA
# title: The customer keeps its content
# description: >-
#   Reports terms under which customer content becomes the vendor's, or that do not say whose it is. A negotiated
#   agreement that lets the vendor have no content of the customer need not say so.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-ownership.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts: [licence.ownership_retained, licence.granted, licence.purposes, document.type]
#   category: licence
#   why: Without ownership the customer can neither move its content nor forbid its use.
#   remedy: Ask for a sentence that the customer keeps all right, title and interest in its content.
#   negotiate:
#     ask_for: >-
#       As between the parties, Customer retains all right, title and interest in and to Customer Content. Provider
#       acquires no right in Customer Content other than the licence expressly granted in this Agreement.
#     ask_for_fr: >-
#       Le Client conserve l'ensemble des droits, titres et intérêts sur le Contenu du Client. Le Prestataire n'acquiert
#       sur celui-ci aucun autre droit que la licence expressément concédée par le Contrat.
#     fall_back_to: >-
#       No sentence on ownership, provided that the licence is limited to providing the service and that content is
#       confidential information of the customer.
#     walk_away_at: >-
#       An assignment of customer content, or joint ownership of it.
package vendorlint.rules.licence_ownership

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer hereby assigns to Provider all right, title and interest in and to Customer Content.
#   prefer: As between the parties, Customer retains all right, title and interest in and to Customer Content.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, "the customer keeps ownership")
}

rule := {
	"id": "licence-ownership",
	"fact": "licence.ownership_retained",
	"about": "that the customer keeps ownership of its content",
	"on_silence": "warning",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.ownership_retained)

default problem := "Ownership of customer content passes to the vendor"

problem := "" if node.value == true

default granted := {}

granted := requirement.scoped(rule, input.facts.licence.granted)

default purposes := {}

purposes := requirement.scoped(rule, input.facts.licence.purposes)

# Silence matters where anybody may take the terms as they are, or where a licence to content is granted or used.
default relevant := false

relevant if fact.said(node)

relevant if not _negotiated

relevant if fact.said(granted)

relevant if fact.said(purposes)

_negotiated if input.facts.document.type.value == "commercial_agreement"
