# METADATA
# title: {title}
# description: Reports terms that say no.
# custom:
#   severity: error
#   on_silence: warning
#   facts: [{fact}]
#   why: TODO Why it matters, in a sentence for whoever reads the report.
#   remedy: TODO What to ask the vendor for.
package vendorlint.rules.{name}

import rego.v1

import data.vendorlint.lib.finding

deny contains result if result := finding.judge(rule, node, problem, "true")

rule := {
	"id": "{id}",
	"fact": "{fact}",
	"about": "{about}",
	"on_silence": "warning",
	"params": {},
}

default node := {}

node := input.facts.{fact}

default problem := "The terms say no: {subject}"

problem := "" if node.value == true
