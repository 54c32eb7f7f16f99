# METADATA
# title: What the policy asks of a rule
# description: |
#   The effective policy is data.vendorlint_data.requirements.<rule id>. A rule is an object {id, on_silence, params,
#   choices, codes}: its own defaults, for a parameter that is a list the values that may stand in it, and the names of
#   the parameters that are lists of ISO 3166 codes.
package vendorlint.lib.requirement

import rego.v1

import data.vendorlint.lib.place

# METADATA
# description: What the policy asks of the rule; undefined where it is off, or for vendors of other tiers or data.
asked(rule) := found if {
	found := _asked[rule.id]
	not found.applies_to
} else := found if {
	found := _asked[rule.id]
	_vendor.tier in object.get(found.applies_to, ["tier"], [_vendor.tier])
	_handles(object.get(found.applies_to, ["data"], []))
}

# METADATA
# description: |
#   error, warning, info, or pass (for silence only). Wrong parameters are always an error: nothing was checked.
severity(rule, status) := found if {
	status == "stated"
	found := _asked[rule.id].severity
} else := "error" if {
	status == "parameters"
} else := found if {
	status == "silent"
	found := _asked[rule.id].on_silence
} else := found if {
	status == "silent"
	found := rule.on_silence
} else := found if {
	status == "conflict"
	found := _asked[rule.id].on_conflict
} else := found if {
	found := _asked[rule.id].severity
} else := "error"

# METADATA
# description: |
#   The node of a fact in the scope that the policy asks for: what holds there alone, under `elsewhere`, in the place of
#   what holds in general; the node itself where the policy asks for none, or nothing is said of that scope. Where the
#   terms say it of a plan alone and nobody names the customer's, that of the plan, `unnamed`; and so what they say of a
#   region alone that is none of those that the policy asks for, if they say nothing wider.
scoped(rule, node) := node if {
	not node.elsewhere
	not node.scope
} else := found if {
	wanted := _asked[rule.id].scope
	inside := [each | some each in node.elsewhere; _within(each.scope, wanted)]
	found := inside[0] # the worst, as the extractor orders them
} else := object.union(found, {"unnamed": true}) if {
	object.get(node, "value", null) == null
	not node.conflict
	not input.customer.plan
	found := [each | some each in node.elsewhere; _on_plan(each.scope)][0]
} else := found if {
	wanted := place.widened(_asked[rule.id].scope.region)
	not _in_regions(node, wanted)
	found := _wider(node, wanted)
} else := node

_in_regions(node, _) if not node.scope.region

_in_regions(node, wanted) if node.scope.region in wanted

# What stands behind it and holds for the regions, too.
_wider(node, wanted) := found if {
	found := [each | some each in node.set_aside; _in_regions(each, wanted)][0]
} else := object.union(node, {"unnamed": true})

# A plan that a business may be on, and nothing else that limits it.
_on_plan(scope) if {
	object.keys(scope) == {"plan"}
	scope.plan != "consumer"
}

_within(scope, wanted) if {
	every key, values in wanted {
		scope[key] in values
	}
	every key, _ in scope {
		wanted[key]
	}
}

# METADATA
# description: Whether a fact of this confidence is sure enough for the policy; without a word in the policy any is.
sure(rule, confidence) if {
	asked := object.get(_asked, [rule.id, "min_confidence"], "low")
	object.get(_ranks, [confidence], 1) >= _ranks[asked]
}

# A rule, because an engine looks it up once for a vendor. These functions are called for each rule and vendor: they get
# at what is there by reference, which takes a quarter of the time of a call to object.get.
default _asked := {}

_asked := data.vendorlint_data.requirements

_ranks := {"low": 1, "medium": 2, "high": 3}

# METADATA
# description: The rule's parameters with those of the policy in their place. A wrong one leaves the default.
params(rule) := found if {
	_asked[rule.id].params == {}
	found := rule.params
} else := object.union(rule.params, {name: value |
	some name, value in given(rule)
	_fits(rule, name, value)
})

# METADATA
# description: The parameters as the policy gives them.
given(rule) := object.get(_asked, [rule.id, "params"], {})

# METADATA
# description: The names of the policy's parameters that are wrong, sorted.
wrong(rule) := sort([name |
	some name, value in given(rule)
	not _fits(rule, name, value)
])

# METADATA
# description: What is wrong with them, in words.
mistakes(rule) := [_mistake(rule, name) | some name in wrong(rule)]

# A vendor that nobody declared counts as the most demanding, as what vendor.yaml leaves out does. Nothing else of it is
# in here, so that an engine may judge vendors alike that are alike in this.
_vendor := {
	"tier": object.get(_declared, ["tier"], "critical"),
	"data": object.get(_declared, ["data"], ["personal", "special_category", "confidential", "public"]),
}

_declared := object.get(data.vendorlint_data, ["vendors", object.get(input, ["vendor"], "")], {})

_handles(kinds) if count(kinds) == 0

_handles(kinds) if {
	some kind in kinds
	kind in _vendor.data
}

default _fits(_, _, _) := false

_fits(rule, name, value) if {
	type_name(value) == type_name(rule.params[name])
	not is_array(value)
}

_fits(rule, name, value) if {
	is_array(value)
	is_array(rule.params[name])
	every item in value {
		_may_stand(rule, name, item)
	}
}

_may_stand(rule, name, item) if item in rule.choices[name]

_may_stand(rule, name, item) if {
	name in object.get(rule, ["codes"], [])
	is_string(item)
	regex.match(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`, item)
}

_mistake(rule, name) := text if {
	is_array(rule.params[name])
	text := sprintf("%v must be a list of %v", [name, _listed(rule, name)])
} else := text if {
	text := sprintf("%v must be a %v", [name, type_name(rule.params[name])])
} else := text if {
	count(rule.params) == 0
	text := sprintf("%v is not a parameter: the rule has none", [name])
} else := text if {
	text := sprintf("%v is not one of the rule's parameters (%v)", [name, concat(", ", object.keys(rule.params))])
}

_listed(rule, name) := "country codes, such as FR or US-DE" if {
	name in object.get(rule, ["codes"], [])
} else := concat(", ", object.get(rule, ["choices", name], []))
