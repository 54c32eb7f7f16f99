package vendorlint.rules.sla_uptime_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.rules.sla_uptime

found(facts, settings) := cases.brief(findings) if {
	findings := sla_uptime.deny with input as cases.terms(facts)
		with data.vendorlint_data as cases.policy("sla-uptime", settings)
}

test_the_limit_passes if {
	facts := {"sla": {"uptime_percent": cases.states(99.5)}}
	found(facts, {}) == set()
}

test_beyond_the_limit if {
	facts := {"sla": {"uptime_percent": cases.states(98.5)}}
	found(facts, {}) == {[
		"error", "stated",
		"The availability undertaken is 98.5 percent; at least 99.5 are required",
	]}
}

test_a_value_that_is_no_percentage if {
	every value in [-1, 100.1, 999] {
		facts := {"sla": {"uptime_percent": cases.states(value)}}
		found(facts, {}) == {["error", "stated", "The availability is not a percentage"]}
	}
}

test_all_of_the_time_passes if {
	facts := {"sla": {"uptime_percent": cases.states(100)}}
	found(facts, {}) == set()
}

test_a_value_of_another_type_is_reported if {
	facts := {"sla": {"uptime_percent": cases.states("99.5")}}
	found(facts, {}) == {["error", "stated", "The availability is not a percentage"]}
}

test_conflict_never_passes if {
	facts := {"sla": {"uptime_percent": cases.disagrees(1, 99.5)}}
	found(facts, {}) == {["error", "conflict", "Clauses disagree on which availability the vendor undertakes"]}
}

test_the_limit_is_the_policy_s if {
	facts := {"sla": {"uptime_percent": cases.states(99.5)}}
	found(facts, {"params": {"percent": 100.5}}) == {[
		"error", "stated",
		"The availability undertaken is 99.5 percent; at least 100.5 are required",
	]}
}

test_silence if {
	facts := {}
	found(facts, {}) == {["info", "silent", "Found no clause that says which availability the vendor undertakes"]}
}
