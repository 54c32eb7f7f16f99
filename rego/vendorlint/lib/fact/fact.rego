# METADATA
# title: Reading a fact
# description: |
#   A fact's node is {value, confidence, evidence} where the documents state it, {conflict: [...]} where clauses
#   disagree, with the worst of their values as its value if any is the worst, and {} where they are silent. What holds
#   for another region, plan or product alone stands under `elsewhere`, each {scope, value, confidence, evidence}.
#   Anything that is no such node reads as silent, as does {not_there: true, review}, by which
#   a person says that it is not stated.
package vendorlint.lib.fact

import rego.v1

# METADATA
# description: stated, silent or conflict.
status(node) := "silent" if {
	node == {}
} else := "stated" if {
	node.value != null
	not node.conflict
} else := "conflict" if {
	count(_sides(node)) > 0
} else := "stated" if {
	_get(node, "value", null) != null
} else := "silent"

# METADATA
# description: Whether the documents say anything of it, if only in contradiction.
said(node) if status(node) != "silent"

# METADATA
# description: The value found; null for silence, and each side's value for a conflict.
value(node) := null if {
	node == {}
} else := found if {
	found := node.value
	not node.conflict
} else := [_get(side, "value", null) | some side in _sides(node)] if {
	status(node) == "conflict"
} else := _get(node, "value", null)

# METADATA
# description: The worst of the values on which clauses disagree; null where none is, and for what is no conflict.
worst(node) := found if {
	count(_sides(node)) > 0
	found := node.value
} else := null

# METADATA
# description: |
#   high, medium or low: how sure the reading is; high where the facts file does not say, and where a person has
#   confirmed or overridden what was read.
confidence(node) := "high" if {
	answered(node)
} else := found if {
	found := node.confidence
} else := "high"

# METADATA
# description: Whether a person has confirmed or overridden what was read.
answered(node) if node.review.status in {"confirmed", "overridden"}

# METADATA
# description: The values of a fact that is a set; none for anything else.
values(node) := found if {
	found := node.value
	is_array(found)
} else := []

# METADATA
# description: The values of a fact that is a set which are not among those allowed.
beyond(node, allowed) := [each | some each in values(node); not each in allowed]

# METADATA
# description: |
#   The clauses that prove it. Of a conflict those of every side: the one that states each, then all others, so that a
#   report which shows the first few shows both sides.
evidence(node) := [] if {
	node == {}
} else := found if {
	found := node.evidence
	is_array(found)
	not node.conflict
} else := array.concat(
	[clause | some side in _sides(node); some clause in _leading(_clauses(side))],
	[clause | some side in _sides(node); some clause in _others(_clauses(side))],
) if {
	status(node) == "conflict"
} else := _list(_get(node, "evidence", []))

# METADATA
# description: |
#   Status, value and evidence in one look, for what is asked of each rule and vendor: an engine takes as long for each
#   expression, and most nodes are told in few.
read(node) := {"status": "silent", "value": null, "evidence": []} if {
	node == {}
} else := {"status": "stated", "value": found, "evidence": clauses} if {
	found := node.value
	found != null
	clauses := node.evidence
	is_array(clauses)
	not node.conflict
} else := {"status": status(node), "value": value(node), "evidence": evidence(node)}

# METADATA
# description: A stated fact's node with the clauses of another that it lacks, for a judgement that rests on both.
with_evidence(node, other) := node if {
	other == {}
} else := object.union(node, {"evidence": clauses}) if {
	status(node) == "stated"
	own := evidence(node)
	clauses := array.concat(own, _lacking(own, other))
} else := node

# The clauses of a fact that are not among some.
_lacking(clauses, other) := added if {
	quotes := {_get(clause, "quote", "") | some clause in clauses}
	added := [clause | some clause in evidence(other); not _get(clause, "quote", "") in quotes]
}

