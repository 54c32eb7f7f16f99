# METADATA
# title: Enough days of notice before a new sub-processor
# description: >-
#   Reports notice of new sub-processors that is shorter than the policy asks for, unless each needs specific consent.
#   Silence counts only where they are engaged under a general authorisation.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subprocessor-notice-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.subprocessor_notice_days, data.subprocessor_authorisation]
#   category: data
#   why: >-
#     A right to object is worth as much as the time to use it: the new party has to be looked into, and a replacement
#     found where the vendor insists.
#   remedy: >-
#     Ask for the number of days that the policy requires, counted from a notice to a named contact and not from a
#     change of a web page.
#   negotiate:
#     ask_for: >-
#       Provider shall notify Customer in writing, at the privacy contact that Customer has named, at least 30 days
#       before a new or replacement Sub-processor begins to process Personal Data, stating its name, its location and
#       the processing that it will carry out.
#     ask_for_fr: >-
#       Le Prestataire notifie au Client par écrit, au contact que celui-ci a désigné, tout nouveau Sous-traitant
#       ultérieur ou tout remplacement au moins 30 jours avant qu'il ne commence à traiter des Données personnelles, en
#       précisant son nom, son lieu et le traitement dont il se charge.
#     fall_back_to: >-
#       Fourteen days' notice by email or by a list of changes to which the customer can subscribe; shorter only in an
#       emergency, with the same right to object.
#     walk_away_at: New sub-processors without prior notice, or on a web page that the customer has to watch by itself.
#   references: [GDPR Art. 28(2), SCCs (EU) 2021/914 Clause 9(a), CCPA §1798.140(ag)(2)]
#   params: {days: 30}
package vendorlint.rules.data_subprocessor_notice_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider shall inform Customer at least 7 days before a new sub-processor begins to process Personal Data.
#   prefer: Provider shall inform Customer at least 30 days before a new sub-processor begins to process Personal Data.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("at least %v days", [fact.figure(days)]))
}

rule := {
	"id": "data-subprocessor-notice-days",
	"fact": "data.subprocessor_notice_days",
	"about": "how many days before a new sub-processor starts the customer is told",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"days": 30},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subprocessor_notice_days)

days := requirement.params(rule).days

default authorisation := {}

authorisation := requirement.scoped(rule, input.facts.data.subprocessor_authorisation)

default problem := "The notice of a new sub-processor is not a number of days"

problem := "" if {
	authorisation.value == "specific"
} else := "" if {
	is_number(node.value)
	node.value >= days
} else := sprintf(
	"A new sub-processor can start at %v days' notice; at least %v are required",
	[fact.figure(node.value), fact.figure(days)],
) if {
	is_number(node.value)
}

# Silence matters only where sub-processors are engaged under a general authorisation.
default relevant := false

relevant if fact.said(node)

relevant if authorisation.value == "general"
