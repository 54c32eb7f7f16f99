# METADATA
# title: Data is encrypted
# description: >-
#   Reports terms that speak of encryption but not of every kind that the policy requires. Encryption end to end counts
#   as encryption in transit.
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/security-encryption.md
# schemas:
#   - input: schema.input
# custom:
#   severity: warning
#   on_silence: info
#   facts: [security.encryption]
#   category: security
#   why: >-
#     Encryption is what still protects data when a line is tapped, a disk is lost or a backup gets into the wrong
#     hands.
#   remedy: Ask for encryption in transit and at rest, with current algorithms, and for keys kept apart from the data.
#   negotiate:
#     ask_for: >-
#       Provider shall encrypt all Customer Data in transit over public networks and at rest, backups included, with
#       algorithms and key lengths that are recognised as the state of the art, and shall keep the keys apart from the
#       data and limit access to them.
#     ask_for_fr: >-
#       Le Prestataire chiffre toutes les Données du Client en transit sur les réseaux publics et au repos, sauvegardes
#       comprises, avec des algorithmes conformes à l'état de l'art.
#     fall_back_to: >-
#       Encryption in transit everywhere, and at rest of all personal and confidential data and of all backups.
#     walk_away_at: Personal or confidential data that crosses public networks or lies in backups unencrypted.
#   references:
#     - GDPR Art. 32(1)(a)
#     - HIPAA 45 CFR 164.312(a)(2)(iv)
#     - HIPAA 45 CFR 164.312(e)(2)(ii)
#     - ISO/IEC 27001:2022 A.8.24
#   params: {required: [in_transit, at_rest]}
package vendorlint.rules.security_encryption

import rego.v1

import data.vendorlint.lib.fact
import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

# METADATA
# custom:
#   avoid: Customer Data is encrypted in transit using TLS 1.2 or higher.
#   prefer: Customer Data is encrypted in transit using TLS 1.2 or higher and at rest using AES-256.
deny contains result if result := finding.judge(rule, node, problem, required)

rule := {
	"id": "security-encryption",
	"fact": "security.encryption",
	"about": "how customer data is encrypted",
	"on_silence": "info",
	"params": {"required": ["in_transit", "at_rest"]},
	"choices": {"required": ["in_transit", "at_rest", "end_to_end"]},
}

default node := {}

node := requirement.scoped(rule, input.facts.security.encryption)

required := requirement.params(rule).required

# What is encrypted from end to end is encrypted on its way too.
default implied := []

implied := ["in_transit"] if "end_to_end" in fact.values(node)

encrypted := array.concat(fact.values(node), implied)

missing := [each | some each in required; not each in encrypted]

problem := "" if {
	count(missing) == 0
} else := sprintf("Found no clause that says that customer data is encrypted %v", [fact.words(missing)])
