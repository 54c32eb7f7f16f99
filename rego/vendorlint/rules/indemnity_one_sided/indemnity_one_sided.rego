# METADATA
# title: Indemnities are mutual
# description: >-
#   Reports terms under which the customer indemnifies the vendor while the vendor does not indemnify the customer.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/indemnity-one-sided.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [indemnity.by_customer, indemnity.by_vendor]
#   category: indemnity
#   why: A one-sided indemnity puts the risks of the service on the party that controls them least.
#   remedy: Ask for an indemnity of the same reach from the vendor, or strike the customer's.
#   negotiate:
#     ask_for: >-
#       Provider shall defend and indemnify Customer against claims of third parties that result from Provider's breach
#       of this Agreement, or that the Services infringe the rights of others. An indemnity that Customer gives is no
#       wider than Provider's, follows the same procedure and is subject to the same limits of liability.
#     fall_back_to: >-
#       The vendor's indemnity against claims of infringement in return for the customer's over unlawful content, both
#       under the same cap.
#     walk_away_at: >-
#       An indemnity by the customer in return for none, or one without a cap in return for one that has a cap.
package vendorlint.rules.indemnity_one_sided

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Customer shall indemnify, defend and hold harmless Provider from any claim arising out of Customer's use of the
#     Service.
#   prefer: >-
#     Each party shall indemnify the other party from third-party claims arising out of its breach of this Agreement.
deny contains result if {
	result := finding.judge(rule, fact.with_evidence(node, vendor), problem, "an indemnity by the vendor too, or none")
}

rule := {
	"id": "indemnity-one-sided",
	"fact": "indemnity.by_customer",
	"about": "whether the customer indemnifies the vendor",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.indemnity.by_customer)

default vendor := {}

vendor := requirement.scoped(rule, input.facts.indemnity.by_vendor)

default problem := "The customer indemnifies the vendor, and the vendor does not indemnify the customer"

problem := "" if {
	node.value == false
} else := "" if {
	vendor.value == true
	requirement.sure(rule, fact.confidence(vendor))
} else := "The customer indemnifies the vendor, and clauses disagree on whether the vendor does the same" if {
	fact.status(vendor) == "conflict"
} else := "The customer indemnifies the vendor, and no clause was found by which the vendor does the same" if {
	fact.value(vendor) != false
}
