# METADATA
# title: Enough notice before the vendor leaves
# description: >-
#   Reports terms under which the vendor may end the agreement at shorter notice than the policy asks for. Silence
#   counts only where it may do so without cause.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/termination-vendor-notice-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [termination.vendor_notice_days, termination.vendor_convenience]
#   category: termination
#   why: Finding, buying and filling another service takes months, and the data has to be brought out first.
#   remedy: Ask for the days of notice that the policy requires.
#   negotiate:
#     ask_for: >-
#       If Provider has a right to terminate this Agreement for convenience, it may exercise it only upon at least 180
#       days' prior written notice.
#     fall_back_to: Ninety days, extended at the customer's request until the move is done.
#     walk_away_at: Less than 30 days, or notice that is given by posting it somewhere.
#   params: {days: 30}
package vendorlint.rules.termination_vendor_notice_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may terminate this Agreement for convenience upon ten (10) days' prior written notice to Customer.
#   prefer: >-
#     Provider may terminate this Agreement for convenience upon one hundred eighty (180) days' prior written notice
#     to Customer.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("at least %v days", [fact.figure(days)]))
}

rule := {
	"id": "termination-vendor-notice-days",
	"fact": "termination.vendor_notice_days",
	"about": "how many days before it ends the agreement the vendor says so",
	"on_silence": "warning",
	"params": {"days": 30},
}

default node := {}

node := requirement.scoped(rule, input.facts.termination.vendor_notice_days)

days := requirement.params(rule).days

default problem := "The vendor's notice is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value >= days
} else := beyond if {
	is_number(node.value)
	node.value < days
	node.value >= 0
	beyond := sprintf(
		"The vendor may end the agreement at %v days' notice; at least %v are required",
		[fact.figure(node.value), fact.figure(days)],
	)
}

default relevant := false

relevant if fact.said(node)

relevant if input.facts.termination.vendor_convenience.value == true
