# METADATA
# title: Sub-processors are listed
# description: Reports terms that name the vendor's sub-processors on request only.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-subprocessor-list.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.subprocessor_list]
#   category: data
#   why: Whoever does not know who holds its data cannot object, tell data subjects, or see where it goes.
#   remedy: Ask for the list as an annex, or on a page with notice of its changes.
#   negotiate:
#     ask_for: >-
#       The Sub-processor Annex names all Sub-processors with their seats, tasks and the countries in which they process
#       Personal Data. Provider shall keep it up to date and shall send Customer each change beforehand.
#     fall_back_to: A public page with the same, to whose changes Customer can subscribe.
#     walk_away_at: Names on request only, or under a non-disclosure agreement.
#   references: [GDPR Art. 28(2), FADP Art. 9(3)]
#   params: {allowed: [annexed, url]}
package vendorlint.rules.data_subprocessor_list

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: On request, Provider will give Customer a list of its Sub-processors.
#   prefer: A list of the Sub-processors is set out in Annex III.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-subprocessor-list",
	"fact": "data.subprocessor_list",
	"about": "where the vendor's sub-processors are listed",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {"allowed": ["annexed", "url"]},
	"choices": {"allowed": ["annexed", "url", "on_request"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.subprocessor_list)

allowed := requirement.params(rule).allowed

default problem := "Where sub-processors are listed is not as required"

problem := "" if {
	node.value in allowed
} else := "The vendor names its sub-processors on request only" if {
	node.value == "on_request"
}
