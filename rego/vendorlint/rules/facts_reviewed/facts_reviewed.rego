# METADATA
# title: A person has reviewed what was read
# description: >-
#   Reports facts that no person has confirmed or overridden (vendorlint review), and those whose clause has changed
#   since. It asks for the review of all facts of a vendor, which is why packs ask it of critical vendors alone.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/facts-reviewed.md
# schemas:
#   - input: schema.input
# custom:
#   severity: error
#   on_silence: pass
#   facts: [document.type]
#   category: document
#   why: A machine read these clauses; of a vendor that one cannot do without, somebody should have read them too.
#   remedy: Go through them with vendorlint review, which shows each clause where it stands, and commit facts.yaml.
#   negotiate:
#     ask_for: A review of every fact by whoever answers for the contract, before it is signed and when it changes.
#     fall_back_to: A review of the facts on which the policy's errors rest, and of those read with low confidence.
#     walk_away_at: A signature under terms that nobody has read.
package vendorlint.rules.facts_reviewed

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may use Customer Content to improve its services.
#   prefer: Provider shall use Customer Content only to provide the services.
deny contains result if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	count(open) > 0
	result := finding.judge(rule, node, problem, "a review of each fact by a person")
}

rule := {
	"id": "facts-reviewed",
	"fact": "document.type",
	"about": "what kind of document they are",
	"on_silence": "pass",
	"params": {},
}

problem := sprintf("Nobody has reviewed %v: %v%v", [_facts, concat(", ", _named), _more])

_facts := "a fact" if {
	count(open) == 1
} else := sprintf("%v facts", [count(open)])

_named := array.slice(open, 0, 5)

_more := "" if {
	count(open) <= 5
} else := sprintf(" and %v more", [count(open) - 5])

# METADATA
# description: The ids of the facts that wait for a review, sorted.
open := sort([id | some id, _ in _open])

# Its clauses are the first of each fact.
node := {"value": open, "confidence": "high", "evidence": [clause |
	some id in open
	clause := _first(_open[id])
]}

# By reference where it can be, as it is asked of every fact.
_first(each) := clause if {
	not each.conflict
	is_array(each.evidence)
	clause := each.evidence[0]
} else := fact.evidence(each)[0]

# Facts stand two or three names deep.
_open := object.union(_second, _third)

_second[id] := each if {
	some family, inside in _families
	some name, each in inside
	_waits(each)
	id := concat(".", [family, name])
}

_third[id] := each if {
	some family, inside in _families
	some group, inner in inside
	is_object(inner)
	some name in (object.keys(inner) - _keys)
	each := inner[name]
	_waits(each)
	id := concat(".", [family, group, name])
}

# Most facts are told at a look.
_waits(each) if {
	each.value != null
	not each.conflict
	not each.review
} else if {
	fact.said(each)
	not _reviewed(each)
}

_reviewed(each) if each.review.status in {"confirmed", "overridden"}

# Those of a fact, which are no facts inside of it.
_keys := {
	"value",
	"confidence",
	"evidence",
	"conflict",
	"scope",
	"elsewhere",
	"not_there",
	"set_aside",
	"doubts",
	"review",
	"read_by",
	"model_only",
}

# Looked at first, because the embedded engine fails where it is to go through what has no parts.
default _families := {}

_families := {family: inside |
	some family, inside in input.facts
	is_object(inside)
} if {
	is_object(input.facts)
}
