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

of_laws(laws) := {"data": {
	"transfer_mechanisms": cases.states(["adequacy", "consent"]),
	"transfer_law": cases.states(laws),
}}

test_a_mechanism_of_the_law_asked_for_passes if {
	every name in ["eu", "uk", "swiss"] {
		found(of_laws([name]), {"params": {"laws": [name]}}) == set()
	}
}

test_a_mechanism_of_another_law_is_reported if {
	found(of_laws(["eu", "swiss"]), {"params": {"laws": ["uk"]}}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on no mechanism in force of UK law",
	]}
}

test_each_law_is_asked_for if {
	found(of_laws(["eu"]), {"params": {"laws": ["eu", "uk", "swiss"]}}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on no mechanism in force of Swiss law or UK law",
	]}
}

test_a_mechanism_of_no_law_is_reported if {
	facts := {"data": {"transfer_mechanisms": cases.states(["scc"])}}
	found(facts, {"params": {"laws": ["eu"]}}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on no mechanism in force of EU law",
	]}
}

test_a_law_that_is_not_sure_enough if {
	unsure := object.union(cases.states(["uk"]), {"confidence": "low"})
	facts := {"data": {"transfer_mechanisms": cases.states(["adequacy"]), "transfer_law": unsure}}
	found(facts, {"params": {"laws": ["uk"]}}) == set()
	found(facts, {"params": {"laws": ["uk"]}, "min_confidence": "medium"}) == {[
		"error", "stated",
		"Transfers of personal data abroad rest on no mechanism in force of UK law",
	]}
}
