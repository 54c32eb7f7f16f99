package vendorlint.rules.data_transfer_mechanisms_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.data_transfer_mechanisms

found(facts, settings) := cases.brief(findings) if {
	findings := data_transfer_mechanisms.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("data-transfer-mechanisms", settings)
}

test_scc_passes if found({"data": {"transfer_mechanisms": cases.states(["scc"])}}, {}) == set()

test_dpf_passes if found({"data": {"transfer_mechanisms": cases.states(["dpf"])}}, {}) == set()

test_adequacy_passes if found({"data": {"transfer_mechanisms": cases.states(["adequacy"])}}, {}) == set()

test_bcr_passes if found({"data": {"transfer_mechanisms": cases.states(["bcr"])}}, {}) == set()

test_uk_addendum_passes if found({"data": {"transfer_mechanisms": cases.states(["uk_addendum"])}}, {}) == set()

test_one_of_the_allowed_among_others_passes if {
	facts := {"data": {"transfer_mechanisms": cases.states(["consent", "scc"])}}
	found(facts, {}) == set()
}

test_consent_alone if {
	facts := {"data": {"transfer_mechanisms": cases.states(["consent"])}}
	found(facts, {}) == {["error", "stated", "Transfers of personal data abroad rest on consent alone"]}
}

test_consent_passes_where_allowed if {
	facts := {"data": {"transfer_mechanisms": cases.states(["consent"])}}
	found(facts, {"params": {"allowed": ["consent"]}}) == set()
}

test_mechanisms_are_the_policy_s if {
	facts := {"data": {"transfer_mechanisms": cases.states(["dpf", "bcr"])}}
	found(facts, {"params": {"allowed": ["scc", "adequacy"]}}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on none of the mechanisms allowed",
	]}
}

test_no_mechanism_is_reported if {
	facts := {"data": {"transfer_mechanisms": cases.states([])}}
	found(facts, {}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on none of the mechanisms allowed",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"data": {"transfer_mechanisms": cases.states("scc")}}
	found(facts, {}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on none of the mechanisms allowed",
	]}
}

test_a_mechanism_nobody_thought_of_is_reported if {
	facts := {"data": {"transfer_mechanisms": cases.states(["code_of_conduct"])}}
	found(facts, {}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on none of the mechanisms allowed",
	]}
}

test_conflict_never_passes if {
	facts := {"data": {"transfer_mechanisms": cases.disagrees(["scc"], ["consent"])}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on which mechanism transfers of personal data abroad rest on",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says which mechanism transfers of personal data abroad rest on",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
