# METADATA
# title: No agreement by mere use
# description: Reports terms that are accepted by accessing or using the service alone.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/consent-by-use.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [consent.acceptance]
#   category: consent
#   why: Anyone in the organisation can bind it without having read a word, past procurement and signature rules.
#   remedy: Ask for acceptance by signature, or by a click of somebody who may sign.
#   negotiate:
#     ask_for: >-
#       By signing an Order Form through an authorised representative, Customer agrees to be bound by this Agreement. No
#       terms presented in the Services bind Customer or its users.
#     ask_for_fr: >-
#       Le Client n'est lié par le Contrat que par la signature d'un Bon de commande par un représentant habilité.
#       Aucune condition affichée dans les Prestations n'engage le Client ou ses utilisateurs.
#     fall_back_to: >-
#       Acceptance by a click of an administrator who is authorised to sign, with the signed agreement prevailing over
#       any terms shown on screen.
#     walk_away_at: >-
#       Terms that bind the organisation because one of its people opens or uses the service.
package vendorlint.rules.consent_by_use

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: By accessing or using the Service, you agree to be bound by these Terms.
#   prefer: By signing an Order Form, Customer agrees to be bound by this Agreement.
deny contains result if {
	result := finding.judge(rule, fact.about(node, ["use"]), problem, "click or signature")
}

rule := {
	"id": "consent-by-use",
	"fact": "consent.acceptance",
	"about": "how the agreement is accepted",
	"on_silence": "pass",
	"params": {},
}

default node := {}

node := requirement.scoped(rule, input.facts.consent.acceptance)

default problem := ""

problem := "Using the service alone counts as accepting the agreement" if "use" in fact.values(node)
