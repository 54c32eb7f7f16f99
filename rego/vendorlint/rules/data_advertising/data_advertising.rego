# METADATA
# title: No advertising with the data
# description: Reports terms that let customer or personal data be used or shared for advertising.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-advertising.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: info
#   facts: [data.advertising]
#   category: data
#   why: Advertising builds profiles of the customer's people and passes them on, for a purpose that no service needs.
#   remedy: Ask for a ban on advertising with the data, on sharing it with advertisers and on profiles for either.
#   negotiate:
#     ask_for: >-
#       Provider shall not use Customer Data or Personal Data for advertising, shall not share either with advertisers,
#       advertising networks or data brokers, and shall not build profiles of individuals for such purposes.
#     ask_for_fr: >-
#       Le Prestataire n'utilise ni les Données du Client ni les Données personnelles à des fins publicitaires et ne les
#       partage pas avec des annonceurs, des régies publicitaires ou des courtiers en données.
#     fall_back_to: >-
#       No advertising with customer content or with the personal data of its users; measuring the reach of the
#       vendor's public website, with the consent of its visitors, is left out.
#     walk_away_at: Personal data or customer content in targeted advertising, by the vendor or by others.
#   references: [GDPR Art. 28(3)(a), CCPA §1798.140(ag)(1)(A), CCPA Regs. §7050(b), HIPAA 45 CFR 164.508(a)(3)]
package vendorlint.rules.data_advertising

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use Personal Data for targeted advertising.
#   prefer: Provider shall not use Customer Data or Personal Data for advertising.
deny contains result if result := finding.judge(rule, node, problem, "prohibited")

rule := {
	"id": "data-advertising",
	"fact": "data.advertising",
	"about": "whether data may be used for advertising",
	"on_silence": "info",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.advertising)

default problem := "Customer or personal data may be used for advertising"

problem := "" if node.value == "prohibited"
