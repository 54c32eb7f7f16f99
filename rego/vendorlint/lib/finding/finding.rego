# METADATA
# title: Findings
# description: The only place that knows the shape of a finding and decides its severity.
package vendorlint.lib.finding

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.requirement
import data.vendorlint.lib.silence
import data.vendorlint.lib.waiver

# METADATA
# description: |
#   The finding of a rule about one fact; undefined where there is nothing to report. Clauses that disagree are judged
#   by the worst of what they say, which is the node's value; where none is the worst, they are always reported.
#   rule      {id, fact, about, on_silence, params, choices}; about, as in "Found no clause that says <about>";
#             silence, if that is not what to say; depends_on, what its silence rests on (see lib/silence)
#   node      what the documents state of the fact: input.facts.<fact>, or {}
#   problem   what is wrong with the value stated, in plain words; "" where nothing is
#   required  what was wanted: a text, or the values allowed
#   A value that passes and that another clause may take back (the node's `doubts`) is told as a warning, until a person
#   answers for it.
#   A finding that somebody has waived has the waiver with it; hosts decide what that means for the exit code. One about
#   wrong parameters has their names as `parameters`.
judge(rule, node, problem, required) := _judged(rule, _promised(node, problem), _problem(rule, node, problem), required)

# What is promised on a plan that may not be the customer's is no promise; what may take a promise back is shown first.
_promised(node, problem) := {} if {
	node.unnamed
	problem == ""
} else := found if {
	problem == ""
	_is_doubted(node)
	found := object.union(node, {"doubted": true, "evidence": array.concat(node.doubts.evidence, node.evidence)})
} else := node

_problem(rule, node, problem) := text if {
	problem == ""
	_is_doubted(node)
	text := sprintf("What was found on %v may be taken back by another clause, which a person should read", [rule.about])
} else := problem

_is_doubted(node) if {
	is_array(node.doubts.evidence)
	is_array(node.evidence)
	not node.conflict
	not node.unnamed
	not fact.answered(node)
}

_judged(rule, node, problem, required) := object.union(
	{
		"msg": _message(rule, node, problem, status),
		"rule": rule.id,
		"severity": severity,
		"status": status,
		"fact": rule.fact,
		"value": read.value,
		"required": required,
		"evidence": read.evidence,
	},
	_aside(rule, node, status),
) if {
	asked := requirement.asked(rule)
	read := fact.read(node)
	status := _status(rule, asked, node, read.status, problem)
	severity := _severity(rule, status, node, requirement.severity(rule, status))
	severity != "pass"
}

_severity(_, "stated", node, asked) := "warning" if {
	asked == "error"
	node.doubted
} else := asked

_severity(rule, status, node, asked) := asked if {
	status != "stated"
	not rule.depends_on
} else := found if {
	status == "silent"
	fact.status(node) == "silent"
	found := silence.severity(rule, asked)
} else := asked if status != "stated"

_status(rule, asked, node, told, problem) := "parameters" if {
	asked.params != {}
	requirement.wrong(rule) != []
} else := "silent" if {
	told == "silent"
} else := "silent" if {
	told == "stated"
	asked.min_confidence
	not requirement.sure(rule, fact.confidence(node))
} else := "silent" if {
	node.read_by == ["model"]
	_discounted(asked, node, problem)
} else := told if {
	problem != ""
} else := "conflict" if {
	told == "conflict"
	fact.worst(node) == null
}

# What a second reader alone read and no person has answered for: it may be a finding, and is no pass unless the
# policy accepts it.
_discounted(asked, node, problem) if {
	not fact.answered(node)
	asked.second_reader.model_only == "ignore"
} else if {
	not fact.answered(node)
	problem == ""
	object.get(asked, ["second_reader", "model_only"], "review") != "accept"
}

# Wrong parameters are told in the place of what the terms state, and are nothing that a waiver could accept.
_aside(rule, node, status) := found if {
	status == "parameters"
	given := requirement.given(rule)
	wrong := requirement.wrong(rule)
	found := {"value": given, "evidence": [], "parameters": wrong}
} else := object.union(waiver.of(rule), _scope(node))

_where_else(rule) := text if {
	text := silence.unheard(rule)
	text != ""
} else := silence.hint(rule)

# What holds for a region, plan or product alone has that with it.
_scope(node) := {"scope": found} if {
	found := node.scope
} else := {}

_message(rule, node, problem, status) := problem if {
	status == "stated"
} else := text if {
	status == "silent"
	text := rule.silence
} else := text if {
	status == "silent"
	rule.depends_on
	fact.status(node) == "silent"
	text := concat("", [silence.caveat(rule), silence.unheard(rule)])
} else := text if {
	status == "silent"
	verb := {"silent": "says", "stated": "clearly says", "conflict": "clearly says"}[fact.status(node)]
	text := sprintf("Found no clause that %v %v%v", [verb, rule.about, _where_else(rule)])
} else := text if {
	status == "conflict"
	fact.worst(node) != null
	text := sprintf("%v; another clause says otherwise", [problem])
} else := text if {
	status == "conflict"
	text := sprintf("Clauses disagree on %v", [rule.about])
} else := text if {
	text := sprintf("Not checked, for wrong parameters: %v", [concat("; ", requirement.mistakes(rule))])
}
