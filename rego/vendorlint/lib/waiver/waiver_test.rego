package vendorlint.lib.waiver_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.finding
import data.vendorlint.lib.waiver

rule := {
	"id": "some-rule",
	"fact": "licence.duration",
	"about": "how long the licence lasts",
	"on_silence": "warning",
	"params": {},
}

accepted(changes) := object.union(
	{
		"rule": "some-rule",
		"vendor": "acme",
		"reason": "Replaced by June",
		"approved_by": "legal",
		"expires": "2026-12-31",
	},
	changes,
)

policy(settings, waivers) := object.union(cases.policy("some-rule", settings), {"waivers": waivers})

status(settings, waivers, today) := found if {
	asked := object.union(policy(settings, waivers), {"today": today})
	found := waiver.of(rule).waiver.status with input as cases.terms({})
		with data.vendorlint_data as asked
}

test_a_finding_has_its_waiver_with_it if {
	found := finding.judge(rule, cases.states("perpetual"), "It never ends", "an end") with input as cases.terms({})
		with data.vendorlint_data as policy({}, [accepted({"ticket": "LEG-7"})])
	found.waiver == object.union(accepted({"ticket": "LEG-7"}), {"status": "active"})
	found.severity == "error"
}

test_it_lasts_until_the_end_of_its_last_day if {
	status({}, [accepted({})], "2026-12-31") == "active"
	status({}, [accepted({})], "2027-01-01") == "expired"
}

test_a_date_that_is_none_has_expired if {
	status({}, [accepted({"expires": "9999"})], "2026-12-01") == "expired"
	status({}, [accepted({})], "tomorrow") == "expired"
}

test_a_mandatory_rule_cannot_be_waived if status({"mandatory": true}, [accepted({})], "2026-12-01") == "refused"

test_of_several_the_longest_counts if {
	waivers := [accepted({}), accepted({"expires": "2027-06-30"}), accepted({"expires": "2026-01-01"})]
	status({}, waivers, "2027-06-30") == "active"
}

test_of_another_rule_vendor_or_fact if {
	every change in [{"rule": "another"}, {"vendor": "globex"}, {"fact": "licence.granted"}] {
		waiver.of(rule) == {} with input as cases.terms({})
			with data.vendorlint_data as policy({}, [accepted(change)])
	}
}

test_of_this_fact if status({}, [accepted({"fact": "licence.duration"})], "2026-12-01") == "active"
