# METADATA
# title: The customer gets its data back
# description: >-
#   Reports terms under which the customer cannot export, retrieve or be given its data at the end of the agreement.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-return-on-termination.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.return_on_termination]
#   category: data
#   why: >-
#     Data that cannot be taken along ties the customer to the vendor, and is lost when the vendor ends the agreement
#     or fails.
#   remedy: >-
#     Ask for export in a common format during the term and for at least 30 days after its end, insolvency included.
#   negotiate:
#     ask_for: >-
#       For 30 days after the end of this Agreement, or of a transition period that follows it, however it ends (the
#       Retrieval Period), Customer may export Customer Data in a structured, commonly used and machine-readable format,
#       and Provider shall delete none of it. On request, Provider shall deliver a complete copy in that format free of
#       charge. The Retrieval Period ends earlier if Customer confirms in writing that it has its data.
#     ask_for_fr: >-
#       Pendant 30 jours après la fin du Contrat, ou d'une période de transition qui la suit, quelle qu'en soit la cause
#       (la Période de récupération), le Client peut exporter les Données du Client dans un format structuré, couramment
#       utilisé et lisible par machine, et le Prestataire n'en supprime aucune. Sur demande, le Prestataire en remet
#       gratuitement une copie complète dans ce format.
#     fall_back_to: >-
#       Export by the customer's own means in a documented format until the last day of the term and for 30 days after
#       it, the vendor's help being given against payment at agreed rates.
#     walk_away_at: >-
#       No way to retrieve the data once the agreement has ended, or the return of data only against further fees that
#       the vendor sets.
#   references: [GDPR Art. 28(3)(g), DORA Art. 30(2)(d), EU Data Act Art. 25(2)(g), HIPAA 45 CFR 164.504(e)(2)(ii)(J)]
package vendorlint.rules.data_return_on_termination

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Upon termination of this Agreement, Customer Content cannot be recovered.
#   prefer: For 30 days after termination of this Agreement, Customer may export Customer Content.
deny contains result if result := finding.judge(rule, node, problem, "return or export of the data")

rule := {
	"id": "data-return-on-termination",
	"fact": "data.return_on_termination",
	"about": "whether the customer can retrieve its data at the end of the agreement",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.return_on_termination)

default problem := "The customer cannot retrieve its data once the agreement has ended"

problem := "" if node.value == true
