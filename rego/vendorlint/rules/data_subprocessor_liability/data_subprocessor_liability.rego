# METADATA
# title: The vendor answers for its sub-processors
# description: >-
#   Reports terms under which the vendor answers for its sub-processors up to a limit only, or not at all.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subprocessor-liability.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.subprocessor_liability]
#   category: data
#   why: >-
#     Most of the processing is often theirs, and the customer has no contract with them: whoever chose them has to
#     answer.
#   remedy: Ask for full liability for sub-processors, as for the vendor's own acts.
#   negotiate:
#     ask_for: >-
#       Where a Sub-processor fails to fulfil its obligations, Provider remains fully liable to Customer for their
#       performance. Acts and omissions of Sub-processors count as Provider's own.
#     ask_for_fr: >-
#       Lorsqu'un Sous-traitant ultérieur ne remplit pas ses obligations, le Prestataire demeure pleinement responsable
#       envers le Client de leur exécution.
#     fall_back_to: >-
#       Liability for sub-processors under the super-cap for data protection claims, never under the general cap.
#     walk_away_at: No liability for sub-processors, or recourse against them alone.
#   references: [GDPR Art. 28(4)]
#   params: {allowed: [full]}
package vendorlint.rules.data_subprocessor_liability

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider is not liable for anything done by its Sub-processors.
#   prefer: Provider remains fully liable to Customer for whatever its Sub-processors do.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-subprocessor-liability",
	"fact": "data.subprocessor_liability",
	"about": "whether the vendor answers for its sub-processors",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"allowed": ["full"]},
	"choices": {"allowed": ["full", "capped", "none"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subprocessor_liability)

allowed := requirement.params(rule).allowed

default problem := "What the vendor answers for is not known"

problem := "" if {
	node.value in allowed
} else := "The vendor answers for its sub-processors up to a limit only" if {
	node.value == "capped"
} else := "The vendor does not answer for its sub-processors" if {
	node.value == "none"
} else := "The vendor answers for its sub-processors as for itself; the policy allows another value alone" if {
	node.value == "full"
}
