# METADATA
# title: People of the vendor do not read prompts
# description: >-
#   Reports terms under which people of the vendor or its contractors read prompts and output for more than the
#   policy allows. Silence counts only where the service has AI features.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-human-review.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [ai.human_review, ai.features]
#   category: ai
#   why: Prompts hold what staff would not send to a stranger; whoever reads them to judge answers learns it.
#   remedy: Ask that nobody reads prompts and output but to look into abuse, or at the customer's request.
#   negotiate:
#     ask_for: >-
#       No person at Provider or its contractors reads prompts or Output, except to investigate suspected abuse of the
#       Services.
#     fall_back_to: >-
#       Review by people of a sample without names, which the customer can switch off for its whole
#       organisation.
#     walk_away_at: Review by contractors for quality or training that cannot be switched off.
#   params: {allowed: [none, abuse_only]}
package vendorlint.rules.ai_human_review

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider's staff may review Inputs and Outputs to improve the Service.
#   prefer: No person at Provider has access to Inputs or Outputs.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, allowed)
}

rule := {
	"id": "ai-human-review",
	"fact": "ai.human_review",
	"about": "whether people of the vendor read prompts and output",
	"on_silence": "info",
	"params": {"allowed": ["none", "abuse_only"]},
	"choices": {"allowed": ["quality", "opt_out", "abuse_only", "none"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.human_review)

allowed := requirement.params(rule).allowed

default problem := "People of the vendor may read prompts and output"

problem := "" if {
	node.value in allowed
} else := "People of the vendor may read prompts and output unless the customer objects" if {
	node.value == "opt_out"
} else := "People of the vendor may read prompts and output in cases of abuse, support or law" if {
	node.value == "abuse_only"
}

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
