# METADATA
# title: Time to pay an invoice
# description: Reports fewer days to pay an invoice than the policy asks for.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/payment-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [payment.days]
#   category: payment
#   why: >-
#     An invoice that is due before it has been checked is paid late or unchecked; interest and suspension follow from
#     it.
#   remedy: >-
#     Ask for the days that your accounts payable needs, counted from the receipt of a correct invoice, and for
#     disputed parts to wait.
#   negotiate:
#     ask_for: >-
#       Customer pays each undisputed and correct invoice within 45 days of its receipt. What is disputed in good
#       faith is not due until the dispute is resolved, and is no ground for suspension.
#     fall_back_to: Thirty days from receipt.
#     walk_away_at: >-
#       Payment at once or in advance for usage that cannot be checked, with suspension for disputed amounts.
#   params: {days: 30}
package vendorlint.rules.payment_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer shall pay each invoice within 7 days of receipt.
#   prefer: Customer shall pay each undisputed invoice within 45 days of receipt.
deny contains result if result := finding.judge(rule, node, problem, sprintf("at least %v days", [fact.figure(days)]))

rule := {
	"id": "payment-days",
	"fact": "payment.days",
	"about": "how many days there are to pay an invoice",
	"on_silence": "pass",
	"params": {"days": 30},
}

default node := {}

node := requirement.scoped(rule, input.facts.payment.days)

days := requirement.params(rule).days

default problem := "The time to pay an invoice is not a number of days"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value >= days
} else := beyond if {
	is_number(node.value)
	node.value < days
	node.value >= 0
	beyond := sprintf(
		"Invoices are due after %v days; at least %v are required",
		[fact.figure(node.value), fact.figure(days)],
	)
}
