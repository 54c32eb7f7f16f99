# METADATA
# title: Findings
# description: The only place that knows the shape of a finding and decides its severity.
package vendorlint.lib.finding

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.requirement
import data.vendorlint.lib.waiver

# METADATA
# description: |
#   The finding of a rule about one fact; undefined where there is nothing to report.
#   rule      {id, fact, about, on_silence, params, choices}; about, as in "The terms do not say <about>"; silence, if
#             that is not what to say
#   node      what the documents state of the fact: input.facts.<fact>, or {}
#   problem   what is wrong with the value stated, in plain words; "" where nothing is
#   required  what was wanted: a text, or the values allowed
#   A finding that somebody has waived has the waiver with it; hosts decide what that means for the exit code. One about
#   wrong parameters has their names as `parameters`.
judge(rule, node, problem, required) := object.union(_aside(rule, status), {
	"msg": _message(rule, node, problem, status),
	"rule": rule.id,
	"severity": severity,
	"status": status,
	"fact": rule.fact,
	"value": _value(rule, node, status),
	"required": required,
	"evidence": _evidence(node, status),
}) if {
	requirement.applies(rule)
	status := _status(rule, node, problem)
	severity := requirement.severity(rule, status)
	severity != "pass"
}

_status(rule, node, problem) := "parameters" if {
	requirement.wrong(rule) != []
} else := fact.status(node) if {
	fact.status(node) != "stated"
} else := "silent" if {
	not requirement.sure(rule, fact.confidence(node))
} else := "stated" if {
	problem != ""
}

_message(_, _, problem, "stated") := problem

_message(rule, node, _, "silent") := object.get(rule, ["silence"], unsaid) if {
	verb := {"silent": "say", "stated": "clearly say"}[fact.status(node)]
	unsaid := sprintf("The terms do not %v %v", [verb, rule.about])
}

_message(rule, _, _, "conflict") := sprintf("Clauses disagree on %v", [rule.about])

_message(rule, _, _, "parameters") := sprintf("Not checked, for wrong parameters: %v", [listed]) if {
	listed := concat("; ", requirement.mistakes(rule))
}

_aside(rule, "parameters") := {"parameters": requirement.wrong(rule)}

_aside(rule, status) := waiver.of(rule, status) if status != "parameters"

_value(rule, _, "parameters") := requirement.given(rule)

_value(_, node, status) := fact.value(node) if status != "parameters"

_evidence(_, "parameters") := []

_evidence(node, status) := fact.evidence(node) if status != "parameters"
