# METADATA
# title: The vendor is insured
# description: Reports terms that say that the vendor keeps no insurance.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/security-insurance.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [security.insurance]
#   category: security
#   why: >-
#     What a vendor owes after a breach is worth as much as it can pay; insurance is what stands behind a young
#     company's cap.
#   remedy: >-
#     Ask for cyber and professional liability insurance of the amount of the cap, a certificate each year, and word
#     before it ends.
#   negotiate:
#     ask_for: >-
#       Throughout the term and for a year after, Provider maintains professional liability and cyber insurance of at
#       least the amount of its cap for data protection, shows a certificate on request, and tells Customer 30 days
#       before a policy ends or is reduced.
#     fall_back_to: >-
#       Customary insurance in an amount that is appropriate to the risk, with a certificate at the beginning.
#     walk_away_at: No insurance at a vendor whose liability for data is what the decision rests on.
package vendorlint.rules.security_insurance

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider does not maintain any insurance for Customer Data or for its liability.
#   prefer: >-
#     Provider shall maintain professional liability and cyber insurance of at least EUR 5,000,000 for each claim.
deny contains result if result := finding.judge(rule, node, problem, "insurance")

rule := {
	"id": "security-insurance",
	"fact": "security.insurance",
	"about": "whether the vendor is insured",
	"on_silence": "info",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.security.insurance)

default problem := "The vendor keeps no insurance"

problem := "" if node.value == true
