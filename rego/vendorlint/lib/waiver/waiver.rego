# METADATA
# title: Waivers
# description: |
#   What a person has accepted for a while: data.vendorlint_data.waivers is a list of {rule, vendor, fact, reason,
#   approved_by, ticket, expires}; fact and ticket may be missing, expires is the last day (ISO 8601).
package vendorlint.lib.waiver

import rego.v1

# METADATA
# description: |
#   {"waiver": {...}} for a finding about a fact, with the waiver's status: active; expired, also where a date is none;
#   or refused, for a rule that cannot be waived. {} where there is none.
of(rule) := {} if {
	_waivers == []
} else := {"waiver": object.union(found, {"status": _status(rule, found)})} if {
	found := _best([waiver | some waiver in _waivers; _about(waiver, rule)])
} else := {}

# Those of the vendor, which an engine looks up once.
_waivers := [waiver |
	some waiver in object.get(data.vendorlint_data, ["waivers"], [])
	waiver.vendor == input.vendor
]

_about(waiver, rule) if {
	waiver.rule == rule.id
	object.get(waiver, ["fact"], rule.fact) == rule.fact
}

# Of several the one that lasts longest counts.
_best(found) := waiver if {
	last := max([waiver.expires | some waiver in found])
	waiver := [each | some each in found; each.expires == last][0]
}

_status(rule, waiver) := "refused" if {
	data.vendorlint_data.requirements[rule.id].mandatory == true
} else := "active" if {
	today := object.get(data.vendorlint_data, ["today"], "")
	every date in [waiver.expires, today] {
		regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, date)
	}
	waiver.expires >= today
} else := "expired"
