package vendorlint.rules.data_infringing_instruction_notice_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_infringing_instruction_notice

found(facts, settings) := cases.brief(findings) if {
	findings := data_infringing_instruction_notice.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-infringing-instruction-notice", settings)
}

test_good_terms if found({"data": {"infringing_instruction_notice": cases.states(true)}}, {}) == set()

test_bad_terms if {
	facts := {"data": {"infringing_instruction_notice": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The vendor need not say that an instruction infringes the law"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"infringing_instruction_notice": cases.states("true")}}
	found(facts, {}) == {["error", "stated", "The vendor need not say that an instruction infringes the law"]}
}

test_conflict_never_passes if {
	facts := {"data": {"infringing_instruction_notice": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on whether the vendor tells the customer of unlawful instructions",
	]}
}

test_silence_is_reported if {
	found({}, {}) == {[
		"info", "silent",
		"Found no clause that says whether the vendor tells the customer of unlawful instructions",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
