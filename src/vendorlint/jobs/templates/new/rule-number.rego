# METADATA
# title: {title}
# description: Reports a number below the minimum.
# custom:
#   severity: error
#   on_silence: warning
#   facts: [{fact}]
#   why: TODO Why it matters, in a sentence for whoever reads the report.
#   remedy: TODO What to ask the vendor for.
#   params: {minimum: 30}
package vendorlint.rules.{name}

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

deny contains result if result := finding.judge(rule, node, problem, sprintf("at least %v", [minimum]))

rule := {
	"id": "{id}",
	"fact": "{fact}",
	"about": "{about}",
	"on_silence": "warning",
	"params": {"minimum": 30},
}

default node := {}

node := input.facts.{fact}

minimum := requirement.params(rule).minimum

default problem := ""

problem := sprintf("The terms say %v; at least %v is required", [node.value, minimum]) if node.value < minimum
