# METADATA
# title: Authorities may audit the vendor
# description: >-
#   Reports terms that do not let the authorities which supervise the customer audit or inspect the vendor.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-audit-authority.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.audit_authority]
#   category: data
#   why: >-
#     An authority that supervises the customer looks where its data and functions are; a contract that keeps it out
#     makes the customer answer for that.
#   remedy: >-
#     Ask that supervisory authorities, and whom they appoint, may audit and inspect as the customer may.
#   negotiate:
#     ask_for: >-
#       Provider shall grant Customer, the authorities that supervise Customer, and persons whom either appoints,
#       access to the premises, systems and records with which it provides the Services, for audits and inspections,
#       with the right to take copies.
#     fall_back_to: >-
#       Cooperation with any audit that an authority requires, at the customer's request, without the limits of
#       ordinary audits.
#     walk_away_at: No access for authorities to a vendor on which a regulated function depends.
#   references: [DORA Art. 30(3)(e), GDPR Art. 58(1), HIPAA 45 CFR 164.504(e)(2)(ii)(I)]
package vendorlint.rules.data_audit_authority

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider will not permit inspections by regulators.
#   prefer: Provider shall allow audits by Customer and by the supervisory authorities of Customer.
deny contains result if result := finding.judge(rule, node, problem, "access of authorities")

rule := {
	"id": "data-audit-authority",
	"fact": "data.audit_authority",
	"about": "whether authorities may audit the vendor",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.audit_authority)

default problem := "Authorities that supervise the customer may not audit the vendor"

problem := "" if node.value == true
