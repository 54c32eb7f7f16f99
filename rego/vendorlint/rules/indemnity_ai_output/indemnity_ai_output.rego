# METADATA
# title: AI output is in the indemnity
# description: Reports terms whose indemnity leaves out what the AI features generate.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/indemnity-ai-output.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [indemnity.ai_output, ai.features]
#   category: indemnity
#   why: >-
#     Whether a model repeats what it was trained on is known to the vendor alone; without an indemnity its customer
#     is sued for it.
#   remedy: >-
#     Ask for output and training data to be part of the indemnity against claims of infringement, with conditions
#     that you can keep.
#   negotiate:
#     ask_for: >-
#       Provider shall defend and indemnify Customer against claims that the Output, as delivered, or the data with
#       which the AI Features were trained, infringes rights of a third party. The only exceptions are claims that
#       result from Customer Content, from a change that Customer made, from filters that Customer switched off, or from
#       Output that Customer sought knowing that it would infringe.
#     fall_back_to: Output that was not modified, with the vendor's filters switched on.
#     walk_away_at: No indemnity for output that is published or built into products.
#   params: {allowed: ["yes", conditional]}
package vendorlint.rules.indemnity_ai_output

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider's indemnification obligations do not extend to Output.
#   prefer: Provider shall indemnify Customer against third-party claims that the Output infringes a copyright.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, allowed)
}

rule := {
	"id": "indemnity-ai-output",
	"fact": "indemnity.ai_output",
	"about": "whether the vendor indemnifies the customer for AI output",
	"on_silence": "info",
	"params": {"allowed": ["yes", "conditional"]},
	"choices": {"allowed": ["yes", "conditional", "excluded"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.indemnity.ai_output)

allowed := requirement.params(rule).allowed

default problem := "The vendor's indemnity does not extend to AI output"

problem := "" if {
	node.value in allowed
} else := "The vendor indemnifies the customer for AI output only under conditions" if {
	node.value == "conditional"
}

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
