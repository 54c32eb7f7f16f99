# METADATA
# title: {title}
# description: Reports values that the policy does not allow.
# custom:
#   severity: error
#   on_silence: warning
#   facts: [{fact}]
#   why: TODO Why it matters, in a sentence for whoever reads the report.
#   remedy: TODO What to ask the vendor for.
#   params: {allowed: [{first}]}
package vendorlint.rules.{name}

import rego.v1

import data.vendorlint.lib.fact
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

default problem := ""

problem := sprintf("Beyond what is allowed: %v", [fact.words(beyond)]) if {
	beyond := fact.beyond(node, allowed)
	count(beyond) > 0
}
