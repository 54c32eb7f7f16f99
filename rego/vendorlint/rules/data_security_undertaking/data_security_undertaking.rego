# METADATA
# title: The vendor undertakes security
# description: >-
#   Reports terms in which the vendor undertakes less for the security of data than the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-security-undertaking.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.security_undertaking]
#   category: data
#   why: Certificates and encryption say what there is today; only an undertaking says what is owed tomorrow.
#   remedy: Ask for the measures that the law requires, with those of an annex as the least.
#   negotiate:
#     ask_for: >-
#       Provider shall implement and maintain the technical and organisational measures that Article 32 GDPR, and any
#       other law that applies to the data, requires, and at least those described in the Security Annex. It may change
#       them only if the level of protection does not fall.
#     ask_for_fr: >-
#       Le Prestataire met en œuvre et maintient les mesures techniques et organisationnelles qu'exigent l'article 32 du
#       RGPD et toute autre loi applicable aux données, et au moins celles de l'Annexe Sécurité. Il ne peut les modifier
#       que si le niveau de protection ne baisse pas.
#     fall_back_to: The measures of an annex that is part of the contract and may not be weakened.
#     walk_away_at: Efforts alone, or data stored at the customer's own risk.
#   references: [GDPR Art. 28(3)(c), GDPR Art. 32(1), HIPAA 45 CFR 164.504(e)(2)(ii)(B), NIS2 Directive Art. 21(2)(d)]
#   params: {allowed: [statute, annex]}
package vendorlint.rules.data_security_undertaking

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider cannot guarantee the security of Customer Data.
#   prefer: >-
#     Provider shall implement the technical and organisational measures that Article 32 GDPR requires to protect
#     Personal Data.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-security-undertaking",
	"fact": "data.security_undertaking",
	"about": "what the vendor undertakes for the security of data",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {"allowed": ["statute", "annex"]},
	"choices": {"allowed": ["statute", "annex", "reasonable", "disclaimed"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.security_undertaking)

allowed := requirement.params(rule).allowed

default problem := "What the vendor undertakes for the security of data is not as required"

problem := "" if {
	node.value in allowed
} else := "The vendor undertakes reasonable security only, by neither the law's standard nor an annex" if {
	node.value == "reasonable"
} else := "The vendor undertakes no security of data" if {
	node.value == "disclaimed"
}