# METADATA
# description: |
#   A fact's node with the clauses of another that it lacks, which leads with the other's first, or with a clause that
#   states both where `both` asks for that: for a judgement of what the other says, for which the fact gives the degree.
#   Of a conflict it is the worst side that is led so.
led_by(node, other, both) := object.union(joined, {"evidence": clauses}) if {
	status(node) == "stated"
	said(other)
	joined := with_evidence(node, other)
	clauses := _led(joined.evidence, _lead(evidence(node), evidence(other), both))
} else := object.union(node, {"conflict": sides}) if {
	status(node) == "conflict"
	said(other)
	worst_side := _sides(node)[0]
	rest := array.slice(_sides(node), 1, count(_sides(node)))
	own := _clauses(worst_side)
	added := _lacking(evidence(node), other)
	clauses := _led(array.concat(own, added), _lead(own, evidence(other), both))
	sides := array.concat([object.union(worst_side, {"evidence": clauses})], rest)
} else := with_evidence(node, other)

# Clauses that lead with the one that stands at a place, with its lead-ins and what turns it.
_led(clauses, first) := array.concat(ahead, behind) if {
	lead := _leading(array.slice(clauses, first, count(clauses)))
	ahead := array.concat(lead, array.slice(clauses, 0, first))
	behind := array.slice(clauses, first + count(lead), count(clauses))
}

# Where the other's first clause stands among a fact's own, or the first that states both; behind all of its own stands
# the other's first.
_lead(own, others, both) := first if {
	leading := [each | some each in others; _get(each, "role", "statement") == "statement"]
	wanted := _wanted(leading, both)
	quotes := {_get(each, "quote", "") | some each in wanted}
	shared := [index |
		some index, clause in own
		_get(clause, "role", "statement") == "statement"
		_get(clause, "quote", "") in quotes
	]
	count(shared) > 0
	first := min(shared)
} else := count(own)

_wanted(clauses, true) := clauses

_wanted(clauses, false) := array.slice(clauses, 0, 1)

# METADATA
# description: |
#   A node of a set that leads with the clauses which state one of these values, each with its lead-ins and what turns
#   it: for a judgement of these alone. A clause of which nobody told what it states stays where it is.
about(node, values) := object.union(node, {"evidence": array.concat(telling, rest)}) if {
	clauses := node.evidence
	is_array(clauses)
	telling := [clause | some index, clause in clauses; _tells(clauses, index, values)]
	telling != []
	rest := [clause | some index, clause in clauses; not _tells(clauses, index, values)]
} else := node

_tells(clauses, index, values) if {
	own := max([place | some place, clause in clauses; place <= index; not _get(clause, "role", "statement") in _parts])
	some each in _list(_get(clauses[own], "states", []))
	each in values
}

# METADATA
# description: Values in a sentence.
words(list) := concat(", ", [_word(each) | some each in list])

_word(value) := replace(replace(sprintf("%v", [value]), "_", " "), "ai training", "AI training")

# METADATA
# description: |
#   A value in a sentence, where it may be a number: engines write the digits of very large and very small ones
#   differently, and a zero with a sign. Everything else is itself.
figure(value) := 0 if {
	value == 0
} else := "an absurd number of" if {
	is_number(value)
	_absurd(value)
} else := value

_absurd(number) if number > 1000000000000000

_absurd(number) if number < -1000000000000000

_absurd(number) if {
	number < 0.0001
	number > -0.0001
}

_sides(node) := _list(_get(node, "conflict", []))

_clauses(side) := _list(_get(side, "evidence", []))

_leading(clauses) := array.slice(clauses, 0, _second(clauses))

_others(clauses) := array.slice(clauses, _second(clauses), count(clauses))

# What stands behind the clause that it is a part of.
_parts := {"lead_in", "exception"}

# Where the second clause of a side begins, behind the first with its lead-ins and what turns it.
_second(clauses) := min(array.concat([count(clauses)], [index |
	some index, clause in clauses
	index > 0
	not _get(clause, "role", "statement") in _parts
]))

# By reference, which takes a quarter of the time of a call to object.get, and gets nothing from what is no object.
_get(node, key, otherwise) := found if {
	found := node[key]
} else := otherwise

_list(found) := found if {
	is_array(found)
} else := []
