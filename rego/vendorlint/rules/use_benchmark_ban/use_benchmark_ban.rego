# METADATA
# title: Benchmarks may be run
# description: >-
#   Reports terms that forbid the customer to run benchmarks of the service, or to publish them where the policy does
#   not allow that ban.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/use-benchmark-ban.md
# schemas:
#   - input: schema.input
# custom:
#   severity: info
#   on_silence: pass
#   facts: [use.benchmark_ban]
#   category: use
#   why: Who may not measure a service cannot hold it to its service levels, nor compare it before a renewal.
#   remedy: >-
#     Ask for measurements for your own decisions, by yourself or advisers, to be allowed; a ban on publishing them
#     may stay.
#   negotiate:
#     ask_for: >-
#       Nothing in this Agreement keeps Customer from measuring the performance and availability of the Services and
#       from sharing the results with its advisers and auditors.
#     fall_back_to: Benchmarks for internal purposes; publication with the vendor's consent.
#     walk_away_at: A ban on any measurement where service levels have to be proven by the customer.
#   params: {allowed: [publish]}
package vendorlint.rules.use_benchmark_ban

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer shall not perform benchmark tests of the Services.
#   prefer: Customer shall not publish benchmark tests of the Services without Provider's consent.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "use-benchmark-ban",
	"fact": "use.benchmark_ban",
	"about": "which benchmarks of the service are forbidden",
	"on_silence": "pass",
	"params": {"allowed": ["publish"]},
	"choices": {"allowed": ["publish", "all"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.use.benchmark_ban)

allowed := requirement.params(rule).allowed

default problem := "The customer may not run benchmarks of the service"

problem := "" if {
	node.value in allowed
} else := "The customer may not publish benchmarks of the service" if {
	node.value == "publish"
}
