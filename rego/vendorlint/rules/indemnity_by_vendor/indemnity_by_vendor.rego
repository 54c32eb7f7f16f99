# METADATA
# title: The vendor indemnifies the customer
# description: >-
#   Reports terms in which the vendor does not stand in for claims of others, such as over patents and copyrights in
#   its service.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/indemnity-by-vendor.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [indemnity.by_vendor]
#   category: indemnity
#   why: The customer is sued for using what only the vendor could have checked.
#   remedy: Ask the vendor to defend and indemnify you against claims that its service infringes rights of others.
#   negotiate:
#     ask_for: >-
#       Provider shall defend, indemnify and hold harmless Customer against any claim that the Services infringe or
#       misappropriate rights of a third party, and against claims that result from its breach of data protection law.
#     fall_back_to: Defence and payment of what is awarded, within a higher cap.
#     walk_away_at: No indemnity at all for a service that carries the vendor's own content or AI output.
package vendorlint.rules.indemnity_by_vendor

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider shall not indemnify Customer.
#   prefer: >-
#     Provider shall defend and indemnify Customer against any claim that the Services infringe third-party
#     intellectual property rights.
deny contains result if result := finding.judge(rule, node, problem, "an indemnity by the vendor")

rule := {
	"id": "indemnity-by-vendor",
	"fact": "indemnity.by_vendor",
	"about": "whether the vendor indemnifies the customer",
	"on_silence": "warning",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.indemnity.by_vendor)

default problem := "The vendor does not indemnify the customer"

problem := "" if node.value == true
