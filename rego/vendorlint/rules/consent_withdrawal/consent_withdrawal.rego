# METADATA
# title: Consent can be withdrawn
# description: Reports terms under which consent to the processing of data cannot be withdrawn at any time.
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
#   why: Consent that cannot be withdrawn is no valid consent, so the processing that rests on it has no ground.
#   remedy: Ask for a way to withdraw that is as easy as the one by which consent is given, and without a penalty.
#   negotiate:
#     ask_for: >-
#       Where the processing of Personal Data is based on consent, the person concerned may withdraw that consent at
#       any time, as easily as it was given and free of charge. Provider shall cease the processing without undue delay
#       after the withdrawal.
#     fall_back_to: >-
#       Withdrawal at any time by a message to a named contact, which the vendor acts on within ten business days.
#     walk_away_at: Consent that is irrevocable, or whose withdrawal costs the person a service that does not need it.
#   references: [GDPR Art. 7(3)]
package vendorlint.rules.consent_withdrawal

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Consent to the processing of Personal Data cannot be withdrawn.
#   prefer: You may withdraw your consent to the processing of your Personal Data at any time.
deny contains result if result := finding.judge(rule, node, problem, "withdrawal at any time")

rule := {
	"id": "consent-withdrawal",
	"fact": "consent.withdrawal",
	"about": "whether consent to the processing of data can be withdrawn",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.consent.withdrawal)

default problem := "Consent to the processing of data cannot be withdrawn"

problem := "" if node.value == true
