# METADATA
# title: A venue that is accepted
# description: >-
#   Reports agreements whose courts or arbitrators sit where the policy does not accept it, as ISO 3166 codes; a
#   country stands for its parts. By default any venue is accepted; contradiction is reported.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/dispute-venue.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [dispute.venue]
#   category: dispute
#   why: A claim that has to be brought on another continent is often not brought at all.
#   remedy: Ask for the courts at your seat, or at the defendant's.
#   negotiate:
#     ask_for: >-
#       The courts at the seat of the defendant have exclusive jurisdiction over all disputes arising out of or in
#       connection with this Agreement; interim relief may be sought from any competent court.
#     fall_back_to: The courts of a third country that both sides know.
#     walk_away_at: Courts whose judgments cannot be enforced against the vendor.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(q) (consumers)]
#   params: {accepted: []}
package vendorlint.rules.dispute_venue

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The courts of New York have exclusive jurisdiction over any dispute.
#   prefer: The courts of Ireland have exclusive jurisdiction over any dispute.
deny contains result if result := finding.judge(rule, node, problem, accepted)

rule := {
	"id": "dispute-venue",
	"fact": "dispute.venue",
	"about": "where courts or arbitrators sit",
	"on_silence": "pass",
	"params": {"accepted": []},
	"codes": ["accepted"],
}

default node := {}

node := requirement.scoped(rule, input.facts.dispute.venue)

accepted := requirement.params(rule).accepted

default problem := "The venue is not a code of a country"

problem := "" if {
	_is_code(node.value)
	_is_accepted(node.value)
} else := refused if {
	_is_code(node.value)
	refused := sprintf("The venue of %v is not accepted; accepted are %v", [node.value, concat(", ", accepted)])
}

_is_code(code) if {
	is_string(code)
	regex.match(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`, code)
}

_is_accepted(_) if count(accepted) == 0

_is_accepted(code) if {
	some each in accepted
	split(code, "-")[0] == each
}

_is_accepted(code) if code in accepted
