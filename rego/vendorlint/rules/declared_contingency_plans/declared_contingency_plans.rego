# METADATA
# title: Contingency plans are kept and tested
# description: >-
#   Reports contracts in which it is not agreed that the vendor keeps and tests business contingency plans, and those
#   of which nobody has declared it. A person declares it in vendor.yaml; it is not read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-contingency-plans.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.contingency_plans]
#   category: declared
#   why: A plan that was never tested is a hope.
#   remedy: Ask for contingency plans that are tested at least yearly, and for the results.
#   negotiate:
#     ask_for: >-
#       Provider shall implement business contingency plans for the services, shall test them at least once a year,
#       and shall give Customer a summary of the results.
#     fall_back_to: Plans under a certified business continuity system, with the certificate.
#     walk_away_at: No plan, or one that nobody outside may know of.
#   references: [DORA Art. 30(3)(c)]
package vendorlint.rules.declared_contingency_plans

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider does not undertake to keep plans for the continuity of the services.
#   prefer: Provider shall implement business contingency plans and test them at least once a year.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-contingency-plans",
	"fact": "declared.contingency_plans",
	"about": "the vendor keeps and tests business contingency plans",
	"on_silence": "warning",
	"params": {},
}
