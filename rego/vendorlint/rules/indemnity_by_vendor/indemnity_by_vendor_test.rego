package vendorlint.rules.indemnity_by_vendor_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.indemnity_by_vendor

found(facts, settings) := cases.brief(findings) if {
	findings := indemnity_by_vendor.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("indemnity-by-vendor", settings)
}

test_good_terms_pass if {
	facts := {"indemnity": {"by_vendor": cases.states(true)}}
	found(facts, {}) == set()
}

test_bad_terms if {
	facts := {"indemnity": {"by_vendor": cases.states(false)}}
	found(facts, {}) == {["error", "stated", "The vendor does not indemnify the customer"]}
}

test_a_value_of_another_type_is_reported if {
	facts := {"indemnity": {"by_vendor": cases.states("false")}}
	found(facts, {}) == {["error", "stated", "The vendor does not indemnify the customer"]}
}

test_conflict_never_passes if {
	facts := {"indemnity": {"by_vendor": cases.disagrees(true, false)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on whether the vendor indemnifies the customer"]}
}

test_silence if {
	facts := {}
	found(facts, {}) == {[
		"warning", "silent",
		"Found no clause that says whether the vendor indemnifies the customer",
	]}
}

test_silence_passes_where_the_policy_says_so if {
	facts := {}
	found(facts, {"on_silence": "pass"}) == set()
}
