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
judge(rule, node, problem, required) := object.union(_told(rule, node, problem, status), {
	"rule": rule.id,
	"severity": severity,
	"status": status,
	"fact": rule.fact,
	"required": required,
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

# What is found, in words and as it stands in the terms. Wrong parameters are nothing that a waiver could accept.
_told(rule, _, _, "parameters") := {
	"msg": sprintf("Not checked, for wrong parameters: %v", [concat("; ", requirement.mistakes(rule))]),
	"value": requirement.given(rule),
	"evidence": [],
	"parameters": requirement.wrong(rule),
}

_told(rule, node, problem, status) := object.union(waiver.of(rule), {
	"msg": _message(rule, node, problem, status),
	"value": fact.value(node),
	"evidence": fact.evidence(node),
}) if {
	status != "parameters"
}

_message(rule, node, problem, status) := problem if {
	status == "stated"
} else := text if {
	status == "silent"
	verb := {"silent": "say", "stated": "clearly say"}[fact.status(node)]
	unsaid := sprintf("The terms do not %v %v", [verb, rule.about])
	text := object.get(rule, ["silence"], unsaid)
} else := sprintf("Clauses disagree on %v", [rule.about])
