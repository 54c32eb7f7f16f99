package vendorlint.rules.liability_cap_basis_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.liability_cap_basis

found(facts, settings) := cases.brief(findings) if {
	findings := liability_cap_basis.deny with input as cases.terms({"liability": facts})
		with data.vendorlint_data as cases.policy("liability-cap-basis", settings)
}

says(kinds) := {"cap_basis": cases.states(kinds)}

message(measure) := concat("", ["The vendor's liability is capped at neither months of fees nor an amount: ", measure])

test_fees_for_no_time if {
	found(says(["fees"]), {}) == {["error", "stated", message("what was paid, for no stated time")]}
}

test_insurance_and_a_refund if {
	found(says(["insurance", "remedy"]), {}) == {[
		"error", "stated",
		message("what an insurance pays; performing again, or a refund"),
	]}
}

test_no_liability_at_all if {
	found(says(["excluded", "fees"]), {}) == {["error", "stated", "The vendor excludes its liability altogether"]}
}

test_the_lower_of_what_is_not_known if {
	facts := object.union(says(["lesser"]), {"cap_amount": cases.states("EUR 1000000")})
	found(facts, {}) == {["error", "stated", message("the lower of several figures")]}
}

test_the_lower_of_months_and_an_amount_is_judged_by_each if {
	facts := object.union(says(["lesser"]), {"cap_amount": cases.states("EUR 5"), "cap_months": cases.states(12)})
	found(facts, {}) == set()
}

test_months_in_another_clause_do_not_excuse_it if {
	facts := object.union(says(["fees"]), {"cap_months": cases.states(24)})
	found(facts, {}) == {["error", "stated", message("what was paid, for no stated time")]}
}

test_what_the_policy_allows_passes if found(says(["fees"]), {"params": {"allowed": ["fees"]}}) == set()

test_one_nobody_thought_of_is_reported if found(says(["moon"]), {}) == {["error", "stated", message("moon")]}

test_a_value_of_another_type_is_reported if {
	found({"cap_basis": cases.states("fees")}, {}) == {[
		"error", "stated",
		"The cap on the vendor's liability is no list of what it is measured by",
	]}
}

test_conflict_never_passes if {
	found({"cap_basis": cases.disagrees(["fees"], ["lesser"])}, {}) == {[
		"error", "conflict",
		"Clauses disagree on what else than months of fees or an amount the vendor's liability is capped at",
	]}
}

test_silence_passes if found({}, {}) == set()
