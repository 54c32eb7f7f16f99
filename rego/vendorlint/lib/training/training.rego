# METADATA
# title: Consent to AI training
# description: How the terms ask before data trains AI models; for the rules that accept training only with consent.
# schemas:
#   - input: schema.input
package vendorlint.lib.training

import rego.v1

import data.vendorlint.lib.fact

# METADATA
# description: The kinds of data that the facts under ai.training speak of, in words.
kinds := {
	"customer_content": "Customer content",
	"personal_data": "Personal data",
	"usage_data": "Usage data",
	"deidentified_data": "De-identified data",
}

# METADATA
# description: The ways of consent that a policy may accept.
consents := ["opt_in", "opt_out", "deemed", "none"]

# METADATA
# description: The rule, made to speak of one kind of data.
judged(rule, kind) := object.union(rule, {
	"fact": sprintf("ai.training.%v", [kind]),
	"about": sprintf("whether the vendor may train AI models on %v", [lower(kinds[kind])]),
})

# METADATA
# description: What the documents say of training on this kind of data, with the clauses on consent beside it.
node(kind) := fact.with_evidence(_said(kind), _consent)

# METADATA
# description: Why this training is not acceptable; "" where it is prohibited, or asked for in an accepted way.
problem(kind, accepted) := "" if {
	fact.value(_said(kind)) == "prohibited"
} else := "" if {
	_consent.value in accepted
} else := text if {
	text := sprintf("%v may be used to train AI models%v: %v", [kinds[kind], _conditions(kind), _asked])
}

# METADATA
# description: What would be acceptable, in words.
required(accepted) := "prohibited" if {
	count(accepted) == 0
} else := sprintf("prohibited, or consent by %v", [fact.words(accepted)])

_said(kind) := found if {
	found := input.facts.ai.training[kind]
} else := {}

default _consent := {}

_consent := input.facts.ai.training.consent

default _asked := "the terms do not say that anyone is asked first"

_asked := {
	"opt_in": "once the customer opts in",
	"opt_out": "the customer has to opt out",
	"deemed": "using the service counts as consent",
	"none": "the terms take the right without asking",
}[_consent.value]

_asked := "clauses disagree on how the customer is asked" if fact.status(_consent) == "conflict"

_conditions(kind) := " under conditions" if {
	fact.value(_said(kind)) == "conditional"
} else := ""
