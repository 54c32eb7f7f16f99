# METADATA
# title: Publicity needs consent
# description: Reports terms that let the vendor use the customer's name or logo without asking first.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/publicity-consent.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [licence.publicity]
#   category: licence
#   why: A reference list tells competitors and attackers what the organisation runs on, and reads as an endorsement.
#   remedy: Allow publicity only with prior written consent to each use.
#   negotiate:
#     ask_for: >-
#       Provider may use Customer's name and logo to identify Customer as a customer, and for any other publicity, only
#       with Customer's prior written consent. Provider shall end any such use within 30 days of Customer's written
#       request.
#     ask_for_fr: >-
#       Le Prestataire n'utilise le nom et le logo du Client, que ce soit pour le citer comme client ou pour toute autre
#       publicité, qu'avec l'accord écrit préalable du Client. Il met fin à cet usage dans les 30 jours de la demande
#       écrite du Client.
#     fall_back_to: >-
#       The name alone in a list of customers, without logo or quotation, which the vendor takes down within 30 days
#       once asked.
#     walk_away_at: >-
#       Case studies, press releases or endorsements without approval, or a use of name and logo that the customer
#       cannot end.
#   params: {allowed: [with_consent, prohibited]}
package vendorlint.rules.publicity_consent

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use Customer's name and logo to identify Customer as a customer on its website.
#   prefer: Provider may use Customer's name and logo in its marketing only with Customer's prior written consent.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "publicity-consent",
	"fact": "licence.publicity",
	"about": "whether the vendor may use the customer's name or logo",
	"on_silence": "pass",
	"params": {"allowed": ["with_consent", "prohibited"]},
	"choices": {"allowed": ["permitted", "opt_out", "with_consent", "prohibited"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.publicity)

allowed := requirement.params(rule).allowed

default problem := "The vendor may use the customer's name or logo without asking"

problem := "" if {
	node.value in allowed
} else := "The vendor may use the customer's name or logo unless the customer objects" if {
	node.value == "opt_out"
}
