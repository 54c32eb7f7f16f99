# METADATA
# title: Breaches are reported within hours
# description: >-
#   Reports more hours to the notice of a breach than the policy allows. Silence counts only where the vendor
#   undertakes to tell the customer of breaches.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-breach-notice-hours.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [data.breach_notice_hours, data.breach_notice]
#   category: data
#   why: >-
#     The customer's own time to report, 72 hours under the GDPR, leaves little to investigate; 'without undue delay'
#     alone can mean weeks.
#   remedy: >-
#     Ask for the number of hours that the policy allows, counted from when the vendor becomes aware of the breach.
#   negotiate:
#     ask_for: >-
#       Provider shall notify Customer of a Personal Data Breach without undue delay and in any event within 48 hours
#       after becoming aware of it. Information that is not yet available shall follow in stages without further delay.
#     ask_for_fr: >-
#       Le Prestataire notifie au Client toute Violation de données dans les meilleurs délais et au plus tard 48 heures
#       après en avoir pris connaissance. Les informations qui ne sont pas encore disponibles suivent par étapes.
#     fall_back_to: Without undue delay and at the latest 72 hours after the vendor becomes aware.
#     walk_away_at: More than 72 hours, or a time that runs only from the end of the vendor's investigation.
#   references: [GDPR Art. 33(1), GDPR Art. 33(2), HIPAA 45 CFR 164.410(b)]
#   params: {hours: 72}
package vendorlint.rules.data_breach_notice_hours

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider shall notify Customer of a Personal Data Breach within 120 hours after becoming aware of it.
#   prefer: Provider shall notify Customer of a Personal Data Breach within 48 hours after becoming aware of it.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("at most %v hours", [fact.figure(hours)]))
}

rule := {
	"id": "data-breach-notice-hours",
	"fact": "data.breach_notice_hours",
	"about": "how many hours after a breach the customer is told",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {"hours": 72},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.breach_notice_hours)

hours := requirement.params(rule).hours

default problem := "The time to the notice of a breach is not a number of hours"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value <= hours
} else := sprintf(
	"The customer is told of a breach within %v hours; at most %v are allowed",
	[fact.figure(node.value), fact.figure(hours)],
) if {
	is_number(node.value)
	node.value > hours
}

# Silence matters only where the vendor tells the customer of breaches at all; where not, data-breach-notice reports it.
default relevant := false

relevant if fact.said(node)

relevant if input.facts.data.breach_notice.value == true
