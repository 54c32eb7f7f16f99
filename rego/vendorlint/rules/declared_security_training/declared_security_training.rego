# METADATA
# title: Part in awareness programmes and training
# description: >-
#   Reports contracts in which it is not agreed that the vendor takes part in security awareness programmes and
#   resilience training, and those of which nobody has declared it. A person declares it in vendor.yaml; it is not
#   read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-security-training.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.security_training]
#   category: declared
#   why: People at the vendor who run what the entity depends on are part of its defence.
#   remedy: >-
#     Ask for the conditions on which the vendor's staff take part in your programmes, or for programmes of its own
#     that you may see.
#   negotiate:
#     ask_for: >-
#       Provider's staff who provide the Services shall take part in Customer's ICT security awareness programmes and
#       digital operational resilience training on the conditions in the Order Form.
#     fall_back_to: The vendor's own yearly training, with its contents and attendance on request.
#     walk_away_at: No training at all for those with access to your data.
#   references: [DORA Art. 30(2)(i)]
package vendorlint.rules.declared_security_training

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider does not take part in training programmes of its customers.
#   prefer: Provider's staff shall take part in Customer's security awareness programmes on the conditions in Annex 6.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-security-training",
	"fact": "declared.security_training",
	"about": "the vendor takes part in security awareness programmes and resilience training",
	"on_silence": "warning",
	"params": {},
}
