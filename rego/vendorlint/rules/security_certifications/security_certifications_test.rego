package vendorlint.rules.security_certifications_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.security_certifications

found(facts, settings) := cases.brief(findings) if {
	findings := security_certifications.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("security-certifications", settings)
}

test_iso_27001_passes if found({"security": {"certifications": cases.states(["iso_27001"])}}, {}) == set()

test_soc_2_passes if found({"security": {"certifications": cases.states(["soc_2"])}}, {}) == set()

test_one_of_them_among_others_passes if {
	facts := {"security": {"certifications": cases.states(["pci_dss", "soc_1", "soc_2"])}}
	found(facts, {}) == set()
}

test_others_do_not_count if {
	facts := {"security": {
		"certifications": cases.states([
			"iso_27701", "iso_27017", "iso_27018", "iso_42001", "soc_1", "soc_3", "pci_dss", "hipaa", "fedramp",
			"hds", "c5",
		]),
	}}
	found(facts, {}) == {[
		"error", "stated",
		"The terms name none of the certifications asked for: iso 27001, soc 2",
	]}
}

test_certifications_are_the_policy_s if {
	facts := {"security": {"certifications": cases.states(["iso_27001"])}}
	found(facts, {"params": {"any_of": ["hds", "c5"]}}) == {[
		"error", "stated",
		"The terms name none of the certifications asked for: hds, c5",
	]}
}

test_another_one_passes_where_the_policy_says_so if {
	facts := {"security": {"certifications": cases.states(["fedramp"])}}
	found(facts, {"params": {"any_of": ["soc_2", "fedramp"]}}) == set()
}

test_no_certification_is_reported if {
	facts := {"security": {"certifications": cases.states([])}}
	found(facts, {}) == {[
		"error", "stated",
		"The terms name none of the certifications asked for: iso 27001, soc 2",
	]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"security": {"certifications": cases.states("soc_2")}}
	found(facts, {}) == {[
		"error", "stated",
		"The terms name none of the certifications asked for: iso 27001, soc 2",
	]}
}

test_a_certification_nobody_thought_of_is_reported if {
	facts := {"security": {"certifications": cases.states(["soc_22"])}}
	found(facts, {}) == {[
		"error", "stated",
		"The terms name none of the certifications asked for: iso 27001, soc 2",
	]}
}

test_conflict_never_passes if {
	facts := {"security": {"certifications": cases.disagrees(["iso_27001"], ["soc_1"])}}
	found(facts, {}) == {[
		"error", "conflict",
		"Clauses disagree on which security certifications the vendor holds",
	]}
}

test_silence_is_a_warning if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says which security certifications the vendor holds",
	]}
}

test_silence_passes_where_the_policy_says_so if found({}, {"on_silence": "pass"}) == set()
