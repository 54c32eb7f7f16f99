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
judge(rule, node, problem, required) := object.union(
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
	_aside(rule, status),
) if {
	asked := requirement.asked(rule)
	read := fact.read(node)
	status := _status(rule, asked, node, read.status, problem)
	severity := requirement.severity(rule, status)
	severity != "pass"
}

_status(rule, asked, node, told, problem) := "parameters" if {
	asked.params != {}
	requirement.wrong(rule) != []
} else := told if {
	told != "stated"
} else := "silent" if {
	asked.min_confidence
	not requirement.sure(rule, fact.confidence(node))
} else := "stated" if {
	problem != ""
}

# Wrong parameters are told in the place of what the terms state, and are nothing that a waiver could accept.
_aside(rule, status) := found if {
	status == "parameters"
	given := requirement.given(rule)
	wrong := requirement.wrong(rule)
	found := {"value": given, "evidence": [], "parameters": wrong}
} else := waiver.of(rule)

_message(rule, node, problem, status) := problem if {
	status == "stated"
} else := text if {
	status == "silent"
	text := rule.silence
} else := text if {
	status == "silent"
	verb := {"silent": "say", "stated": "clearly say"}[fact.status(node)]
	text := sprintf("The terms do not %v %v", [verb, rule.about])
} else := text if {
	status == "conflict"
	text := sprintf("Clauses disagree on %v", [rule.about])
} else := text if {
	text := sprintf("Not checked, for wrong parameters: %v", [concat("; ", requirement.mistakes(rule))])
}
