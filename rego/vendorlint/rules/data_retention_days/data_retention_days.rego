# METADATA
# title: Data is not kept long after the end
# description: Reports customer data that is kept for more days after the end of the agreement than the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-retention-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [data.retention_days]
#   category: data
#   why: What is kept can leak or be demanded by others, long after the customer has stopped to look after it.
#   remedy: Ask for deletion within the number of days that the policy allows, backups included.
#   negotiate:
#     ask_for: >-
#       Provider shall delete all Customer Data, copies in backups included, within 60 days after the end of this
#       Agreement, or of a transition period that follows it, of which the first 30 are the Retrieval Period, except for
#       what the law obliges it to store.
#     fall_back_to: >-
#       Deletion from the live systems within 60 days after the end of the agreement, and from backups within 90.
#     walk_away_at: More than 90 days without a legal duty to store the data, or no end at all.
#   references: [GDPR Art. 5(1)(e), GDPR Art. 28(3)(g), ISO/IEC 27001:2022 A.8.10]
#   params: {days: 90}
package vendorlint.rules.data_retention_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer Data is deleted within 180 days after termination of this Agreement.
#   prefer: Customer Data is deleted within 30 days after termination of this Agreement.
deny contains result if result := finding.judge(rule, node, problem, sprintf("at most %v days", [fact.figure(days)]))

rule := {
	"id": "data-retention-days",
	"fact": "data.retention_days",
	"about": "how many days after the end customer data is kept",
	"on_silence": "pass",
	"depends_on": "dpa",
	"params": {"days": 90},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.retention_days)

days := requirement.params(rule).days

default problem := "The time for which customer data is kept after the end is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value <= days
} else := sprintf(
	"Customer data is kept for %v days after the end; at most %v are allowed",
	[fact.figure(node.value), fact.figure(days)],
) if {
	is_number(node.value)
	node.value > days
}
