# METADATA
# title: All that the terms rest on is there to be read
# description: >-
#   Reports, as one finding, the documents that the terms make part of themselves, or binding, and that are not in the
#   vendor's folder: terms of single services, service levels, acceptable use and privacy policies, order forms,
#   whatever else they link to as a part of them, and the data processing agreement where incorporated-dpa does not ask
#   for that. Of annexes that stand there alone, such as a data processing agreement, it reports that the agreement
#   itself is missing.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/incorporated-documents.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [document.type]
#   category: document
#   why: >-
#     What these documents say binds as the terms do, and may take back what the terms promise. Nothing here has read
#     it, so that silences of the terms prove little, and what is only linked can change without a word.
#   remedy: >-
#     Find or ask for these documents in the version that applies, save them beside the terms and check again; have
#     their versions fixed in the agreement.
#   params:
#     types:
#       - dpa
#       - baa
#       - privacy_policy
#       - sla
#       - acceptable_use
#       - ai_terms
#       - terms_of_service
#       - order_form
#       - specific_terms
#       - other
#   negotiate:
#     ask_for: >-
#       The documents incorporated by reference into this Agreement are those that the Order Form lists, in the versions
#       dated as of the Effective Date and attached. No other or later version binds Customer unless Customer agrees to
#       it in writing. In case of conflict this Agreement prevails over them, except that the data processing agreement
#       prevails on the processing of Personal Data and a business associate agreement on protected health information.
#     fall_back_to: >-
#       Dated versions at stated links, 30 days' notice of each change, no change during the term that materially
#       reduces Customer's rights, and the order of precedence above.
#     walk_away_at: An agreement that refers to whatever the vendor publishes from time to time.
#   references: [DORA Art. 30(1)]
package vendorlint.rules.incorporated_documents

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement
import data.vendorlint.lib.silence

# METADATA
# custom:
#   avoid: >-
#     The Service Specific Terms and the Acceptable Use Policy, as published by Provider, form part of these Terms.
#   prefer: These Terms are the entire agreement of the parties on the Services.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	problem != ""
	result := finding.judge(rule, node, problem, "all that the terms rest on in the vendor's folder")
}

rule := {
	"id": "incorporated-documents",
	"fact": "document.type",
	"about": "what kind of document they are",
	"on_silence": "pass",
	"params": {"types": types},
	"choices": {"types": types},
}

types := [
	"dpa",
	"baa",
	"privacy_policy",
	"sla",
	"acceptable_use",
	"ai_terms",
	"terms_of_service",
	"order_form",
	"specific_terms",
	"other",
]

default problem := ""

problem := text if {
	alone
	others := [sprintf("; missing as well: %v", [_list]) | count(gone) > 0]
	text := concat("", array.concat(
		[sprintf("The agreement itself is not in the vendor's folder, only %v", [concat(" and ", silence.annexes)])],
		others,
	))
} else := sprintf("The terms rest on what is not in the vendor's folder: %v", [_list]) if {
	count(gone) > 0
}

_list := concat(", ", [_told(entry) | some entry in gone])

# Annexes without the agreement that they belong to.
default alone := false

alone if {
	silence.annexes != []
	"terms_of_service" in requirement.params(rule).types
}

_told(entry) := text if {
	link := entry.link
	is_string(link)
	text := sprintf("%v (%v)", [silence.called(entry), link])
} else := silence.called(entry)

# METADATA
# description: The documents to tell of, in the order of the parameter.
gone := [entry |
	some kind in requirement.params(rule).types
	some entry in silence.all_missing[kind]
	not _told_elsewhere(kind)
	not _told_as_alone(kind)
]

_told_elsewhere("dpa") if requirement.asked({"id": "incorporated-dpa"})

_told_as_alone("terms_of_service") if alone

node := {
	"value": [silence.called(entry) | some entry in gone],
	"confidence": "high",
	"evidence": [clause | some entry in gone; some clause in object.get(entry, ["evidence"], [])],
}
