# METADATA
# title: A cap that can be told in figures
# description: >-
#   Reports a cap on the vendor's liability that is neither a number of months of fees nor an amount (what was paid for
#   the order, what an insurance pays, the lower of several figures), and terms that exclude liability altogether. Of a
#   cap at the lower of months of fees and an amount, liability-cap-months and liability-cap-amount judge each.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-cap-basis.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [liability.cap_basis, liability.cap_months, liability.cap_amount]
#   category: liability
#   why: >-
#     What was paid for one order or month, or what an insurer chooses to pay, may be next to nothing on the day of the
#     damage, and nobody can tell the figure on the day of signing.
#   remedy: >-
#     Ask for a cap at the fees of a stated number of months, or at a stated amount, whichever is higher.
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
#       The greater of the fees of the whole contract and a stated amount that would pay for a serious incident.
#     walk_away_at: No liability at all, or a cap at the price of the order or the service concerned.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(b) (consumers)]
#   params: {allowed: []}
package vendorlint.rules.liability_cap_basis

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider's total liability under this Agreement is limited to the fees paid for the service concerned.
#   prefer: >-
#     Provider's total liability under this Agreement shall not exceed the fees paid by Customer in the twenty-four (24)
#     months before the event that gave rise to the claim.
deny contains result if {
	result := finding.judge(rule, fact.about(node, kinds), problem, "a number of months of fees, or an amount")
}

rule := {
	"id": "liability-cap-basis",
	"fact": "liability.cap_basis",
	"about": "what else than months of fees or an amount the vendor's liability is capped at",
	"on_silence": "pass",
	"params": {"allowed": []},
	"choices": {"allowed": ["fees", "insurance", "remedy", "excluded", "lesser"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.cap_basis)

named := {
	"fees": "what was paid, for no stated time",
	"insurance": "what an insurance pays",
	"remedy": "performing again, or a refund",
	"lesser": "the lower of several figures",
}

# The lower of months and an amount is judged by each of these.
default judged_elsewhere := false

judged_elsewhere if {
	fact.said(input.facts.liability.cap_months)
	fact.said(input.facts.liability.cap_amount)
}

kinds := [each |
	some each in fact.beyond(node, requirement.params(rule).allowed)
	not _known_figures(each)
]

_known_figures("lesser") if judged_elsewhere

default problem := "The cap on the vendor's liability is no list of what it is measured by"

problem := "The vendor excludes its liability altogether" if {
	"excluded" in kinds
} else := text if {
	count(kinds) > 0
	measured := concat("; ", [sprintf("%v", [object.get(named, [each], each)]) | some each in kinds])
	text := sprintf("The vendor's liability is capped at neither months of fees nor an amount: %v", [measured])
} else := "" if {
	is_array(node.value)
}
