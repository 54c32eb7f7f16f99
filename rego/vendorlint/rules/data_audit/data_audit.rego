# METADATA
# title: The customer may audit
# description: Reports terms under which the customer gets reports at most and may not audit or inspect.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/data-audit.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: warning
#   facts: [data.audit]
#   category: data
#   why: >-
#     Reports say what the vendor had examined; after a breach, or for a regulator, the customer has to look for
#     itself.
#   remedy: >-
#     Ask for a right to audit on reasonable notice, which reports may satisfy in ordinary times but never replace.
#   negotiate:
#     ask_for: >-
#       On 30 days' notice, and at once after a Personal Data Breach or where an authority requires it, Customer or an
#       independent auditor bound to confidentiality may audit and inspect the facilities, systems and records with
#       which Provider processes Customer Data. The authorities that supervise Customer have the same rights, without
#       notice where the law so provides. Provider shall contribute to the audit and remedy its findings without undue
#       delay.
#     ask_for_fr: >-
#       Moyennant un préavis de 30 jours, et sans délai après une Violation de données ou à la demande d'une autorité,
#       le Client ou un auditeur indépendant tenu à la confidentialité peut auditer et inspecter les locaux, systèmes et
#       registres avec lesquels le Prestataire traite les Données du Client. Les autorités dont relève le Client ont les
#       mêmes droits, sans préavis lorsque la loi le prévoit. Le Prestataire y contribue et remédie sans délai aux
#       constats.
#     fall_back_to: >-
#       One audit a year free of charge, after the customer has read the vendor's reports and found that they leave
#       questions open, and further ones against payment at agreed rates; without limit and free of charge after a
#       breach, and always for authorities.
#     walk_away_at: Reports only, with no audit even after a breach, or no access for a supervisory authority.
#   references:
#     - GDPR Art. 28(3)(h)
#     - CCPA §1798.100(d)(3)
#     - CCPA Regs. §7051(a)
#     - DORA Art. 30(3)(e)
#     - ISO/IEC 27001:2022 A.5.22
#   params: {allowed: [audit]}
package vendorlint.rules.data_audit

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: On request, Provider will send Customer its most recent SOC 2 Type II report.
#   prefer: On 30 days' notice, Customer may audit Provider's compliance with this Agreement.
deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "data-audit",
	"fact": "data.audit",
	"about": "whether the customer may audit the vendor",
	"on_silence": "warning",
	"depends_on": "dpa",
	"params": {"allowed": ["audit"]},
	"choices": {"allowed": ["audit", "reports_only"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.data.audit)

allowed := requirement.params(rule).allowed

default problem := "The customer cannot verify what the vendor does as required"

problem := "" if {
	node.value in allowed
} else := "Reports of third parties may take the place of the customer's own audit" if {
	node.value == "reports_only"
	fact.status(node) == "conflict"
} else := "The customer gets reports of third parties; no clause was found that lets it audit the vendor itself" if {
	node.value == "reports_only"
}
