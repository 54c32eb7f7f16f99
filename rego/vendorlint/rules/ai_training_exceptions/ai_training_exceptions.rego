# METADATA
# title: No exception lets content train after all
# description: Reports kinds of content that may train AI models although content in general may not.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-exceptions.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [ai.training.exceptions]
#   category: ai
#   why: An exception for feedback or for a free plan lets in by the side door what was kept out at the front.
#   remedy: Ask that the ban on training holds for feedback, flagged content, beta features and free plans as well.
#   negotiate:
#     ask_for: >-
#       The ban on training applies to all Customer Content, including what accompanies feedback, what has
#       been flagged, and what is entered into beta features or free plans.
#     fall_back_to: Feedback without the conversation that it is about.
#     walk_away_at: Training on the content of plans that staff can open by themselves.
#   params: {allowed: []}
package vendorlint.rules.ai_training_exceptions

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider will not use Inputs to train its models, except for feedback that Customer gives on the Output.
#   prefer: Provider will not use Inputs, Outputs or feedback to train its models.
deny contains result if result := finding.judge(rule, fact.about(node, beyond), problem, allowed)

rule := {
	"id": "ai-training-exceptions",
	"fact": "ai.training.exceptions",
	"about": "what may train AI models although content may not",
	"on_silence": "pass",
	"params": {"allowed": []},
	"choices": {"allowed": ["feedback", "safety", "beta", "free_tier"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.training.exceptions)

allowed := requirement.params(rule).allowed

beyond := fact.beyond(node, allowed)

default problem := ""

problem := sprintf("AI models may be trained with what is an exception: %v", [fact.words(beyond)]) if {
	count(beyond) > 0
}
