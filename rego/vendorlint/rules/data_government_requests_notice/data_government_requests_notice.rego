# METADATA
# title: The customer is told before data goes to authorities
# description: Reports terms under which the vendor may disclose data to authorities without telling the customer.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-government-requests-notice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [data.government_requests_notice]
#   category: data
#   why: >-
#     Only who knows of a demand can contest it; and a disclosure abroad may break the law that the customer is under.
#   remedy: >-
#     Ask for notice before any disclosure unless the law forbids it, for a review of each demand, and for the least
#     that it compels.
#   negotiate:
#     ask_for: >-
#       Unless the law forbids it, Provider shall notify Customer of any demand by a public authority for Customer Data
#       before it discloses anything. Provider shall review whether the demand is lawful, shall contest it where there
#       are reasonable grounds to, and shall disclose no more than what is strictly required.
#     ask_for_fr: >-
#       Sauf interdiction légale, le Prestataire notifie au Client toute demande d'une autorité publique portant sur les
#       Données du Client avant toute divulgation. Il en examine la licéité, la conteste s'il y a lieu et ne divulgue
#       que ce qui est strictement exigé.
#     fall_back_to: >-
#       Notice before the disclosure where the law allows it, except in an emergency that threatens life, and then as
#       soon as it is over.
#     walk_away_at: A right to hand data to authorities without notice although the law would allow it.
#   references: [GDPR Art. 28(3)(a), SCCs (EU) 2021/914 Clause 15.1, EU Data Act Art. 32(5)]
package vendorlint.rules.data_government_requests_notice

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may disclose Customer Data to law enforcement without notice to Customer.
#   prefer: >-
#     If a law enforcement authority demands Customer Data, Provider shall notify Customer before it discloses
#     anything, unless the law forbids this.
deny contains result if result := finding.judge(rule, node, problem, "notice before disclosure, where lawful")

rule := {
	"id": "data-government-requests-notice",
	"fact": "data.government_requests_notice",
	"about": "whether the customer is told before data is disclosed to authorities",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.government_requests_notice)

default problem := "The vendor may disclose data to authorities without telling the customer"

problem := "" if node.value == true
