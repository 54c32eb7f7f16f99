# METADATA
# title: Consent can be withdrawn
# description: Reports terms under which consent to data processing cannot be withdrawn.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/consent-withdrawal.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [consent.withdrawal]
#   category: consent
#   why: Consent that cannot be withdrawn as easily as it was given is no consent (GDPR, Article 7(3)).
#   remedy: Ask for a sentence that consent can be withdrawn at any time, and how.
package vendorlint.rules.consent_withdrawal

import rego.v1

import data.vendorlint.lib.finding

# METADATA
# custom:
#   avoid: You may not withdraw your consent to our processing of your personal data.
#   prefer: You may withdraw your consent to the processing of your personal data at any time.
deny contains result if result := finding.judge(rule, node, problem, "consent can be withdrawn at any time")

rule := {
	"id": "consent-withdrawal",
	"fact": "consent.withdrawal",
	"about": "whether consent to data processing can be withdrawn",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := input.facts.consent.withdrawal

default problem := "Consent to data processing cannot be withdrawn"

problem := "" if node.value == true
