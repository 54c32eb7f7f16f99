# METADATA
# title: The vendor helps with data subjects' requests
# description: Reports terms without the vendor's help in answering the requests of data subjects.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subject-assistance.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.subject_assistance]
#   category: data
#   why: >-
#     People have a right to an answer within set times, and much of what it needs lies in systems that only the vendor
#     can search.
#   remedy: >-
#     Ask for tools to find, export, correct and erase the data of one person, and for help within days where they do
#     not suffice.
#   negotiate:
#     ask_for: >-
#       Provider shall, by appropriate technical and organisational measures, assist Customer in responding to requests
#       from data subjects, and shall act on Customer's request for assistance within five business days. Provider
#       shall forward any request that it receives directly to Customer without undue delay and shall not answer it
#       itself.
#     ask_for_fr: >-
#       Le Prestataire aide le Client, par des mesures techniques et organisationnelles appropriées, à répondre aux
#       demandes des personnes concernées et donne suite à une demande d'aide du Client dans un délai de cinq jours
#       ouvrés. Il transmet sans délai au Client toute demande qu'il reçoit directement et n'y répond pas lui-même.
#     fall_back_to: >-
#       Tools in the service with which the customer can answer by itself, and the vendor's reasonable help, against
#       payment at agreed rates, where they do not suffice.
#     walk_away_at: No help at all, or a vendor that answers the customer's data subjects as it sees fit.
#   references:
#     - GDPR Art. 28(3)(e)
#     - CCPA §1798.130(a)(3)(A)
#     - CCPA Regs. §7051(a)(10)
#     - HIPAA 45 CFR 164.504(e)(2)(ii)(E)
#     - HIPAA 45 CFR 164.504(e)(2)(ii)(F)
package vendorlint.rules.data_subject_assistance

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider is not required to assist Customer in responding to requests from data subjects.
#   prefer: Provider shall assist Customer in responding to requests from data subjects.
deny contains result if result := finding.judge(rule, node, problem, "assistance with data subjects' requests")

rule := {
	"id": "data-subject-assistance",
	"fact": "data.subject_assistance",
	"about": "whether the vendor helps to answer data subjects' requests",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subject_assistance)

default problem := "The vendor does not help to answer data subjects' requests"

problem := "" if node.value == true
