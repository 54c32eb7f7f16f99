# METADATA
# title: Health data may be put into the service
# description: >-
#   Reports terms that bar protected health information (HIPAA) from the service, or say that the vendor is no business
#   associate. Terms that allow it under a business associate agreement pass; data-dpa asks for that agreement.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/use-health-data.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [use.health_data]
#   category: use
#   why: >-
#     Where the terms bar it, each record of a patient in the service is a breach of contract, the vendor answers for
#     nothing, and no other clause makes the service fit for it.
#   remedy: Ask for a business associate agreement that covers the service, or keep health data out of it.
#   negotiate:
#     ask_for: >-
#       Customer may create, receive, maintain and transmit protected health information in the Services. The attached
#       Business Associate Agreement applies to it and, as far as protected health information is concerned, prevails
#       over everything else.
#     fall_back_to: >-
#       A list of the services that the business associate agreement covers, with protected health information barred
#       from the others alone.
#     walk_away_at: A ban on protected health information in the service that is meant to hold it.
#   references: [HIPAA 45 CFR 164.504(e)(2)(i)]
#   params: {allowed: [with_baa]}
package vendorlint.rules.use_health_data

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer must not submit protected health information to the Service.
#   prefer: >-
#     Customer shall not upload protected health information unless the parties have signed a business associate
#     agreement.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "use-health-data",
	"fact": "use.health_data",
	"about": "whether protected health information may be put into the service",
	"on_silence": "pass",
	"params": {"allowed": ["with_baa"]},
	"choices": {"allowed": ["prohibited", "with_baa"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.use.health_data)

allowed := requirement.params(rule).allowed

default problem := "What the terms say of protected health information is not allowed"

problem := "" if {
	node.value in allowed
} else := "The terms bar protected health information from the service" if {
	node.value == "prohibited"
}
