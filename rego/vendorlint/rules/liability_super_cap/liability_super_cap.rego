# METADATA
# title: A cap of its own for data
# description: Reports terms whose general cap holds for data protection, confidentiality and security as well.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-super-cap.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [liability.super_cap]
#   category: liability
#   why: >-
#     A breach of data costs far more than a year of fees; under the general cap the customer bears nearly all of it.
#   remedy: >-
#     Ask for a higher cap for data protection, confidentiality and security, beside the general one and not eaten up
#     by it, and for none where there is intent or gross negligence.
#   negotiate:
#     ask_for: >-
#       Provider's aggregate liability in each contract year for breaches of confidentiality, data protection or
#       security, and for its indemnities, is limited to the greater of three times the general limit of liability and
#       EUR 3,000,000 (the Super-Cap), which is separate from that limit: neither is used up by the other. No limit
#       applies to death or personal injury, fraud, gross negligence or wilful misconduct, or where the law allows none.
#     fall_back_to: >-
#       Three times the fees of a year, with the costs of notification, of authorities' proceedings and of credit
#       monitoring counted as direct damage.
#     walk_away_at: One cap of a year's fees for everything, with loss of data among the excluded damages.
#   params: {allowed: [multiple, amount, uncapped]}
package vendorlint.rules.liability_super_cap

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Each party's liability under the Data Processing Agreement is subject to the limitations of liability in this
#     Agreement.
#   prefer: >-
#     Provider's liability for breach of the Data Processing Agreement shall not exceed five times the fees paid in
#     the preceding twelve months.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "liability-super-cap",
	"fact": "liability.super_cap",
	"about": "whether data protection, confidentiality and security have a higher cap",
	"on_silence": "info",
	"params": {"allowed": ["multiple", "amount", "uncapped"]},
	"choices": {"allowed": ["none", "multiple", "amount", "uncapped"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.super_cap)

allowed := requirement.params(rule).allowed

default problem := "The higher cap for data protection, confidentiality and security is of a kind that is not allowed"

problem := "" if {
	node.value in allowed
} else := "The general cap holds for data protection, confidentiality and security as well" if {
	node.value == "none"
}
