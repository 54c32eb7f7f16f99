# METADATA
# title: Customer content only for the purposes allowed
# description: Reports purposes for which the vendor may use customer content beyond those that the policy allows.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-purposes.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [licence.purposes]
#   category: licence
#   why: Content is entrusted for the service; each further purpose is a use that nobody has weighed.
#   remedy: >-
#     Limit the use of content to providing and securing the service and to legal duties; have further purposes agreed
#     one by one.
#   negotiate:
#     ask_for: >-
#       Provider may use Customer Content solely to provide and secure the Services and to comply with applicable law.
#       Any other use requires Customer's prior written consent.
#     ask_for_fr: >-
#       Le Prestataire n'utilise le Contenu du Client que pour fournir et sécuriser les Prestations et pour respecter la
#       loi. Tout autre usage requiert l'accord écrit préalable du Client.
#     fall_back_to: >-
#       Improving the features that the customer itself uses, as the only further purpose and without any disclosure of
#       content to others.
#     walk_away_at: >-
#       Marketing, sale or AI training without consent, a licence for any purpose, or purposes that the vendor may add
#       on its own.
#   params: {allowed: [provide_service, security, legal_compliance]}
package vendorlint.rules.licence_purposes

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.purpose
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use Customer Content for marketing and to develop new products.
#   prefer: Provider may use Customer Content solely to provide the Service.
deny contains result if result := finding.judge(rule, fact.about(node, outside), problem, allowed)

rule := {
	"id": "licence-purposes",
	"fact": "licence.purposes",
	"about": "what the vendor may use customer content for",
	"on_silence": "pass",
	"params": {"allowed": ["provide_service", "security", "legal_compliance"]},
	"choices": {"allowed": purpose.known},
}

default node := {}

node := requirement.scoped(rule, input.facts.licence.purposes)

allowed := requirement.params(rule).allowed

outside := fact.beyond(node, allowed)

default problem := ""

problem := sprintf("Customer content or data may be used beyond what is allowed: %v", [fact.words(outside)]) if {
	count(outside) > 0
}
