# METADATA
# title: Security is certified
# description: >-
#   Reports vendors whose terms name none of the certifications and attestations of which the policy asks for at least
#   one.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/security-certifications.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [security.certifications]
#   category: security
#   why: >-
#     A customer can examine few vendors by itself; a current certificate or attestation shows that somebody
#     independent has.
#   remedy: >-
#     Ask for a certificate or an attestation that the policy accepts, for its scope, and for an undertaking to keep
#     it.
#   negotiate:
#     ask_for: >-
#       Throughout the term, Provider shall maintain a certification under ISO/IEC 27001 or a SOC 2 Type II attestation
#       whose scope covers the Services, shall give Customer the current certificate or report on request, and shall
#       tell Customer without undue delay if it lapses or is qualified.
#     fall_back_to: >-
#       A certification that is under way, with a date in the contract and a right to leave if it is missed; until then
#       the results of a penetration test by a third party.
#     walk_away_at: No independent evidence of security for a service that handles personal or confidential data.
#   references: [GDPR Art. 28(1), DORA Art. 28(5)]
#   params: {any_of: [iso_27001, soc_2]}
package vendorlint.rules.security_certifications

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider maintains PCI DSS certification for the Service.
#   prefer: Provider maintains ISO/IEC 27001 certification and a SOC 2 Type II attestation for the Service.
deny contains result if {
	result := finding.judge(rule, node, problem, sprintf("at least one of %v", [fact.words(any_of)]))
}

rule := {
	"id": "security-certifications",
	"fact": "security.certifications",
	"about": "which security certifications the vendor holds",
	"on_silence": "warning",
	"params": {"any_of": ["iso_27001", "soc_2"]},
	"choices": {"any_of": [
		"iso_27001",
		"iso_27701",
		"iso_27017",
		"iso_27018",
		"iso_42001",
		"soc_1",
		"soc_2",
		"soc_3",
		"pci_dss",
		"hipaa",
		"fedramp",
		"hds",
		"c5",
	]},
}

default node := {}

node := requirement.scoped(rule, input.facts.security.certifications)

any_of := requirement.params(rule).any_of

problem := "" if {
	some certification in fact.values(node)
	certification in any_of
} else := sprintf("The terms name none of the certifications asked for: %v", [fact.words(any_of)])
