# METADATA
# title: The customer is told of breaches
# description: >-
#   Reports terms in which the vendor does not undertake to tell the customer of a personal-data or security breach.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-breach-notice.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: error
#   facts: [data.breach_notice]
#   category: data
#   why: >-
#     The customer's own duties to authorities and to the people concerned begin with what it knows; a vendor that
#     keeps silent makes it miss them.
#   remedy: Ask for notice without undue delay to a named contact, with what is known and with updates.
#   negotiate:
#     ask_for: >-
#       Provider shall notify Customer of any Personal Data Breach without undue delay after becoming aware of it, at
#       the security contact that Customer has named, and shall describe the nature of the breach, the data and persons
#       concerned, its likely consequences and the measures taken, supplying in stages what is not yet known.
#     ask_for_fr: >-
#       Le Prestataire notifie au Client toute Violation de données dans les meilleurs délais après en avoir pris
#       connaissance, au contact que le Client a désigné, et en décrit la nature, les données et personnes concernées,
#       les conséquences probables et les mesures prises, en complétant par étapes ce qui n'est pas encore connu.
#     fall_back_to: >-
#       Notice without undue delay of confirmed breaches that affect the customer's data, by email to the account's
#       administrators.
#     walk_away_at: Notice at the vendor's discretion, only by a status page, or only where a law compels the vendor.
#   references: [GDPR Art. 28(3)(f), GDPR Art. 33(2), HIPAA 45 CFR 164.410, HIPAA 45 CFR 164.504(e)(2)(ii)(C)]
package vendorlint.rules.data_breach_notice

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider has no obligation to notify Customer of a Personal Data Breach.
#   prefer: Provider shall notify Customer of a Personal Data Breach without undue delay after becoming aware of it.
deny contains result if result := finding.judge(rule, node, problem, "notice of breaches")

rule := {
	"id": "data-breach-notice",
	"fact": "data.breach_notice",
	"about": "whether the vendor tells the customer of a breach",
	"on_silence": "error",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.breach_notice)

default problem := "The vendor does not undertake to tell the customer of a breach"

problem := "" if node.value == true
