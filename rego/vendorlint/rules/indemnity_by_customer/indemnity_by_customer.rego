# METADATA
# title: The customer indemnifies nobody
# description: Reports terms in which the customer has to indemnify the vendor.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/indemnity-by-customer.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [indemnity.by_customer]
#   category: indemnity
#   why: >-
#     An indemnity is owed without fault and often without a limit, and can be larger than the price of the service by
#     far.
#   remedy: >-
#     Ask to strike it, or to limit it to claims over the customer's own content, within the same cap as the vendor's.
#   negotiate:
#     ask_for: >-
#       Customer gives no indemnity. Customer is liable to Provider for breach of this Agreement only under its
#       general provisions and within the limit of liability.
#     fall_back_to: >-
#       An indemnity against claims of third parties that Customer Content, used as this Agreement allows, infringes
#       their rights, within the cap and with the customer in control of the defence.
#     walk_away_at: An unlimited indemnity for any use of the service.
package vendorlint.rules.indemnity_by_customer

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Customer shall defend, indemnify and hold harmless Provider against third-party claims arising from Customer
#     Data.
#   prefer: Each party bears its own losses.
deny contains result if result := finding.judge(rule, node, problem, "no indemnity by the customer")

rule := {
	"id": "indemnity-by-customer",
	"fact": "indemnity.by_customer",
	"about": "whether the customer indemnifies the vendor",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.indemnity.by_customer)

default problem := "The customer indemnifies the vendor"

problem := "" if node.value == false
