package vendorlint.lib.declared_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.declared

rule := {
	"id": "some-rule",
	"fact": "declared.exit_transition",
	"about": "the service goes on for a while",
	"on_silence": "warning",
	"params": {},
}

policy(settings, entry) := object.union(
	cases.policy("some-rule", settings),
	{"vendors": {"acme": {"declared": {"exit_transition": entry}}}},
)

silence := concat("", [
	"Nobody has declared in vendor.yaml whether it is agreed that the service goes on for a while; ",
	"it is not read from the terms",
])

test_agreed if {
	not declared.judge(rule) with input as cases.terms({})
		with data.vendorlint_data as policy({}, cases.declares(true))
}

test_not_agreed if {
	found := declared.judge(rule) with input as cases.terms({})
		with data.vendorlint_data as policy({}, cases.declares(false))
	found == {
		"msg": concat("", [
			"It is not agreed that the service goes on for a while: ",
			"declared in vendor.yaml by legal on 2026-10-01, not read from the terms",
		]),
		"rule": "some-rule",
		"severity": "error",
		"status": "stated",
		"fact": "declared.exit_transition",
		"value": false,
		"required": "agreed",
		"evidence": [],
		"declaration": {"agreed": false, "where": "Master agreement, Annex 5", "by": "legal", "date": "2026-10-01"},
	}
}

test_anything_but_true_is_not_agreed if {
	every value in ["yes", 1, [], {}] {
		found := declared.judge(rule) with input as cases.terms({})
			with data.vendorlint_data as policy({}, cases.declares(value))
		[found.status, found.value] == ["stated", value]
	}
}

test_nobody_has_declared_it if {
	without := cases.policy("some-rule", {})
	every known in [without, policy({}, {}), policy({}, true), policy({}, cases.declares(null))] {
		found := declared.judge(rule) with input as cases.terms({})
			with data.vendorlint_data as known
		[found.severity, found.status, found.msg, found.value] == ["warning", "silent", silence, null]
	}
}

test_what_nobody_can_check_is_no_declaration if {
	every key in ["agreed", "where", "by", "date"] {
		found := declared.judge(rule) with input as cases.terms({})
			with data.vendorlint_data as policy({}, object.remove(cases.declares(true), [key]))
		[found.status, found.msg, object.get(found, ["declaration"], null)] == ["silent", silence, null]
	}
}

test_of_another_vendor if {
	found := declared.judge(rule) with input as {"vendor": "umbra", "facts": {}}
		with data.vendorlint_data as policy({}, cases.declares(true))
	found.status == "silent"
}

test_what_the_terms_hold_under_that_name_is_not_read if {
	found := declared.judge(rule) with input as cases.terms({"declared": {"exit_transition": cases.states(true)}})
		with data.vendorlint_data as cases.policy("some-rule", {})
	found.status == "silent"
}

test_silence_passes_where_the_policy_says_so if {
	not declared.judge(rule) with input as cases.terms({})
		with data.vendorlint_data as cases.policy("some-rule", {"on_silence": "pass"})
}

test_it_can_be_waived if {
	waiver := {
		"rule": "some-rule",
		"vendor": "acme",
		"fact": "declared.exit_transition",
		"reason": "Replaced by June",
		"approved_by": "legal",
		"expires": "2026-12-31",
	}
	found := declared.judge(rule) with input as cases.terms({})
		with data.vendorlint_data as object.union(policy({}, cases.declares(false)), {"waivers": [waiver]})
	found.waiver.status == "active"
}
