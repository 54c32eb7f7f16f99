# METADATA
# title: The vendor says when an instruction is unlawful
# description: >-
#   Reports terms under which the vendor need not tell the customer that an instruction infringes data protection law.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-infringing-instruction-notice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.infringing_instruction_notice]
#   category: data
#   why: >-
#     A processor sees what its customer asks of it; the law wants it to speak up before it carries out what is
#     unlawful.
#   remedy: Ask for word at once when the vendor holds that an instruction infringes data protection law.
#   negotiate:
#     ask_for: >-
#       Provider shall immediately inform Customer if, in its opinion, an instruction infringes the GDPR or other data
#       protection law, and may suspend that instruction until Customer confirms or changes it.
#     fall_back_to: Word without undue delay, with no duty to examine instructions in law.
#     walk_away_at: A vendor that carries out whatever it is told, and says so.
#   references: [GDPR Art. 28(3)]
package vendorlint.rules.data_infringing_instruction_notice

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider is not obliged to inform Customer if an instruction infringes data protection law.
#   prefer: Provider shall immediately inform Customer if an instruction infringes data protection law.
deny contains result if result := finding.judge(rule, node, problem, "notice of unlawful instructions")

rule := {
	"id": "data-infringing-instruction-notice",
	"fact": "data.infringing_instruction_notice",
	"about": "whether the vendor tells the customer of unlawful instructions",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.infringing_instruction_notice)

default problem := "The vendor need not say that an instruction infringes the law"

problem := "" if node.value == true
