# METADATA
# title: What a person declares
# description: |
#   Provisions that vendorlint does not read from terms, because each contract words them for its own service. A person
#   looks them up and says in vendor.yaml whether they are agreed and where, who looked and when:
#   data.vendorlint_data.vendors.<vendor>.declared.<provision> is {agreed, where, by, date}. What lacks one of the four
#   is no declaration, because nobody could check it.
package vendorlint.lib.declared

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# description: |
#   The finding of a rule {id, fact, about, on_silence, params} whose fact is declared.<provision>: that nobody has
#   declared the provision, or that it is declared as not agreed; undefined where it is agreed. `about` is as in "It is
#   not agreed that <about>". It has the `declaration` with it, where there is one, and no evidence: no clause was read.
judge(rule) := object.union(found, _declaration(entry)) if {
	requirement.asked(rule) # first, because most vendors are none of those that it is about
	entry := _entry(trim_prefix(rule.fact, "declared."))
	spoken := object.union(rule, {"silence": _silence(rule)})
	found := finding.judge(spoken, _node(entry), _problem(rule, entry), "agreed")
}

_silence(rule) := sprintf(
	"Nobody has declared in vendor.yaml whether it is agreed that %v; it is not read from the terms",
	[rule.about],
)

# Empty also where nothing is declared: that is a silence.
_problem(rule, entry) := "" if {
	entry.agreed == true
} else := text if {
	text := sprintf(
		"It is not agreed that %v: declared in vendor.yaml by %v on %v, not read from the terms",
		[rule.about, entry.by, entry.date],
	)
} else := ""

_entry(provision) := found if {
	found := _declared[provision]
	is_object(found)
	count({"agreed", "where", "by", "date"} - object.keys(found)) == 0
} else := {}

# What is declared of the vendor, which an engine looks up once.
default _declared := {}

_declared := data.vendorlint_data.vendors[input.vendor].declared

_node(entry) := {"value": found} if {
	found := entry.agreed
} else := {}

_declaration(entry) := {} if {
	entry == {}
} else := {"declaration": entry}
