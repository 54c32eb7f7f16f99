# METADATA
# title: Leaving costs no fee
# description: >-
#   Reports fees for the export of data at the end or for switching to another provider, beyond what the policy
#   allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/exit-switching-charge.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [exit.switching_charge]
#   category: exit
#   why: A fee on taking data out makes a bad service dearer to leave than to keep.
#   remedy: Ask that taking out data and switching cost nothing, or no more than it costs the vendor.
#   negotiate:
#     ask_for: >-
#       Provider shall charge nothing for the export of Customer Data, for data egress or for switching to another
#       provider. Help with the move beyond what the law obliges it to give is charged only at rates that the parties
#       have agreed on in advance.
#     fall_back_to: No more than the costs that the vendor shows to have had for the transfer.
#     walk_away_at: Fees that grow with the amount of data, or that are set when the customer leaves.
#   references: [EU Data Act Art. 25(2)(i), EU Data Act Art. 29]
#   params: {allowed: [none, cost]}
package vendorlint.rules.exit_switching_charge

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: A fee of EUR 5,000 applies to the return of Customer Data upon termination.
#   prefer: Provider does not charge for the export of Customer Data or for switching to another provider.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "exit-switching-charge",
	"fact": "exit.switching_charge",
	"about": "what leaving costs",
	"on_silence": "pass",
	"params": {"allowed": ["none", "cost"]},
	"choices": {"allowed": ["charged", "cost", "none"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.exit.switching_charge)

allowed := requirement.params(rule).allowed

default problem := "Taking data out or switching provider costs a fee"

problem := "" if {
	node.value in allowed
} else := "Taking data out or switching provider costs what it costs the vendor" if {
	node.value == "cost"
} else := "Taking data out or switching provider is free of charge" if {
	node.value == "none"
}
