# METADATA
# title: No sale of data
# description: Reports terms that let the vendor sell personal or customer data.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-sale.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: info
#   facts: [data.sale]
#   category: data
#   why: >-
#     Data that was sold is out of reach for good, and under privacy laws the sale may make a seller of the customer
#     too.
#   remedy: Ask for a ban on selling the data, in any form and for any consideration.
#   negotiate:
#     ask_for: >-
#       Provider shall not sell, rent or lease Customer Data or Personal Data, or make it available to a third party
#       for money or other valuable consideration, in any form, including de-identified or aggregated form.
#     ask_for_fr: >-
#       Le Prestataire ne vend, ne loue et ne met à la disposition de tiers, contre argent ou autre contrepartie, ni les
#       Données du Client ni les Données personnelles, sous quelque forme que ce soit.
#     fall_back_to: >-
#       A ban on the sale of customer data and personal data that leaves out aggregate statistics in which neither the
#       customer nor any person can be recognised.
#     walk_away_at: Any right of the vendor to sell personal data or customer content.
#   references: [GDPR Art. 28(3)(a), CCPA §1798.140(ag)(1)(A), CCPA Regs. §7051(a)(1), HIPAA 45 CFR 164.502(a)(5)(ii)]
package vendorlint.rules.data_sale

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may sell Personal Data to third parties.
#   prefer: Provider shall not sell Personal Data or Customer Data.
deny contains result if result := finding.judge(rule, node, problem, "prohibited")

rule := {
	"id": "data-sale",
	"fact": "data.sale",
	"about": "whether the vendor may sell data",
	"on_silence": "info",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.sale)

default problem := "The vendor may sell personal or customer data"

problem := "" if node.value == "prohibited"
