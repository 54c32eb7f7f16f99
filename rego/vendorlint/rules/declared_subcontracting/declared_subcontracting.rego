# METADATA
# title: Subcontracting has conditions
# description: >-
#   Reports contracts in which it is not agreed that the contract says whether the vendor may subcontract, and on
#   which conditions, and those of which nobody has declared it. A person declares it in vendor.yaml; it is not read
#   from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-subcontracting.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.subcontracting]
#   category: declared
#   why: >-
#     A chain of subcontractors that nobody knows is a risk that nobody can manage, and the customer answers for it to
#     its supervisor.
#   remedy: >-
#     Ask for a list of subcontractors, for notice and a right to object before one is added, and for the same duties
#     down the chain.
#   negotiate:
#     ask_for: >-
#       Provider may subcontract a service that supports a critical or important function, or a material part of it,
#       only as the Order Form permits and on these conditions: notice 60 days before, Customer's right to object, the
#       same duties as under this Agreement, audits and continuity included, and Provider's full liability. Customer may
#       terminate where Provider subcontracts without these.
#     fall_back_to: Notice of material subcontractors with a right to leave without charge.
#     walk_away_at: Free subcontracting of what a critical function rests on.
#   references: [DORA Art. 30(2)(a), "Delegated Regulation (EU) 2025/532"]
package vendorlint.rules.declared_subcontracting

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider may engage subcontractors at its discretion.
#   prefer: Provider may subcontract material parts of the service only on the conditions in Annex 3.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-subcontracting",
	"fact": "declared.subcontracting",
	"about": "the contract says whether the vendor may subcontract, and on which conditions",
	"on_silence": "warning",
	"params": {},
}
