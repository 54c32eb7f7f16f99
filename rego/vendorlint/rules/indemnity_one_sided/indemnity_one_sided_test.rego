package vendorlint.rules.indemnity_one_sided_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.indemnity_one_sided

found(facts, settings) := cases.brief(findings) if {
	findings := indemnity_one_sided.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("indemnity-one-sided", settings)
}

test_the_customer_alone if {
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": cases.states(false)}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and the vendor does not indemnify the customer",
	]}
}

test_the_customer_and_no_word_of_the_vendor if {
	facts := {"indemnity": {"by_customer": cases.states(true)}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and no clause was found by which the vendor does the same",
	]}
}

test_mutual_indemnities_pass if {
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": cases.states(true)}}
	found(facts, {}) == set()
}

test_the_vendor_alone_passes if {
	facts := {"indemnity": {"by_customer": cases.states(false), "by_vendor": cases.states(true)}}
	found(facts, {}) == set()
}

test_no_indemnity_passes if {
	facts := {"indemnity": {"by_customer": cases.states(false), "by_vendor": cases.states(false)}}
	found(facts, {}) == set()
}

test_clauses_disagree_on_the_vendor if {
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": cases.disagrees(true, false)}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and clauses disagree on whether the vendor does the same",
	]}
}

test_an_indemnity_by_the_vendor_that_is_not_sure_enough if {
	unsure := object.union(cases.states(true), {"confidence": "low"})
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": unsure}}
	found(facts, {}) == set()
	found(facts, {"min_confidence": "medium"}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and no clause was found by which the vendor does the same",
	]}
}

test_the_clauses_on_both_are_evidence if {
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": cases.states(false)}}
	findings := indemnity_one_sided.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("indemnity-one-sided", {})
	[each.evidence | some each in findings] == [[cases.clause("It is true."), cases.clause("It is false.")]]
}

test_a_value_of_another_type_is_reported if {
	facts := {"indemnity": {"by_customer": cases.states("yes")}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and no clause was found by which the vendor does the same",
	]}
}

test_an_indemnity_by_the_vendor_of_another_type_is_none if {
	facts := {"indemnity": {"by_customer": cases.states(true), "by_vendor": cases.states("yes")}}
	found(facts, {}) == {[
		"error", "stated",
		"The customer indemnifies the vendor, and no clause was found by which the vendor does the same",
	]}
}

test_conflict_never_passes if {
	facts := {"indemnity": {"by_customer": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the customer indemnifies the vendor"]}
}

test_silence_passes if found({}, {}) == set()

test_silence_is_found_where_the_policy_asks if {
	facts := {}
	found(facts, {"on_silence": "info"}) == {[
		"info", "silent",
		"Found no clause that says whether the customer indemnifies the vendor",
	]}
}
