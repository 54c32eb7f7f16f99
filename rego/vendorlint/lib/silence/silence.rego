# METADATA
# title: What a silence is worth
# description: |
#   That no clause was found says little where the question does not arise, or where what would answer it was never
#   there to be read. A rule says as `depends_on` what its question rests on: `ai`, that the terms name AI in connection
#   with the customer or its data at all; `dpa`, that the data processing agreement which they incorporate is among
#   the documents.
# schemas:
#   - input: schema.input
package vendorlint.lib.silence

import rego.v1

import data.vendorlint.lib.requirement

# METADATA
# description: What a rule's silence says, where that is less than it seems; undefined where it is not.
caveat(rule) := text if {
	rule.depends_on == "dpa"
	_unread_dpa
	text := sprintf(
		"Not known %v: the data processing agreement that the terms incorporate is not among the documents",
		[rule.about],
	)
} else := text if {
	rule.depends_on == "ai"
	not _names_ai
	text := sprintf("Found no AI in the service, and no clause that says %v", [rule.about])
}

# METADATA
# description: |
#   How severe a silence is: that of the policy, but info where it says less than it seems. `pass` passes all the same,
#   and of AI that is not named an `error` stays one: whoever asks for that wants a promise, whatever the terms name.
severity(rule, asked) := asked if {
	asked in {"pass", "info"}
} else := "info" if {
	rule.depends_on == "dpa"
	_unread_dpa
} else := "info" if {
	rule.depends_on == "ai"
	asked == "warning"
	not _names_ai
} else := asked

# The one gap behind all these silences is told by a rule of its own; where that is off, each of them tells it.
_unread_dpa if {
	requirement.asked({"id": "incorporated-dpa"})
	some entry in input.incorporated
	entry.type == "dpa"
	entry.documents == []
}

_names_ai if input.facts.ai.features.value == true

_names_ai if {
	is_object(input.facts.ai)
	some name, _ in input.facts.ai
	name != "features"
}

_names_ai if "ai_training" in input.facts.licence.purposes.value

_names_ai if {
	some document in input.documents
	document.type == "ai_terms"
}
