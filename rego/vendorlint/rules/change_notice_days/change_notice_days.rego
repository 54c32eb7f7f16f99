# METADATA
# title: Enough days of notice before a change
# description: >-
#   Reports terms that can change at shorter notice than the policy asks for. Silence counts only where the vendor may
#   change the terms.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/change-notice-days.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [change.notice_days, change.unilateral, change.notice]
#   category: change
#   why: >-
#     A change has to be read, weighed and, where it is not acceptable, answered by leaving; all of that takes weeks.
#   remedy: Ask for the number of days that the policy requires, counted from a notice to a named contact.
#   negotiate:
#     ask_for: >-
#       Provider shall give Customer at least 60 days' prior written notice, by email to the contact named in the Order
#       Form, of every change of this Agreement that it proposes or may make. The notice shall state each change and the
#       date on which it is to take effect.
#     ask_for_fr: >-
#       Le Prestataire notifie au Client par écrit, au moins 60 jours à l'avance et par courriel au contact désigné dans
#       le Bon de commande, toute modification du Contrat qu'il propose ou à laquelle il a droit. La notification
#       précise chaque modification et sa date d'effet.
#     fall_back_to: >-
#       Thirty days' notice to a named contact, and less only where the law or an urgent security fix leaves no time for
#       it.
#     walk_away_at: >-
#       Less than two weeks' notice, or any change that applies before the customer could leave.
#   references: [EU Unfair Terms Directive 93/13/EEC Annex 2(b) (consumers)]
#   params: {days: 30}
package vendorlint.rules.change_notice_days

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Provider may modify these Terms by giving Customer at least 7 days' prior notice by email.
#   prefer: Provider may modify these Terms by giving Customer at least 60 days' prior notice by email.
deny contains result if {
	relevant
	result := finding.judge(rule, node, problem, sprintf("at least %v days", [fact.figure(days)]))
}

rule := {
	"id": "change-notice-days",
	"fact": "change.notice_days",
	"about": "how many days before a change the customer is told",
	"on_silence": "warning",
	"params": {"days": 30},
}

default node := {}

node := requirement.scoped(rule, input.facts.change.notice_days)

days := requirement.params(rule).days

default unilateral := {}

unilateral := requirement.scoped(rule, input.facts.change.unilateral)

default problem := ""

problem := sprintf(
	"The terms can change at %v days' notice; at least %v are required",
	[fact.figure(node.value), fact.figure(days)],
) if {
	node.value < days
	fact.value(unilateral) != false
}

# Silence matters only where the vendor may change the terms on its own, and the terms do not say that nobody is told
# beforehand, which another rule reports.
default relevant := false

relevant if fact.said(node)

relevant if {
	unilateral.value == true
	not _told
}

_told if {
	requirement.asked({"id": "change-unilateral-without-advance-notice"})
	input.facts.change.notice.value in {"on_posting", "none"}
}
