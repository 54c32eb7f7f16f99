# METADATA
# title: AI output comes without warranty
# description: Points out terms that warn of wrong AI output or disclaim its accuracy.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-output-disclaimer.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [ai.output_disclaimer]
#   category: ai
#   why: Whoever relies on the output carries the loss alone.
#   remedy: Have a person review the output before it is relied on, and record who does.
#   negotiate:
#     ask_for: >-
#       Provider warrants that the AI Features will perform materially as described in the Documentation and shall, at
#       its own cost and without undue delay, correct any failure to do so.
#     fall_back_to: >-
#       A disclaimer for the accuracy of single outputs, beside a warranty that the AI features work as documented and
#       are tested for known errors before each release.
#     walk_away_at: >-
#       A disclaimer of all liability for the AI features together with a duty to indemnify the vendor for what they put
#       out.
package vendorlint.rules.ai_output_disclaimer

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Output may be inaccurate, and Provider makes no warranty as to the accuracy of the Output.
#   prefer: Provider warrants that the AI Features will perform materially as described in the Documentation.
deny contains result if {
	result := finding.judge(rule, node, problem, "no disclaimer, or human review on the customer's side")
}

rule := {
	"id": "ai-output-disclaimer",
	"fact": "ai.output_disclaimer",
	"about": "whether AI output may be wrong",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.ai.output_disclaimer)

default problem := "The terms warn that AI output may be wrong, or disclaim its accuracy"

problem := "" if node.value == false
