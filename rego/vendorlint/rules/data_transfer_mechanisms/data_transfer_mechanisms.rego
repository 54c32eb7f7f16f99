# METADATA
# title: Transfers abroad rest on an accepted mechanism
# description: >-
#   Reports terms whose mechanisms for transfers out of the EEA, the UK or Switzerland are none of those that the
#   policy allows, consent alone among them, or none of a law that the policy names: an adequacy decision of the EU
#   carries no transfer out of the United Kingdom.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-transfer-mechanisms.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.transfer_mechanisms, data.transfer_law]
#   category: data
#   why: >-
#     A transfer without a valid mechanism is unlawful from the first byte; people's consent fits single cases and can
#     be withdrawn.
#   remedy: >-
#     Ask for standard contractual clauses, with the UK addendum where it applies, or for hosting in a country with an
#     adequacy decision.
#   negotiate:
#     ask_for: >-
#       Provider shall transfer Personal Data out of the European Economic Area, the United Kingdom or Switzerland only
#       to a country that the law there in force holds adequate, or under the standard contractual clauses of the
#       European Commission, with the UK Addendum where UK law applies and with the amendments that the Swiss authority
#       (FDPIC) asks for where Swiss law applies; these form part of this Agreement. If a mechanism becomes invalid,
#       Provider shall put another in its place or cease the transfer.
#     ask_for_fr: >-
#       Le Prestataire ne transfère de Données personnelles vers un pays tiers que si le droit applicable au Client
#       tient ce pays pour adéquat, ou en vertu des clauses contractuelles types de la Commission européenne, avec
#       l'addendum britannique lorsque le droit du Royaume-Uni s'applique et les adaptations demandées par le PFPDT
#       lorsque le droit suisse s'applique ; elles font partie du Contrat.
#     fall_back_to: >-
#       A certification under the Data Privacy Framework or binding corporate rules, with standard contractual clauses
#       that take their place should they fall away.
#     walk_away_at: Transfers on the strength of consent, or of the acceptance of the terms, alone.
#   references: [GDPR Art. 44, GDPR Art. 45, GDPR Art. 46]
#   params: {allowed: [scc, dpf, adequacy, bcr, uk_addendum], laws: []}
package vendorlint.rules.data_transfer_mechanisms

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Provider may transfer Personal Data to countries outside the European Economic Area on the basis of Customer's
#     explicit consent.
#   prefer: >-
#     Transfers of Personal Data outside the European Economic Area are governed by the Standard Contractual Clauses.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-transfer-mechanisms",
	"fact": "data.transfer_mechanisms",
	"about": "which mechanism transfers of personal data abroad rest on",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"allowed": ["scc", "dpf", "adequacy", "bcr", "uk_addendum"], "laws": []},
	"choices": {
		"allowed": ["scc", "dpf", "adequacy", "bcr", "uk_addendum", "consent"],
		"laws": ["eu", "uk", "swiss"],
	},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.transfer_mechanisms)

allowed := requirement.params(rule).allowed

default law := {}

law := requirement.scoped(rule, input.facts.data.transfer_law)

named := {"eu": "EU law", "uk": "UK law", "swiss": "Swiss law"}

lacking := [name |
	some each, name in named
	each in requirement.params(rule).laws
	not _of(each)
]

_of(name) if {
	name in fact.values(law)
	requirement.sure(rule, fact.confidence(law))
}

default accepted := false

accepted if {
	some mechanism in fact.values(node)
	mechanism in allowed
}

default problem := "Transfers of personal data abroad rest on none of the mechanisms allowed"

problem := "" if {
	accepted
	count(lacking) == 0
} else := text if {
	accepted
	text := sprintf("Transfers of personal data abroad rest on no mechanism in force of %v", [concat(" or ", lacking)])
} else := "Transfers of personal data abroad rest on consent alone" if {
	node.value == ["consent"]
}
