# METADATA
# title: A data processing agreement is part of the terms
# description: Reports terms without a data processing agreement, in them or by reference.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-dpa.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: error
#   facts: [data.dpa]
#   category: data
#   why: >-
#     Under the GDPR a processor may handle personal data only under a contract with set contents; without one, every
#     use of the service with personal data breaks the law.
#   remedy: >-
#     Ask the vendor for its data processing agreement, or send your own, and have it named as part of the agreement.
#   negotiate:
#     ask_for: >-
#       The attached data processing agreement forms part of this Agreement and applies to all Personal Data that
#       Provider processes on Customer's behalf. In matters of data protection it prevails over any other provision.
#     fall_back_to: >-
#       The vendor's published data processing agreement, in the version of the date of signature, which the terms
#       incorporate by reference and which the vendor may not change to the customer's disadvantage.
#     walk_away_at: >-
#       No data processing agreement although the vendor will handle personal data, or one that the vendor may change
#       or withdraw at will.
#   references: [GDPR Art. 28(3), CCPA §1798.100(d), CCPA Regs. §7051(a)]
package vendorlint.rules.data_dpa

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider does not enter into a data processing agreement for the Service.
#   prefer: The Data Processing Agreement in Annex 1 forms part of this Agreement.
deny contains result if result := finding.judge(rule, node, problem, "a data processing agreement")

rule := {
	"id": "data-dpa",
	"fact": "data.dpa",
	"about": "whether a data processing agreement applies",
	"on_silence": "error",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.dpa)

default problem := "No data processing agreement is part of the terms"

problem := "" if node.value == true
