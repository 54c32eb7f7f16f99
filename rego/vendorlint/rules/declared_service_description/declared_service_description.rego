# METADATA
# title: The services are described
# description: >-
#   Reports contracts in which it is not agreed that the contract describes all functions and services, and those of
#   which nobody has declared it. A person declares it in vendor.yaml; it is not read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-service-description.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.service_description]
#   category: declared
#   why: >-
#     What is not described is not owed: without it nobody can say whether a service level is missed or a change is
#     one.
#   remedy: Ask for an annex that describes each function and service, and for a change of it to need your consent.
#   negotiate:
#     ask_for: >-
#       The Service Description, which is part of this Agreement, describes all functions and ICT services that Provider
#       provides under this Agreement. A change of it needs the written consent of both parties.
#     fall_back_to: >-
#       A description by reference to documentation in a named version, which the vendor may extend but not cut.
#     walk_away_at: A service that is whatever the vendor's website says on the day.
#   references: [DORA Art. 30(2)(a)]
package vendorlint.rules.declared_service_description

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider provides the services that its website describes from time to time.
#   prefer: Annex 1 describes all functions and services that Provider provides under this Agreement.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-service-description",
	"fact": "declared.service_description",
	"about": "the contract describes all functions and services",
	"on_silence": "warning",
	"params": {},
}
