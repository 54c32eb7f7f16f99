# METADATA
# title: Sublicences only for subprocessing
# description: Reports a licence that may be sublicensed for more than the purposes that a subprocessor serves.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-sublicensing.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [licence.sublicensable, licence.purposes]
#   category: licence
#   why: >-
#     Hosting needs subcontractors; a right to pass content on for anything else hands it to parties that the customer
#     never chose.
#   remedy: Limit sublicences to subprocessors, for providing the service, under the same duties.
#   negotiate:
#     ask_for: >-
#       Customer grants Provider a licence, sublicensable to its Sub-processors and other subcontractors, to use
#       Customer Content solely to provide the Services. Provider shall bind each of them by obligations no less
#       protective than those of this Agreement and shall be liable for its performance.
#     fall_back_to: >-
#       Sublicences to affiliates as well, for the same purposes and under the same duties, from a list that the
#       customer is told of changes to.
#     walk_away_at: >-
#       Sublicences to partners, advertisers or AI providers for purposes of their own.
#   params: {allowed: [provide_service, security, legal_compliance]}
package vendorlint.rules.licence_sublicensing

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.purpose
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Customer grants Provider a sublicensable licence to use Customer Content for marketing and to develop new
#     products.
#   prefer: >-
#     Customer grants Provider a licence, sublicensable to its subprocessors, to use Customer Content solely to
#     provide the Service.
deny contains result if {
	proven := fact.with_evidence(node, fact.about(purposes, outside))
	result := finding.judge(rule, proven, problem, "subprocessing only")
}

rule := {
	"id": "licence-sublicensing",
	"fact": "licence.sublicensable",
	"about": "whether the licence to customer content may be sublicensed",
	"on_silence": "pass",
	"params": {"allowed": ["provide_service", "security", "legal_compliance"]},
	"choices": {"allowed": purpose.known},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.sublicensable)

default purposes := {}

purposes := requirement.scoped(rule, input.facts.licence.purposes)

allowed := requirement.params(rule).allowed

outside := fact.beyond(purposes, allowed)

default problem := "Customer content may be sublicensed, or used by others, not for subprocessing alone"

problem := "" if node.value == false

problem := "" if {
	fact.status(purposes) == "stated"
	outside == []
}
