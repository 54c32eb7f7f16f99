# METADATA
# title: {title}
# description: Reports a value that the policy does not allow.
# custom:
#   severity: error
#   on_silence: warning
#   facts: [{fact}]
#   why: TODO Why it matters, in a sentence for whoever reads the report.
#   remedy: TODO What to ask the vendor for.
#   params: {allowed: [{first}]}
package vendorlint.rules.{name}

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "{id}",
	"fact": "{fact}",
	"about": "{about}",
	"on_silence": "warning",
	"params": {"allowed": [{first}]},
	"choices": {"allowed": [{choices}]},
}

default node := {}

node := input.facts.{fact}

allowed := requirement.params(rule).allowed

default problem := "The terms say other than allowed: {subject}"

problem := "" if node.value in allowed
