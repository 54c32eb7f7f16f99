# METADATA
# title: What no cap should limit
# description: Reports terms that do not name, among what no cap limits, all that the policy asks for.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-uncapped.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: info
#   facts: [liability.uncapped]
#   category: liability
#   why: >-
#     A cap that also covers intent, fraud and injury takes the sting out of every other promise; in many countries it
#     is void, and the customer has to go to court to learn that.
#   remedy: Ask for a list of what no limit of liability covers, and hold it against the one that the policy asks for.
#   negotiate:
#     ask_for: >-
#       Nothing in this Agreement limits or excludes a party's liability for death or personal injury, for fraud, for
#       gross negligence or wilful misconduct, or where the law allows no limit. Provider's indemnities, and its
#       breaches of confidentiality, security or data protection, are subject to the Super-Cap alone where this
#       Agreement has one, and to no limit where it has none.
#     ask_for_fr: >-
#       Aucune stipulation du Contrat ne limite ni n'exclut la responsabilité d'une partie en cas de décès ou de dommage
#       corporel, de fraude ou de dol, de faute lourde ou intentionnelle, ni lorsque la loi n'admet pas de limite. Les
#       garanties du Prestataire et ses manquements à la confidentialité, à la sécurité ou à la protection des données
#       ne sont soumis qu'au Plafond renforcé, si le Contrat en prévoit un, et sinon à aucune limite.
#     fall_back_to: >-
#       Death, injury, fraud and intent without a limit; indemnities and confidentiality within a higher cap.
#     walk_away_at: A cap that holds for intent, or exceptions that stand on the customer's side alone.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(a) (consumers)]
#   params: {required: [death_injury, fraud, gross_negligence]}
package vendorlint.rules.liability_uncapped

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: The limitation of liability does not apply to fraud.
#   prefer: >-
#     Nothing in this Agreement limits either party's liability for death or personal injury, fraud, gross negligence
#     or wilful misconduct.
deny contains result if result := finding.judge(rule, node, problem, required)

rule := {
	"id": "liability-uncapped",
	"fact": "liability.uncapped",
	"about": "what no cap limits",
	"on_silence": "info",
	"params": {"required": ["death_injury", "fraud", "gross_negligence"]},
	"choices": {"required": [
		"death_injury",
		"fraud",
		"gross_negligence",
		"confidentiality",
		"data_protection",
		"ip",
		"indemnity",
	]},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.uncapped)

required := requirement.params(rule).required

named := {
	"death_injury": "death and injury",
	"fraud": "fraud",
	"gross_negligence": "gross negligence",
	"confidentiality": "confidentiality",
	"data_protection": "data protection",
	"ip": "intellectual property",
	"indemnity": "indemnities",
}

missing := [named[each] | some each in required; not each in fact.values(node)]

default problem := ""

problem := sprintf("Not named among what no cap limits: %v", [fact.words(missing)]) if count(missing) > 0
