package vendorlint.lib.finding_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.finding

rule := {
	"id": "some-rule",
	"fact": "licence.duration",
	"about": "how long the licence lasts",
	"on_silence": "warning",
	"params": {"days": 30},
}

terms := cases.terms({})

asks(settings) := cases.policy("some-rule", settings)

test_stated if {
	found := finding.judge(rule, cases.states("perpetual"), "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	found == {
		"msg": "It never ends",
		"rule": "some-rule",
		"severity": "error",
		"status": "stated",
		"fact": "licence.duration",
		"value": "perpetual",
		"required": "an end",
		"evidence": [cases.clause("It is perpetual.")],
	}
}

test_stated_without_a_problem if {
	not finding.judge(rule, cases.states("term"), "", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
}

test_silent if {
	found := finding.judge(rule, {}, "", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	found == {
		"msg": "Found no clause that says how long the licence lasts",
		"rule": "some-rule",
		"severity": "warning",
		"status": "silent",
		"fact": "licence.duration",
		"value": null,
		"required": "an end",
		"evidence": [],
	}
}

on_a_plan(value) := {"scope": {"plan": "free"}, "value": value, "evidence": [], "unnamed": true}

test_silence_of_an_annex_without_its_agreement if {
	annex := object.union(terms, {"documents": [{"id": "dpa", "type": "dpa"}]})
	found := finding.judge(rule, {}, "", "an end")
		with input as annex
		with data.vendorlint_data as asks({})
	found.msg == concat("", [
		"Found no clause that says how long the licence lasts",
		"; the agreement itself is not in the folder, only a data processing agreement",
	])
}

test_what_is_adverse_on_a_plan_that_may_be_the_customer_s if {
	found := finding.judge(rule, on_a_plan("perpetual"), "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	[found.status, found.value, found.scope] == ["stated", "perpetual", {"plan": "free"}]
}

test_what_is_promised_on_such_a_plan_is_no_promise if {
	found := finding.judge(rule, on_a_plan("term"), "", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	[found.status, found.value, found.severity] == ["silent", null, "warning"]
}

test_silence_may_pass if {
	not finding.judge(rule, {}, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({"on_silence": "pass"})
}

# A node on which clauses disagree, with the worst of what they say.
disputed := object.union(cases.disagrees("perpetual", "term"), {"value": "perpetual"})

test_conflict_is_judged_by_its_worst_side if {
	found := finding.judge(rule, disputed, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	[found.msg, found.status, found.value] == [
		"It never ends; another clause says otherwise",
		"conflict",
		["perpetual", "term"],
	]
	found.evidence == [cases.clause("It is perpetual."), cases.clause("It is term.")]
}

test_conflict_whose_worst_side_is_acceptable if {
	not finding.judge(rule, disputed, "", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
}

test_scope_of_what_holds_for_a_region if {
	node := object.union(cases.states("perpetual"), {"scope": {"region": "EEA"}})
	found := finding.judge(rule, node, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	found.scope == {"region": "EEA"}
}

test_conflict if {
	node := cases.disagrees("term", "perpetual")
	found := finding.judge(rule, node, "", "an end")
		with input as terms
		with data.vendorlint_data as asks({"on_conflict": "info"})
	found == {
		"msg": "Clauses disagree on how long the licence lasts",
		"rule": "some-rule",
		"severity": "info",
		"status": "conflict",
		"fact": "licence.duration",
		"value": ["term", "perpetual"],
		"required": "an end",
		"evidence": [cases.clause("It is term."), cases.clause("It is perpetual.")],
	}
}

test_wrong_parameters_are_an_error_whatever_the_terms_say if {
	policy := asks({"severity": "info", "params": {"days": "60", "day": 60}})
	every node in [{}, cases.states("term"), cases.disagrees("term", "perpetual")] {
		found := finding.judge(rule, node, "", "an end")
			with input as terms
			with data.vendorlint_data as policy
		found == {
			"msg": "Not checked, for wrong parameters: day is not one of the rule's parameters (days); days must be a number",
			"rule": "some-rule",
			"severity": "error",
			"status": "parameters",
			"fact": "licence.duration",
			"value": {"days": "60", "day": 60},
			"parameters": ["day", "days"],
			"required": "an end",
			"evidence": [],
		}
	}
}

test_a_rule_that_is_off_finds_nothing if {
	node := cases.states("perpetual")
	not finding.judge(rule, node, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as cases.policy("another-rule", {})
}

test_a_rule_for_other_vendors_finds_nothing_of_this_one if {
	every scope in [{"tier": ["low"]}, {"data": ["confidential"]}] {
		not finding.judge(rule, cases.states("perpetual"), "It never ends", "an end")
			with input as terms
			with data.vendorlint_data as asks({"applies_to": scope})
	}
}

test_a_fact_of_low_confidence_is_silent_where_the_policy_says_so if {
	unsure := object.union(cases.states("term"), {"confidence": "low"})
	found := finding.judge(rule, unsure, "", "an end")
		with input as terms
		with data.vendorlint_data as asks({"min_confidence": "medium"})
	found == {
		"msg": "Found no clause that clearly says how long the licence lasts",
		"rule": "some-rule",
		"severity": "warning",
		"status": "silent",
		"fact": "licence.duration",
		"value": "term",
		"required": "an end",
		"evidence": [cases.clause("It is term.")],
	}
}

test_a_fact_of_the_confidence_asked_is_stated if {
	every asked in ["medium", "low"] {
		not finding.judge(rule, object.union(cases.states("term"), {"confidence": "medium"}), "", "an end")
			with input as terms
			with data.vendorlint_data as asks({"min_confidence": asked})
	}
}

test_what_a_model_alone_read_is_no_pass if {
	heard := object.union(cases.states("term"), {"confidence": "medium", "read_by": ["model"]})
	every worth in [{}, {"second_reader": {"model_only": "review"}}, {"second_reader": {"model_only": "ignore"}}] {
		found := finding.judge(rule, heard, "", "an end")
			with input as terms
			with data.vendorlint_data as asks(worth)
		found.status == "silent"
		found.msg == "Found no clause that clearly says how long the licence lasts"
		found.severity == "warning"
	}
}

test_what_a_model_alone_read_passes_where_that_is_accepted_or_a_person_answers_for_it if {
	heard := object.union(cases.states("term"), {"confidence": "medium", "read_by": ["model"]})
	both := object.union(heard, {"read_by": ["patterns", "model"]})
	confirmed := object.union(heard, {"review": {"status": "confirmed", "by": "Legal", "date": "2026-11-01"}})
	every pair in [
		[heard, {"second_reader": {"model_only": "accept"}}],
		[both, {}],
		[confirmed, {"second_reader": {"model_only": "ignore"}}],
	] {
		not finding.judge(rule, pair[0], "", "an end")
			with input as terms
			with data.vendorlint_data as asks(pair[1])
	}
}

test_an_adverse_word_of_a_model_alone_is_a_finding_unless_it_is_ignored if {
	heard := object.union(cases.states("perpetual"), {"confidence": "medium", "read_by": ["model"]})
	stated := finding.judge(rule, heard, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({})
	stated.status == "stated"
	ignored := finding.judge(rule, heard, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({"second_reader": {"model_only": "ignore"}})
	ignored.status == "silent"
}

test_sides_of_a_model_alone_that_disagree_are_ignored_too if {
	heard := object.union(cases.disagrees("term", "perpetual"), {"read_by": ["model"]})
	found := finding.judge(rule, heard, "It never ends", "an end")
		with input as terms
		with data.vendorlint_data as asks({"second_reader": {"model_only": "ignore"}})
	found.msg == "Found no clause that clearly says how long the licence lasts"
}

doubted(value) := object.union(cases.states(value), {"doubts": {"evidence": [cases.clause("Unless it is not.")]}})

judged_with_doubts(node, problem, settings) := found if {
	found := finding.judge(rule, node, problem, "an end")
		with input as terms
		with data.vendorlint_data as asks(settings)
}

test_what_passes_and_may_be_taken_back if {
	judged_with_doubts(doubted("term"), "", {}) == {
		"msg": "What was found on how long the licence lasts may be taken back by another clause, which a person should read",
		"rule": "some-rule",
		"severity": "warning",
		"status": "stated",
		"fact": "licence.duration",
		"value": "term",
		"required": "an end",
		"evidence": [cases.clause("Unless it is not."), cases.clause("It is term.")],
	}
}

test_no_graver_than_the_policy_asks if {
	judged_with_doubts(doubted("term"), "", {"severity": "info"}).severity == "info"
}

test_a_problem_is_told_as_such if {
	found := judged_with_doubts(doubted("perpetual"), "It never ends", {})
	[found.severity, found.msg] == ["error", "It never ends"]
}

test_a_person_has_answered_for_it if {
	reviewed := object.union(doubted("term"), {"review": {"status": "confirmed"}})
	not judged_with_doubts(reviewed, "", {})
}

test_doubts_of_no_shape if {
	not judged_with_doubts(object.union(cases.states("term"), {"doubts": "many"}), "", {})
	not judged_with_doubts(object.union(doubted("term"), {"evidence": null}), "", {})
}
