# METADATA
# title: Data stays where it may be
# description: >-
#   Reports places where data is stored that the policy does not allow. EEA, among those allowed, stands for each of
#   its countries.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-location.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [data.location]
#   category: data
#   why: >-
#     The law that applies to data, and who may reach it, follow from where it is; what leaves the EEA needs a
#     mechanism of its own.
#   remedy: Ask for storage in places that are named, and for notice before one changes.
#   negotiate:
#     ask_for: >-
#       Provider stores and processes Customer Data, backups included, in the European Economic Area only. Access from
#       elsewhere, and any change of these places, needs Customer's prior written consent.
#     ask_for_fr: >-
#       Le Prestataire stocke et traite les Données du Client, sauvegardes comprises, exclusivement dans l'Espace
#       économique européen. Tout accès depuis un autre lieu et tout changement de lieu requièrent l'accord écrit
#       préalable du Client.
#     fall_back_to: >-
#       A region that the customer chooses, with access from elsewhere for support alone and under standard
#       contractual clauses.
#     walk_away_at: Any country in which the vendor or its sub-processors have facilities.
#   references: [GDPR Art. 44, DORA Art. 30(2)(b)]
#   params: {allowed: [EEA]}
package vendorlint.rules.data_location

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.place
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Provider may store and process Customer Data in the United States and in any other country in which it has
#     facilities.
#   prefer: Customer Data is stored in the European Union only.
deny contains result if result := finding.judge(rule, fact.about(node, outside), problem, allowed)

rule := {
	"id": "data-location",
	"fact": "data.location",
	"about": "where data is stored",
	"on_silence": "info",
	"depends_on": "dpa",
	"params": {"allowed": ["EEA"]},
	"choices": {"allowed": place.known},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.location)

allowed := requirement.params(rule).allowed

outside := fact.beyond(node, place.widened(allowed))

default problem := "Where data is stored is no list of places"

problem := sprintf("Data is stored outside the places allowed: %v", [fact.words(outside)]) if {
	count(outside) > 0
} else := "" if {
	is_array(node.value)
}
