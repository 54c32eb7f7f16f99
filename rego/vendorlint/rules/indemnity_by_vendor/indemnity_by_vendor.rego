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
#   remedy: >-
#     Ask the vendor to defend and indemnify you against claims that its service infringes rights of others, AI output
#     and training data included.
#   negotiate:
#     ask_for: >-
#       Provider shall defend Customer against any claim of a third party that the Services, the data with which the AI
#       Features were trained, or Output as the Services generate it, infringe or misappropriate intellectual property
#       or other rights, or that results from Provider's breach of data protection law, and shall indemnify and hold
#       Customer harmless from all damages, costs and settlements. This does not apply as far as the claim results from
#       Customer Content, from a change that Customer made, from filters that Customer switched off, or from Output that
#       Customer sought knowing that it would infringe.
#     fall_back_to: >-
#       Defence and payment of what is awarded or settled, for Output too, within a super-cap of its own; exclusions
#       only for what the customer brought in, changed, or was told to stop using.
#     walk_away_at: >-
#       No indemnity at all for a service that carries the vendor's own content or AI output, or one that leaves out
#       Output and training data where these are what is paid for.
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
