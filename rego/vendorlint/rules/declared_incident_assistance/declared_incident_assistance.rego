# METADATA
# title: Help with incidents at a known cost
# description: >-
#   Reports contracts in which it is not agreed that the vendor helps with ICT incidents at no further cost, or at one
#   that is set beforehand, and those of which nobody has declared it. A person declares it in vendor.yaml; it is not
#   read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-incident-assistance.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.incident_assistance]
#   category: declared
#   why: In an incident there is no time to haggle over who helps at what price.
#   remedy: Ask for help with every incident that concerns the service, at no further cost or at rates in the contract.
#   negotiate:
#     ask_for: >-
#       When an ICT incident occurs that is related to the services, Provider shall assist Customer without undue
#       delay and at no additional cost.
#     fall_back_to: Help against payment at agreed rates that the contract sets, with a number of hours included.
#     walk_away_at: Help at the vendor's discretion, or at its rates of the day.
#   references: [DORA Art. 30(2)(f)]
package vendorlint.rules.declared_incident_assistance

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider may assist Customer in an incident at its then-current rates.
#   prefer: Provider shall assist Customer in an ICT incident related to the services at no additional cost.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-incident-assistance",
	"fact": "declared.incident_assistance",
	"about": "the vendor helps with ICT incidents at no further cost, or at one that is set beforehand",
	"on_silence": "warning",
	"params": {},
}
