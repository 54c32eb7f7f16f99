# METADATA
# title: Cooperation with authorities
# description: >-
#   Reports contracts in which it is not agreed that the vendor cooperates fully with the customer's competent and
#   resolution authorities, and those of which nobody has declared it. A person declares it in vendor.yaml; it is not
#   read from the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/declared-authority-cooperation.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [declared.authority_cooperation]
#   category: declared
#   why: A supervisor asks the financial entity, and the answers are with the vendor.
#   remedy: Ask for full cooperation with your authorities and with those whom they appoint.
#   negotiate:
#     ask_for: >-
#       Provider shall fully cooperate with the competent authorities and the resolution authorities of Customer,
#       including persons appointed by them, and shall give them the access to its premises, systems, records and
#       personnel for the services, the information and the copies that they require.
#     fall_back_to: >-
#       Cooperation through the customer, who is told at once when the authority insists on the vendor itself; access
#       for authorities stays unrestricted, and work beyond what the law asks of the vendor is paid at agreed rates.
#     walk_away_at: No answer to a supervisor unless a court orders it.
#   references: [DORA Art. 30(2)(g)]
package vendorlint.rules.declared_authority_cooperation

import rego.v1

import data.vendorlint.lib.declared

# METADATA
# custom:
#   avoid: Provider responds to authorities only where a court orders it to.
#   prefer: Provider shall fully cooperate with the competent authorities of Customer and persons appointed by them.
deny contains result if result := declared.judge(rule)

rule := {
	"id": "declared-authority-cooperation",
	"fact": "declared.authority_cooperation",
	"about": "the vendor cooperates fully with the customer's competent and resolution authorities",
	"on_silence": "warning",
	"params": {},
}
