# METADATA
# title: The data processing agreement is there to be read
# description: >-
#   Reports terms that make a data processing agreement part of themselves, or binding, by reference where none is in
#   the vendor's folder: what it says binds the customer, and nothing here has read it. Where the policy asks for them,
#   business associate agreements as well.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/incorporated-dpa.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [data.dpa]
#   category: data
#   why: An agreement that is only linked can change or vanish, and none of what it promises has been checked.
#   remedy: >-
#     Find or ask for the data processing agreement in the version that applies, save it beside the terms and extract
#     its facts.
#   negotiate:
#     ask_for: >-
#       The Data Processing Agreement, in the version dated as of the Effective Date, is attached to this Agreement as
#       an annex; later versions apply only with Customer's written consent.
#     fall_back_to: A link to a dated version, with notice of every later one and a right to keep the earlier.
#     walk_away_at: A reference to whatever the vendor publishes from time to time.
#   references: [GDPR Art. 28(3), GDPR Art. 28(9), HIPAA 45 CFR 164.504(e)]
#   params: {types: [dpa]}
package vendorlint.rules.incorporated_dpa

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement
import data.vendorlint.lib.silence

# METADATA
# custom:
#   avoid: >-
#     The Data Processing Addendum at https://provider.example/dpa, as updated from time to time, is incorporated by
#     reference into this Agreement.
#   prefer: >-
#     Provider shall process Personal Data only on Customer's documented instructions.
deny contains result if {
	some type in requirement.params(rule).types
	entry := silence.missing[type]
	result := finding.judge(rule, node(entry), problem(entry), "a document of that type in the vendor's folder")
}

rule := {
	"id": "incorporated-dpa",
	"fact": "data.dpa",
	"about": "which data processing agreement is part of them",
	"on_silence": "pass",
	"params": {"types": ["dpa"]},
	"choices": {"types": ["dpa", "baa"]},
}

problem(entry) := text if {
	link := entry.link
	is_string(link)
	text := sprintf("%v: %v", [gap(entry), link])
} else := gap(entry)

gap(entry) := sprintf("The terms rest on a %v that is not in the vendor's folder", [silence.kinds[entry.type]])

node(entry) := {
	"value": silence.called(entry),
	"confidence": "high",
	"evidence": object.get(entry, ["evidence"], []),
}
