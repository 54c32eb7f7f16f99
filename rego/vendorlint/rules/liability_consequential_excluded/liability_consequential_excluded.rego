# METADATA
# title: Foreseeable loss is not excluded
# description: >-
#   Reports terms that exclude indirect, incidental, special or consequential damages, lost profits or lost data.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-consequential-excluded.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [liability.consequential_excluded]
#   category: liability
#   why: >-
#     What a failure of the service costs, such as lost data, notices to customers and a standstill, is mostly
#     consequential loss.
#   remedy: >-
#     Ask to name the losses that remain recoverable: restoring data, notices to the people concerned, fines, cover
#     purchases.
#   negotiate:
#     ask_for: >-
#       The following count as direct damages: the cost of restoring data, of notices required by law, of a substitute
#       service, and, as far as the law allows it, fines and claims of third parties that result from Provider's breach.
#     fall_back_to: A mutual exclusion that does not apply to breaches of data protection and confidentiality.
#     walk_away_at: An exclusion of lost data where keeping the data is the service.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(b) (consumers)]
package vendorlint.rules.liability_consequential_excluded

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: In no event will Provider be liable for indirect, incidental, special or consequential damages.
#   prefer: Provider is liable for all foreseeable damages that its breach causes.
deny contains result if result := finding.judge(rule, node, problem, "liability for foreseeable loss")

rule := {
	"id": "liability-consequential-excluded",
	"fact": "liability.consequential_excluded",
	"about": "whether indirect damages are excluded",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.consequential_excluded)

default problem := "Liability for indirect or consequential damages, such as lost profits or lost data, is excluded"

problem := "" if node.value == false
