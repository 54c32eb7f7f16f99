# METADATA
# title: The vendor deletes the data at the end
# description: >-
#   Reports terms in which the vendor does not undertake to delete customer or personal data at the end of the
#   agreement.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-deletion-on-termination.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: warning
#   facts: [data.deletion_on_termination]
#   category: data
#   why: Data that stays behind can still leak, and nobody looks after it or has a contract that covers it any more.
#   remedy: Ask for deletion of all copies within a set time after the end, backups included, and for a confirmation.
#   negotiate:
#     ask_for: >-
#       After the end of this Agreement, and within 14 days after the end of the Retrieval Period, Provider shall delete
#       all Customer Data, including copies held by its Sub-processors, and shall confirm the deletion in writing on
#       Customer's request. Copies in backups shall be overwritten within 60 days after the end of this Agreement, or of
#       a transition period that follows it, and shall neither be restored nor used in the meantime. Provider may keep
#       what the law obliges it to store, apart from its other data, for as long as the law does and for no other
#       purpose.
#     ask_for_fr: >-
#       Après la fin du Contrat, et dans les 14 jours suivant la Période de récupération, le Prestataire supprime toutes
#       les Données du Client, y compris les copies de ses sous-traitants, et confirme la suppression par écrit à la
#       demande du Client. Les copies de sauvegarde sont écrasées dans les 60 jours de la fin du Contrat, ou d'une
#       période de transition qui la suit, et ne sont d'ici là ni restaurées ni utilisées. Le Prestataire ne conserve
#       que ce que la loi l'oblige à conserver, séparément et à cette seule fin.
#     fall_back_to: >-
#       Deletion on the customer's request after it has retrieved its data, backups being overwritten in their
#       ordinary cycle of at most 90 days and kept confidential until then.
#     walk_away_at: >-
#       A right of the vendor to keep personal data or customer content for purposes of its own after the end.
#   references:
#     - GDPR Art. 28(3)(g)
#     - EU Data Act Art. 25(2)(h)
#     - HIPAA 45 CFR 164.504(e)(2)(ii)(J)
#     - ISO/IEC 27001:2022 A.8.10
package vendorlint.rules.data_deletion_on_termination

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider has no obligation to delete Customer Data after termination of this Agreement.
#   prefer: Upon termination of this Agreement, Provider shall delete all Customer Data.
deny contains result if result := finding.judge(rule, node, problem, "deletion at the end of the agreement")

rule := {
	"id": "data-deletion-on-termination",
	"fact": "data.deletion_on_termination",
	"about": "whether the vendor deletes the data at the end of the agreement",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.deletion_on_termination)

default problem := "The vendor does not undertake to delete the data at the end of the agreement"

problem := "" if node.value == true
