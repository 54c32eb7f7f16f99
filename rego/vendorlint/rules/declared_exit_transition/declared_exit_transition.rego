# METADATA
# title: A way out with a transition period
# description: >-
#   Reports contracts in which it is not agreed that the vendor goes on with the service for a transition period in
#   which the customer can move, and those of which nobody has declared it. A person declares it in vendor.yaml; it is
#   not read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-exit-transition.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.exit_transition]
#   category: declared
#   why: Without a transition period a critical function stops on the day the contract does.
#   remedy: Ask for a transition period that is long enough to move, on the same terms, and for help with the move.
#   negotiate:
#     ask_for: >-
#       After the end of this Agreement, for whatever reason, Provider shall continue to provide the Services on the
#       same terms for a transition period of up to 12 months, as Customer requests, and shall support Customer in
#       moving to another provider or to in-house solutions.
#     fall_back_to: >-
#       Six months that Customer may extend once, the service on the same terms and the help with the move against
#       payment at agreed rates.
#     walk_away_at: An end from one day to the next.
#   references: [DORA Art. 30(3)(f), DORA Art. 28(8)]
package vendorlint.rules.declared_exit_transition

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: The services end on the day on which this Agreement ends.
#   prefer: After the end of this Agreement, Provider shall continue the services for a transition period of 12 months.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-exit-transition",
	"fact": "declared.exit_transition",
	"about": "the vendor goes on with the service for a transition period in which the customer can move",
	"on_silence": "warning",
	"params": {},
}
