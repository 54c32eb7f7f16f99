# METADATA
# title: Developments are reported
# description: >-
#   Reports contracts in which it is not agreed that the vendor reports developments that may affect its service
#   levels, in time and in a set form, and those of which nobody has declared it. A person declares it in vendor.yaml;
#   it is not read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-service-developments.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.service_developments]
#   category: declared
#   why: A vendor that runs out of money, people or capacity knows it long before its services stop.
#   remedy: Ask for notice periods and reports, and for word of any development that might affect the service levels.
#   negotiate:
#     ask_for: >-
#       Provider shall report on the services monthly, and shall notify Customer without undue delay of any
#       development that might have a material impact on its ability to provide the services in line with the agreed
#       service levels.
#     fall_back_to: Notice of developments without regular reports.
#     walk_away_at: Word only once a service level is missed.
#   references: [DORA Art. 30(3)(b)]
package vendorlint.rules.declared_service_developments

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider informs Customer of an outage after it has occurred.
#   prefer: Provider shall notify Customer of any development that might affect its ability to meet the service levels.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-service-developments",
	"fact": "declared.service_developments",
	"about": "the vendor reports developments that may affect its service levels, in time and in a set form",
	"on_silence": "warning",
	"params": {},
}
