# METADATA
# title: Cases
# description: What the tests of rules are put together from.
package vendorlint.lib.cases_test

import rego.v1

# METADATA
# description: The input of a vendor whose terms state these facts, nested by their dotted names.
terms(facts) := {"vendor": "acme", "facts": facts}

# METADATA
# description: The node of a fact that one clause states.
states(value) := {"value": value, "confidence": "high", "evidence": [clause(sprintf("It is %v.", [value]))]}

# METADATA
# description: The node of a fact on which two clauses disagree.
disagrees(one, other) := {"conflict": [states(one), states(other)]}

# METADATA
# description: A clause of the terms.
clause(quote) := {"document": "terms", "lines": [1, 1], "column": 1, "quote": quote}

# METADATA
# description: A policy with this rule alone, an error unless the settings say otherwise.
policy(id, settings) := {
	"requirements": {id: object.union({"severity": "error", "params": {}}, settings)},
	"vendors": {"acme": {"name": "Acme", "tier": "critical", "data": ["personal"]}},
	"today": "2026-11-25",
}

# METADATA
# description: What a person declares of a provision.
declares(agreed) := {"agreed": agreed, "where": "Master agreement, Annex 5", "by": "legal", "date": "2026-10-01"}

# METADATA
# description: A policy with this rule alone, of a vendor of which a person has declared this provision.
declared(id, provision, agreed) := object.union(
	policy(id, {}),
	{"vendors": {"acme": {"declared": {provision: declares(agreed)}}}},
)

# METADATA
# description: What a person reads first of each finding; whole findings are compared in the tests of the library.
brief(findings) := {[found.severity, found.status, found.msg] | some found in findings}
