# METADATA
# title: Regions are named, and change with notice
# description: >-
#   Reports contracts in which it is not agreed that the regions of services and data are named, and that their change
#   is announced beforehand, and those of which nobody has declared it. A person declares it in vendor.yaml; it is not
#   read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-service-locations.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.service_locations]
#   category: declared
#   why: >-
#     The law that applies to data, and who may reach it, follow from where it is; a move that one hears of afterwards
#     cannot be prevented.
#   remedy: >-
#     Ask for the countries where services are provided and data is processed and stored, and for notice before one
#     changes.
#   negotiate:
#     ask_for: >-
#       Provider provides the Services, and processes and stores data, only in the countries that the Order Form names,
#       and shall notify Customer in writing at least 60 days before it intends to change one of them.
#     fall_back_to: A region instead of countries, with notice and a right to leave before the move.
#     walk_away_at: Locations that the vendor chooses and changes unseen.
#   references: [DORA Art. 30(2)(b)]
package vendorlint.rules.declared_service_locations

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider may provide the services from any location in the world.
#   prefer: Provider provides the services from Ireland and shall notify Customer before it changes this location.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-service-locations",
	"fact": "declared.service_locations",
	"about": "the regions of services and data are named, and that their change is announced beforehand",
	"on_silence": "warning",
	"params": {},
}
