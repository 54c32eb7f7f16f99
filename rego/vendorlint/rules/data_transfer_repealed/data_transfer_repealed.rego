# METADATA
# title: No mechanism that holds no longer
# description: >-
#   Reports terms that name, for transfers of personal data, standard clauses that were repealed on 27 September 2021
#   (Decisions 2001/497/EC, 2004/915/EC and 2010/87/EU), the Privacy Shield or the Safe Harbor.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-transfer-repealed.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [data.transfer_repealed]
#   category: data
#   why: >-
#     A transfer under a mechanism that was repealed or struck down has none: contracts on the old clauses have carried
#     no transfer since 27 December 2022, the Privacy Shield none since 16 July 2020.
#   remedy: >-
#     Ask for the standard contractual clauses of Decision (EU) 2021/914, or for the vendor's certification under the
#     Data Privacy Framework, in the place of what the terms name.
#   negotiate:
#     ask_for: >-
#       From the date of this amendment, each reference in the Agreement to standard contractual clauses means those
#       annexed to Commission Implementing Decision (EU) 2021/914, Module Two, and no transfer relies on a mechanism
#       that has been repealed or annulled.
#     fall_back_to: >-
#       A statement in writing that the clauses of Decision (EU) 2021/914 have taken the place of those named, with the
#       annexes filled in.
#     walk_away_at: Transfers that rest on nothing but a mechanism that holds no longer.
#   references: [GDPR Art. 46]
#   params: {}
package vendorlint.rules.data_transfer_repealed

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Transfers of Personal Data outside the European Economic Area are governed by the standard contractual clauses of
#     Commission Decision 2010/87/EU.
#   prefer: >-
#     Transfers of Personal Data outside the European Economic Area are governed by the standard contractual clauses of
#     Commission Implementing Decision (EU) 2021/914.
deny contains result if result := finding.judge(rule, node, problem, "mechanisms that are in force")

rule := {
	"id": "data-transfer-repealed",
	"fact": "data.transfer_repealed",
	"about": "which mechanisms of transfers hold no longer",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.transfer_repealed)

named := {
	"standard_clauses": "standard clauses that were repealed on 27 September 2021",
	"privacy_shield": "the Privacy Shield, struck down on 16 July 2020",
	"safe_harbor": "the Safe Harbor, struck down on 6 October 2015",
}

told := [text | some each in fact.values(node); text := sprintf("%v", [object.get(named, [each], each)])]

default problem := "The terms name a mechanism of transfers that holds no longer"

problem := sprintf("The terms name a mechanism of transfers that holds no longer: %v", [concat("; ", told)]) if {
	count(told) > 0
}
