# METADATA
# title: Personnel are bound to confidentiality
# description: Reports terms that do not bind the people who process the data to confidentiality.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-personnel-confidentiality.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.personnel_confidentiality]
#   category: data
#   why: >-
#     The vendor keeps a secret only as well as the people who see it, and those who are bound by nothing may take it
#     with them.
#   remedy: >-
#     Ask that everybody with access to the data is bound to confidentiality in writing or by law, contractors
#     included, beyond the end of their work.
#   negotiate:
#     ask_for: >-
#       Provider shall ensure that all persons authorised to process Personal Data, including the personnel of its
#       contractors, are bound by a written or statutory duty of confidentiality that survives the end of their
#       engagement, and have access only so far as their tasks require it.
#     ask_for_fr: >-
#       Le Prestataire veille à ce que toutes les personnes autorisées à traiter les Données personnelles, y compris
#       celles de ses prestataires, soient tenues à une obligation de confidentialité écrite ou légale qui survit à la
#       fin de leur mission.
#     fall_back_to: >-
#       A duty of confidentiality in the vendor's contracts of employment and with contractors, which the vendor
#       confirms in writing.
#     walk_away_at: Access to personal data by people who are under no duty of confidentiality.
#   references: [GDPR Art. 28(3)(b), ISO/IEC 27001:2022 A.6.6]
package vendorlint.rules.data_personnel_confidentiality

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider is not required to bind its personnel who process Personal Data to confidentiality.
#   prefer: >-
#     Provider shall ensure that persons authorised to process Personal Data are bound by a duty of confidentiality.
deny contains result if result := finding.judge(rule, node, problem, "personnel bound to confidentiality")

rule := {
	"id": "data-personnel-confidentiality",
	"fact": "data.personnel_confidentiality",
	"about": "whether the people who process the data are bound to confidentiality",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.personnel_confidentiality)

default problem := "The people who process the data are not bound to confidentiality"

problem := "" if node.value == true
