# METADATA
# title: What a silence is worth
# description: |
#   That no clause was found says little where the question does not arise, or where what would answer it was never
#   there to be read. A rule says as `depends_on` what its question rests on: `ai`, that the terms name AI in connection
#   with the customer or its data at all; `dpa` or `sla`, that the agreement of that type which they rest on is among
#   the documents.
# schemas:
#   - input: schema.input
package vendorlint.lib.silence

import rego.v1

import data.vendorlint.lib.requirement

# METADATA
# description: The types of documents that terms rest on, as the facts file names them, each with its name in words.
kinds := {
	"dpa": "data processing agreement",
	"baa": "business associate agreement",
	"privacy_policy": "privacy policy",
	"sla": "service level agreement",
	"acceptable_use": "acceptable use policy",
	"ai_terms": "AI terms",
	"terms_of_service": "main agreement",
	"order_form": "order form",
	"specific_terms": "terms of single services",
	"other": "other document",
}

# METADATA
# description: |
#   The documents that the terms rest on and that are not in the vendor's folder, by type: the first of each as
#   {name, link, evidence}.
missing[kind] := entry if {
	some kind, entries in all_missing
	entry := entries[0]
}

# METADATA
# description: All of them, by type.
all_missing[kind] := entries if {
	some kind, _ in kinds
	entries := [each | some each in _entries; is_object(each); each.type == kind; each.documents == []]
	entries != []
}

# METADATA
# description: What the terms call such a document.
called(entry) := name if {
	name := entry.name
	is_string(name)
	name != ""
} else := kinds[entry.type]

default _entries := []

_entries := input.incorporated if is_array(input.incorporated)

# METADATA
# scope: document
# description: |
#   What the documents are, in words, where each is an annex of an agreement that is not among them; none where one is
#   an agreement of its own, or of a type that nobody knows.
default annexes := []

annexes := sort({_annexes[document.type].name | some document in _documents}) if {
	count(_documents) > 0
	every document in _documents {
		_annexes[document.type]
	}
}

# The families of facts that each answers for by itself.
_annexes := {
	"dpa": {"name": "a data processing agreement", "families": {"data", "security"}},
	"privacy_policy": {"name": "a privacy policy", "families": {"consent", "data"}},
	"sla": {"name": "a service level agreement", "families": {"sla"}},
	"acceptable_use": {"name": "an acceptable use policy", "families": {"suspension", "use"}},
}

_answered contains family if {
	some document in _documents
	some family in _annexes[document.type].families
}

default _documents := []

_documents := input.documents if is_array(input.documents)

# METADATA
# description: |
#   What is told of a rule's silence where the agreement that would break it was not given; empty where it was.
unheard(rule) := "" if {
	annexes == []
} else := "" if {
	split(rule.fact, ".")[0] in (_answered | {"declared", "document"})
} else := sprintf("; the agreement itself is not in the folder, only %v", [concat(" and ", annexes)])

# METADATA
# description: What a rule's silence says, where that is less than it seems; undefined where it is not.
caveat(rule) := text if {
	name := _unread[rule.depends_on]
	text := sprintf("Not known %v: the %v, on which the terms rest, is not in the folder", [rule.about, name])
} else := text if {
	rule.depends_on == "ai"
	not _names_ai
	text := sprintf("Found no AI in the service, and no clause that says %v%v", [rule.about, hint(rule)])
}

# METADATA
# description: |
#   Where else it may stand that the terms seem to be silent on: behind "Found no clause", empty where all that they
#   rest on is there.
hint(rule) := "" if {
	_unread == {}
} else := text if {
	names := [name | some kind in _answering(rule.fact); name := _unread[kind]]
	count(names) > 0
	text := sprintf("; it may stand in the %v (not in the folder)", [concat(" or the ", names)])
} else := ""

_answering(fact) := array.concat(own, ["specific_terms", "terms_of_service"]) if {
	own := _by_family[split(fact, ".")[0]]
} else := ["specific_terms", "terms_of_service"]

_by_family := {
	"ai": ["ai_terms"],
	"data": ["dpa", "privacy_policy"],
	"document": [],
	"marketing": ["privacy_policy"],
	"payment": ["order_form"],
	"security": ["dpa"],
	"sla": ["sla"],
	"suspension": ["acceptable_use"],
	"term": ["order_form"],
	"use": ["acceptable_use"],
}

# METADATA
# description: |
#   How severe a silence is: that of the policy, but info where it says less than it seems. `pass` passes all the same,
#   and of AI that is not named an `error` stays one: whoever asks for that wants a promise, whatever the terms name.
severity(rule, asked) := asked if {
	asked in {"pass", "info"}
} else := "info" if {
	_unread[rule.depends_on]
} else := "info" if {
	rule.depends_on == "ai"
	asked == "warning"
	not _names_ai
} else := asked

# The names of those that are missing, as the terms have them, where a rule of its own tells the gap behind all these
# silences; where none does, each of them tells its own.
_unread[kind] := name if {
	some kind, entry in missing
	_told(kind)
	name := called(entry)
}

# The rule about all of them, as far as the policy is asked for it.
_gap := {"id": "incorporated-documents", "params": {"types": _types}, "choices": {"types": _types}}

_types := [kind | some kind, _ in kinds]

_told("dpa") if requirement.asked({"id": "incorporated-dpa"})

_told(kind) if {
	requirement.asked(_gap)
	kind in requirement.params(_gap).types
}

_names_ai if input.facts.ai.features.value == true

_names_ai if {
	is_object(input.facts.ai)
	some name, _ in input.facts.ai
	name != "features"
}

_names_ai if "ai_training" in input.facts.licence.purposes.value

_names_ai if {
	some document in _documents
	document.type == "ai_terms"
}
