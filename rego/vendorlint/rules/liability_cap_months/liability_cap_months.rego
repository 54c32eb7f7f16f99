# METADATA
# title: A cap that is worth something
# description: Reports caps of the vendor's liability at the fees of fewer months than the policy asks for.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-cap-months.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [liability.cap_months, liability.cap_amount]
#   category: liability
#   why: The cap decides who bears the loss when the service fails; a few months of fees seldom cover a breach.
#   remedy: >-
#     Ask for a higher cap, for a super-cap where data protection, confidentiality or security is concerned, and for
#     none on death, fraud and wilful misconduct.
#   negotiate:
#     ask_for: >-
#       Each party's aggregate liability under this Agreement in each contract year is limited to the greater of EUR
#       1,000,000 and the Fees paid and payable for 24 months (the General Cap). For breaches of confidentiality,
#       security or data protection and for its indemnities, Provider's liability is limited instead to three times the
#       General Cap (the Super-Cap), which is separate from it: neither is used up by the other. Nothing limits
#       liability for death or personal injury, fraud, gross negligence or wilful misconduct, or where the law allows no
#       limit.
#     ask_for_fr: >-
#       La responsabilité totale de chaque partie au titre du Contrat est limitée, par année contractuelle, au plus
#       élevé des deux montants suivants : 1 000 000 EUR ou les Redevances payées et dues pour 24 mois (le Plafond
#       général). En cas de manquement à la confidentialité, à la sécurité ou à la protection des données, et pour ses
#       garanties, la responsabilité du Prestataire est limitée à trois fois le Plafond général (le Plafond renforcé),
#       distinct de celui-ci : aucun ne s'impute sur l'autre. Aucune limite ne s'applique en cas de décès ou de dommage
#       corporel, de dol, de faute lourde ou intentionnelle, ni lorsque la loi n'en admet pas.
#     fall_back_to: >-
#       Twelve months as the general cap, a super-cap of at least twice that for data protection, confidentiality and
#       security, and no limit on death, fraud and wilful misconduct.
#     walk_away_at: Less than 12 months, one low cap for everything, or a cap that holds even for wilful misconduct.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(b) (consumers)]
#   params: {months: 12}
package vendorlint.rules.liability_cap_months

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: >-
#     Provider's total liability shall not exceed the fees paid by Customer in the three (3) months before the event
#     that gave rise to the claim.
#   prefer: >-
#     Provider's total liability shall not exceed the fees paid by Customer in the twenty-four (24) months before the
#     event that gave rise to the claim.
deny contains result if {
	result := finding.judge(rule, node, problem, sprintf("at least %v months of fees", [fact.figure(months)]))
}

rule := {
	"id": "liability-cap-months",
	"fact": "liability.cap_months",
	"about": "at how many months of fees the vendor's liability is capped",
	"on_silence": "pass",
	"params": {"months": 12},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.cap_months)

months := requirement.params(rule).months

default problem := "The cap is not a number of months of fees"

problem := "" if {
	is_number(node.value)
	node.value >= 0
	node.value >= months
} else := beyond if {
	is_number(node.value)
	node.value < months
	node.value >= 0
	beyond := sprintf(
		"The vendor's liability is capped at %v months of fees%v; at least %v are required",
		[fact.figure(node.value), beside, fact.figure(months)],
	)
}

# The cap is the greater or the lesser of both: the clause says which.
default beside := ""

beside := sprintf(", beside an amount of %v", [amount]) if {
	amount := requirement.scoped(rule, input.facts.liability.cap_amount).value
	is_string(amount)
	count(amount) < 40
}
