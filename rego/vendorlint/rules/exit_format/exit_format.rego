# METADATA
# title: Data leaves in a format that others can read
# description: Reports data that the customer gets out in a format of the vendor's own, or of its choice.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/exit-format.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [exit.format]
#   category: exit
#   why: Data that only the old vendor's software reads is returned on paper alone.
#   remedy: Ask for a commonly used, machine-readable format, with a description of its structure.
#   negotiate:
#     ask_for: >-
#       On request and at the end of this Agreement, Provider shall return all Customer Data in an open,
#       structured and machine-readable format together with a description of its structure.
#     fall_back_to: Export to CSV or JSON at any time, with what belongs together kept together.
#     walk_away_at: A format that can be read with the vendor's software only.
#   references: [DORA Art. 30(2)(d), EU Data Act Art. 30(5)]
#   params: {allowed: [open, common]}
package vendorlint.rules.exit_format

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Upon termination, Customer may download its data in the proprietary format of the Service.
#   prefer: Upon termination, Provider shall return Customer Data in an open and documented format.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "exit-format",
	"fact": "exit.format",
	"about": "which format data leaves in",
	"on_silence": "info",
	"params": {"allowed": ["open", "common"]},
	"choices": {"allowed": ["proprietary", "common", "open"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.exit.format)

allowed := requirement.params(rule).allowed

default problem := "Data leaves in a format of the vendor's own"

problem := "" if {
	node.value in allowed
} else := "Data leaves in a common format that is not said to be open" if {
	node.value == "common"
} else := "Data leaves in an open format" if {
	node.value == "open"
}
