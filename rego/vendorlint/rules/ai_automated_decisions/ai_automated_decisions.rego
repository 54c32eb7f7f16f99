# METADATA
# title: No decisions about people by automated means
# description: Reports terms that say that decisions about people are made by automated means.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-automated-decisions.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [ai.automated_decisions]
#   category: ai
#   why: >-
#     People have a right not to be subject to a decision with legal or similarly significant effects that a machine
#     alone makes, save in set cases, and then to have a human look at it (GDPR Art. 22(1)-(3)); the customer answers
#     for it.
#   remedy: Ask which decisions these are, for a person who can review each, and for the right to switch them off.
#   negotiate:
#     ask_for: >-
#       Provider does not make decisions about individuals based solely on automated processing. A competent person
#       shall review each decision that significantly affects an individual before it takes effect.
#     fall_back_to: >-
#       Automated decisions of the kinds that the agreement lists, which a person with the power to reverse them reviews
#       on request and which the customer can switch off.
#     walk_away_at: >-
#       Automated decisions with significant effects on people that nobody reviews or that the terms do not name.
#   references: [GDPR Art. 22]
package vendorlint.rules.ai_automated_decisions

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: We make decisions about you by automated means, including profiling.
#   prefer: We do not make decisions about you based solely on automated processing.
deny contains result if result := finding.judge(rule, node, problem, "no automated decisions about people")

rule := {
	"id": "ai-automated-decisions",
	"fact": "ai.automated_decisions",
	"about": "whether decisions about people are automated",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.automated_decisions)

default problem := "Decisions about people are made by automated means"

problem := "" if node.value == false
