# METADATA
# title: Consent to AI training
# description: How the terms ask before data trains AI models; for the rules that accept training only with consent.
# schemas:
#   - input: schema.input
package vendorlint.lib.training

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.requirement

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
judged(rule, kind) := object.union(rule, _spoken[kind])

# A rule, because an engine puts it together once for a vendor.
_spoken[kind] := {"fact": name, "about": about} if {
	some kind, words in kinds
	name := sprintf("ai.training.%v", [kind])
	about := sprintf("whether the vendor may train AI models on %v", [lower(words)])
}

# METADATA
# description: What the documents say of training on this kind of data, with the clauses on consent beside it.
node(rule, kind) := fact.with_evidence(found, _consent) if {
	found := _found(rule, kind)
} else := {}

_found(rule, kind) := requirement.scoped(rule, input.facts.ai.training[kind])

# METADATA
# description: Why this training is not acceptable; "" where it is prohibited, or asked for in an accepted way.
problem(rule, kind, accepted) := "" if {
	_found(rule, kind).value == "prohibited"
} else := "" if {
	_consent.value in accepted
} else := text if {
	text := sprintf("%v may be used to train AI models%v: %v", [kinds[kind], _conditions(rule, kind), _asked])
}

# METADATA
# description: What would be acceptable, in words.
required(accepted) := "prohibited" if {
	count(accepted) == 0
} else := sprintf("prohibited, or consent by %v", [fact.words(accepted)])

default _consent := {}

_consent := input.facts.ai.training.consent

default _asked := "no clause was found by which anyone is asked first"

_asked := "clauses disagree on how the customer is asked" if {
	fact.status(_consent) == "conflict"
} else := {
	"opt_in": "once the customer opts in",
	"opt_out": "the customer has to opt out",
	"deemed": "using the service counts as consent",
	"none": "the terms take the right without asking",
}[_consent.value]

_conditions(rule, kind) := " under conditions" if {
	_found(rule, kind).value == "conditional"
} else := ""
