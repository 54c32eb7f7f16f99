package vendorlint.rules.use_benchmark_ban_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.use_benchmark_ban

found(facts, settings) := cases.brief(findings) if {
	findings := use_benchmark_ban.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("use-benchmark-ban", settings)
}

says(node) := {"use": {"benchmark_ban": node}}

test_a_ban_on_all_is_reported if {
	found(says(cases.states("all")), {}) == {[
		"error", "stated",
		"The customer may not run benchmarks of the service",
	]}
}

test_a_ban_on_publishing_passes if found(says(cases.states("publish")), {}) == set()

test_a_ban_on_publishing_is_reported_where_none_is_allowed if {
	found(says(cases.states("publish")), {"params": {"allowed": []}}) == {[
		"error", "stated",
		"The customer may not publish benchmarks of the service",
	]}
}

test_conflict_never_passes if {
	found(says(cases.disagrees("all", "publish")), {}) == {[
		"error", "conflict",
		"Clauses disagree on which benchmarks of the service are forbidden",
	]}
}

test_silence_passes if found({}, {}) == set()
