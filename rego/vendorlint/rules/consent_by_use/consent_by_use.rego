# METADATA
# title: No agreement by mere use
# description: Reports terms that are accepted by accessing or using the service alone.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/consent-by-use.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [consent.acceptance]
#   category: consent
#   why: Anyone in the organisation can bind it without having read a word, past procurement and signature rules.
#   remedy: Ask for acceptance by signature, or by a click of somebody who may sign.
package vendorlint.rules.consent_by_use

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding

# METADATA
# custom:
#   avoid: By accessing or using the Service, you agree to be bound by these Terms.
#   prefer: By signing an Order Form, Customer agrees to be bound by this Agreement.
deny contains result if result := finding.judge(rule, node, problem, "click or signature")

rule := {
	"id": "consent-by-use",
	"fact": "consent.acceptance",
	"about": "how the agreement is accepted",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := input.facts.consent.acceptance

default problem := ""

problem := "Using the service alone counts as accepting the agreement" if "use" in fact.values(node)
