# METADATA
# title: Personal data only on the customer's instructions
# description: Reports terms under which personal data may be processed without the customer's documented instructions.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-instructions-only.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: error
#   facts: [data.instructions_only]
#   category: data
#   why: >-
#     A vendor that decides for itself what happens to the data is no processor: the customer loses its hold on the
#     data and answers for a disclosure that it had no ground for.
#   remedy: >-
#     Ask for processing on documented instructions only, transfers abroad included, and for a warning when an
#     instruction breaks the law.
#   negotiate:
#     ask_for: >-
#       Provider shall process Personal Data only on Customer's documented instructions, including as to transfers to
#       third countries, unless the law to which Provider is subject requires otherwise; in that case Provider shall
#       inform Customer before the processing, unless that law forbids it. Provider shall inform Customer immediately if
#       it considers an instruction unlawful.
#     ask_for_fr: >-
#       Le Prestataire ne traite les Données personnelles que sur instruction documentée du Client, y compris pour les
#       transferts vers des pays tiers, sauf si le droit auquel il est soumis l'exige ; dans ce cas, il en informe le
#       Client avant le traitement, à moins que ce droit ne l'interdise. Il informe immédiatement le Client s'il estime
#       qu'une instruction est illicite.
#     fall_back_to: >-
#       The agreement and the customer's settings in the service as the complete instructions; further instructions in
#       writing, carried out against payment at agreed rates where they go beyond the service.
#     walk_away_at: Any right of the vendor to process the customer's personal data for purposes of its own.
#   references: [GDPR Art. 28(3)(a), GDPR Art. 29, HIPAA 45 CFR 164.504(e)(2)(ii)(A)]
package vendorlint.rules.data_instructions_only

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may process Personal Data for its own purposes and is not limited to Customer's instructions.
#   prefer: Provider shall process Personal Data only on documented instructions from Customer.
deny contains result if result := finding.judge(rule, node, problem, "documented instructions only")

rule := {
	"id": "data-instructions-only",
	"fact": "data.instructions_only",
	"about": "whether personal data is processed on the customer's instructions only",
	"on_silence": "error",
	"depends_on": "dpa",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.instructions_only)

default problem := "Personal data may be processed without the customer's instructions"

problem := "" if node.value == true
