# METADATA
# title: The customer owns AI output
# description: >-
#   Reports terms under which what the AI features generate does not belong to the customer. Silence counts only where
#   the service has AI features.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-output-ownership.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [ai.output_ownership, ai.features]
#   category: ai
#   why: Output that is not owned cannot safely be put into products, filings or source code.
#   remedy: Ask for an assignment of all rights in the output, as far as the law gives any.
#   negotiate:
#     ask_for: >-
#       As between the parties, Customer owns all Output. To the extent permitted by law, Provider hereby assigns to
#       Customer all right, title and interest in and to the Output.
#     ask_for_fr: >-
#       Entre les parties, le Client est propriétaire de tous les Résultats. Dans la mesure permise par la loi, le
#       Prestataire cède au Client l'ensemble des droits, titres et intérêts sur les Résultats.
#     fall_back_to: >-
#       A perpetual and irrevocable licence to use the output for any purpose, with the vendor bound neither to use nor
#       to disclose it.
#     walk_away_at: >-
#       Output that belongs to the vendor and may be used only during the term, or that the vendor may hand to others.
#   params: {allowed: [customer]}
package vendorlint.rules.ai_output_ownership

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider owns all right, title and interest in and to the Output.
#   prefer: As between the parties, Customer owns all Output.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, allowed)
}

rule := {
	"id": "ai-output-ownership",
	"fact": "ai.output_ownership",
	"about": "who owns the output of the AI features",
	"on_silence": "info",
	"params": {"allowed": ["customer"]},
	"choices": {"allowed": ["customer", "shared", "vendor"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.output_ownership)

allowed := requirement.params(rule).allowed

default problem := "The output of the AI features does not belong to the customer"

problem := "" if {
	node.value in allowed
} else := "The output of the AI features belongs to the customer and the vendor together" if {
	node.value == "shared"
}

# Silence matters only where the service has AI features at all.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.ai.features.value == true
