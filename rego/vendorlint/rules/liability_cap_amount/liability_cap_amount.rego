# METADATA
# title: A fixed liability cap is high enough
# description: >-
#   Reports a cap on the vendor's liability that is stated as a fixed amount alone, and as a lower one than the policy
#   asks for. The figures are compared as they stand, whatever the currency. A cap in months of fees, alone or beside an
#   amount, is left to liability-cap-months, but for the lower of both, where either may be what is left.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/liability-cap-amount.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [liability.cap_amount, liability.cap_months, liability.cap_basis]
#   category: liability
#   why: A fixed amount does not grow with what is paid for the service or entrusted to it, and is often a mere token.
#   remedy: >-
#     Ask for a cap in months of fees, or for the higher of that and an amount that would pay for a serious incident.
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
#       A fixed amount of several times the yearly fees that is at least what the policy asks for and renews each year.
#     walk_away_at: A token amount, such as a hundred dollars, whatever the damage and whatever has been paid.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 1(b) (consumers)]
#   params: {amount: 100000}
package vendorlint.rules.liability_cap_amount

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider's total liability under this Agreement shall not exceed USD 100.
#   prefer: Provider's total liability under this Agreement shall not exceed USD 1,000,000.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("an amount of at least %v", [fact.figure(amount)]))
}

rule := {
	"id": "liability-cap-amount",
	"fact": "liability.cap_amount",
	"about": "what amount the vendor's liability is capped at",
	"on_silence": "pass",
	"params": {"amount": 100000},
}

default node := {}

node := requirement.scoped(rule, input.facts.liability.cap_amount)

default months := {}

months := requirement.scoped(rule, input.facts.liability.cap_months)

amount := requirement.params(rule).amount

# "USD 100" in two parts. Engines differ on numbers with a leading zero and on those of hundreds of digits.
default parts := []

parts := split(node.value, " ") if {
	is_string(node.value)
	regex.match(`^[A-Z]{3} (0|[1-9][0-9]{0,9}[0-9]{0,9})(\.[0-9]{1,9})?$`, node.value)
}

default problem := "The cap on the vendor's liability is not a currency and an amount"

problem := "" if {
	to_number(parts[1]) >= amount
} else := text if {
	[currency, figure] := parts
	text := sprintf(
		"The vendor's liability is capped at %v %v; at least %v is required",
		[currency, figure, fact.figure(amount)],
	)
}

# Where months of fees are stated as well, the cap is the greater or the lesser of both: a low amount says little of the
# greater.
default relevant := false

relevant if "lesser" in fact.values(input.facts.liability.cap_basis)

relevant if fact.status(node) == "conflict"

relevant if fact.status(months) == "silent"

relevant if not requirement.sure(rule, fact.confidence(months))
