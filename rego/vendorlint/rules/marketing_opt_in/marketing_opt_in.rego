# METADATA
# title: Marketing messages need opt-in
# description: Reports terms under which people get marketing messages until they object.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/marketing-opt-in.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [consent.marketing]
#   category: consent
#   why: >-
#     Unasked-for marketing by email needs prior consent in the EU (Directive 2002/58/EC, Art. 13(1)); without it
#     the seller may only write to its own customers about similar services, who can refuse at any time (Art. 13(2)).
#   remedy: Ask that users are written to only about the service, and for opt-in to anything else.
#   negotiate:
#     ask_for: >-
#       Provider will send Customer's users marketing emails only if they have opted in to receive them.
#     ask_for_fr: >-
#       Le Prestataire n'envoie de courriels commerciaux aux utilisateurs du Client que s'ils y ont consenti au
#       préalable.
#     fall_back_to: >-
#       Emails about similar services of the vendor to the person who placed the order alone, who can refuse them at
#       once and in every email.
#     walk_away_at: >-
#       Marketing to every user by default, or addresses that go to others for marketing of theirs.
#   references: [ePrivacy Directive 2002/58/EC Art. 13(1), ePrivacy Directive 2002/58/EC Art. 13(2)]
package vendorlint.rules.marketing_opt_in

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: We may send you marketing emails; you can opt out of them at any time.
#   prefer: We will send you marketing emails only if you have opted in to receive them.
deny contains result if result := finding.judge(rule, node, problem, "opt_in")

rule := {
	"id": "marketing-opt-in",
	"fact": "consent.marketing",
	"about": "how consent to marketing messages works",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.consent.marketing)

default problem := "Marketing messages may be refused, and are not said to need consent first"

problem := "" if node.value == "opt_in"
