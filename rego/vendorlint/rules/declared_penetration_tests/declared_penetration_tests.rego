# METADATA
# title: Part in threat-led penetration tests
# description: >-
#   Reports contracts in which it is not agreed that the vendor takes part in threat-led penetration tests, and those
#   of which nobody has declared it. A person declares it in vendor.yaml; it is not read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-penetration-tests.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.penetration_tests]
#   category: declared
#   why: A test that stops where the vendor's systems begin does not test what a critical function runs on.
#   remedy: Ask for the vendor's full cooperation in your tests, or for a pooled test that your authority accepts.
#   negotiate:
#     ask_for: >-
#       Provider shall participate and fully cooperate in Customer's threat-led penetration tests under Articles 26
#       and 27 of Regulation (EU) 2022/2554.
#     fall_back_to: >-
#       A pooled test of several customers, directed by one of them, or a test of the customer's own in which the
#       vendor's time is paid at agreed rates.
#     walk_away_at: A ban on any test of the systems that a critical function runs on.
#   references: [DORA Art. 30(3)(d), DORA Art. 26(3)]
package vendorlint.rules.declared_penetration_tests

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Customer may not test the security of the systems of Provider.
#   prefer: Provider shall participate and fully cooperate in Customer's threat-led penetration tests.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-penetration-tests",
	"fact": "declared.penetration_tests",
	"about": "the vendor takes part in threat-led penetration tests",
	"on_silence": "warning",
	"params": {},
}
