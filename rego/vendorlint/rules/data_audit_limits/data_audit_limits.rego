# METADATA
# title: Audits are not hemmed in
# description: Reports limits of the customer's audits that the policy does not allow.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-audit-limits.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [data.audit_limits]
#   category: data
#   why: >-
#     A right that needs the vendor's leave, its choice of auditor and its price is seldom used, and a regulator may
#     not count it as one.
#   remedy: >-
#     Ask for notice and a number of audits as the only limits, and for neither after a breach or at an authority's
#     demand.
#   negotiate:
#     ask_for: >-
#       Customer may audit Provider on 30 days' notice and once a year; neither limit applies after a Personal Data
#       Breach or where a supervisory authority requires an audit. Customer chooses the auditor, who is bound to
#       confidentiality. Each party bears its own costs.
#     fall_back_to: >-
#       Reports first, with an audit wherever they leave questions open; the customer pays the vendor's time at agreed
#       rates unless the audit shows a breach.
#     walk_away_at: >-
#       An auditor whom the vendor picks or may refuse without a reason, or reports in the place of any audit.
#   references: [GDPR Art. 28(3)(h), DORA Art. 30(3)(e)]
#   params: {allowed: [notice, frequency, cost_on_customer]}
package vendorlint.rules.data_audit_limits

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer's audit right is satisfied by Provider's SOC 2 report.
#   prefer: On 30 days' notice Customer may audit Provider's processing once a year.
deny contains result if result := finding.judge(rule, fact.about(node, beyond), problem, allowed)

rule := {
	"id": "data-audit-limits",
	"fact": "data.audit_limits",
	"about": "what limits the customer's audits",
	"on_silence": "pass",
	"depends_on": "dpa",
	"params": {"allowed": ["notice", "frequency", "cost_on_customer"]},
	"choices": {"allowed": ["notice", "frequency", "cost_on_customer", "agreed_auditor", "reports_first"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.audit_limits)

allowed := requirement.params(rule).allowed

beyond := fact.beyond(node, allowed)

default problem := "What limits the customer's audits is no list"

problem := sprintf("The customer's audits are limited beyond what is allowed: %v", [fact.words(beyond)]) if {
	count(beyond) > 0
} else := "" if {
	is_array(node.value)
}
