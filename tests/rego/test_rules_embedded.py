"""The shipped rules in the embedded engine: what they declare holds, and what they decide of each value is reviewed."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import regorus

from vendorlint.engines.engine import open_engine
from vendorlint.policy.requirements import load_policy, rule_data
from vendorlint.policy.rules import load_rules
from vendorlint.project.declared import declared_facts
from vendorlint_extractor.documents.notes import KINDS as NOTE_KINDS
from vendorlint_extractor.language.regions import read_groups
from vendorlint_extractor.ontology import facts as ontology

ROOT = Path(__file__).parents[2]
RULES = load_rules([ROOT / "rego"])
SILENT, CONFLICT = "silent", "conflict"
UNDEFINED = "undefined: one of its expressions does not hold"
# Facts that make silence matter to a rule.
AI_FEATURES = {"ai.features": True}
UNILATERAL = {"change.unilateral": True}
GENERAL_AUTHORISATION = {"data.subprocessor_authorisation": "general"}
BREACH_NOTICE = {"data.breach_notice": True}
AT_WILL = {"termination.vendor_convenience": True}
# The limit of a rule about a number: its fact is judged just below it, at it and just above it.
LIMITS = {
    rule.facts[0]: value
    for rule in RULES.rules.values()
    for value in rule.params.values()
    if isinstance(value, int | float)
}

# Rule -> fact -> what each value of it leads to, with the rule's own severity and parameters.
DECISIONS: dict[str, dict[str, dict[Any, str]]] = {
    "ai-automated-decisions": {
        "ai.automated_decisions": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "ai-competing-models-ban": {
        "ai.competing_models_ban": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}
    },
    "ai-human-review": {
        "ai.human_review": {
            "quality": "info",
            "opt_out": "info",
            "abuse_only": "pass",
            "none": "pass",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "ai-model-providers": {
        "ai.model_providers": {"unnamed": "info", "named": "pass", "own": "pass", SILENT: "info", CONFLICT: "info"}
    },
    "ai-output-disclaimer": {"ai.output_disclaimer": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}},
    "ai-output-ownership": {
        "ai.output_ownership": {
            "customer": "pass",
            "vendor": "warning",
            "shared": "warning",
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "ai-prompt-retention": {
        "ai.prompt_retention_days": {0: "pass", 29: "pass", 30: "pass", 31: "info", SILENT: "info", CONFLICT: "info"}
    },
    "ai-training-deidentified-data": {
        "ai.training.deidentified_data": {
            "permitted": "info",
            "conditional": "pass",
            "prohibited": "pass",
            SILENT: "pass",
            CONFLICT: "info",
        }
    },
    "ai-training-exceptions": {
        "ai.training.exceptions": {
            "feedback": "info",
            "safety": "info",
            "beta": "info",
            "free_tier": "info",
            SILENT: "pass",
            CONFLICT: "info",
        }
    },
    "ai-training-opt-in": {
        "ai.training.customer_content": {
            "permitted": "error",
            "conditional": "error",
            "prohibited": "pass",
            SILENT: "warning",
            CONFLICT: "error",
        }
    },
    "ai-training-personal-data": {
        "ai.training.personal_data": {
            "permitted": "error",
            "conditional": "error",
            "prohibited": "pass",
            SILENT: "pass",
            CONFLICT: "error",
        }
    },
    "ai-training-third-parties": {
        "ai.training.third_parties": {
            "permitted": "error",
            "prohibited": "pass",
            SILENT: "warning",
            CONFLICT: "error",
        }
    },
    "ai-training-usage-data": {
        "ai.training.usage_data": {
            "permitted": "warning",
            "conditional": "pass",
            "prohibited": "pass",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "assignment-without-consent": {
        "assignment.vendor_without_consent": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "change-continued-use": {
        "change.acceptance": {"continued_use": "warning", "explicit": "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "change-exit-right": {
        "change.exit_right": {
            "refund": "pass",
            "no_refund": "warning",
            "none": "warning",
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "change-notice-days": {
        "change.notice_days": {
            0: "warning",
            29: "warning",
            30: "pass",
            31: "pass",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "change-unilateral-without-advance-notice": {
        "change.notice": {
            "advance": "pass",
            "on_posting": "error",
            "none": "error",
            SILENT: "warning",
            CONFLICT: "error",
        }
    },
    "consent-by-use": {
        "consent.acceptance": {
            "use": "warning",
            "click": "pass",
            "signature": "pass",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "consent-withdrawal": {"consent.withdrawal": {True: "pass", False: "warning", SILENT: "pass", CONFLICT: "warning"}},
    "data-advertising": {
        "data.advertising": {"permitted": "error", "prohibited": "pass", SILENT: "info", CONFLICT: "error"}
    },
    "data-audit": {"data.audit": {"audit": "pass", "reports_only": "warning", SILENT: "warning", CONFLICT: "warning"}},
    "data-audit-authority": {"data.audit_authority": {True: "pass", False: "info", SILENT: "info", CONFLICT: "info"}},
    "data-audit-limits": {
        "data.audit_limits": {
            "notice": "pass",
            "frequency": "pass",
            "cost_on_customer": "pass",
            "agreed_auditor": "warning",
            "reports_first": "warning",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "data-breach-notice": {"data.breach_notice": {True: "pass", False: "error", SILENT: "error", CONFLICT: "error"}},
    "data-breach-notice-hours": {
        "data.breach_notice_hours": {
            0: "pass",
            71: "pass",
            72: "pass",
            73: "warning",
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "data-deletion-on-termination": {
        "data.deletion_on_termination": {True: "pass", False: "error", SILENT: "warning", CONFLICT: "error"}
    },
    "data-dpa": {"data.dpa": {True: "pass", False: "error", SILENT: "error", CONFLICT: "error"}},
    "data-dpia-assistance": {
        "data.dpia_assistance": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "data-government-requests-notice": {
        "data.government_requests_notice": {True: "pass", False: "warning", SILENT: "info", CONFLICT: "warning"}
    },
    "data-infringing-instruction-notice": {
        "data.infringing_instruction_notice": {True: "pass", False: "info", SILENT: "info", CONFLICT: "info"}
    },
    "data-instructions-only": {
        "data.instructions_only": {True: "pass", False: "error", SILENT: "error", CONFLICT: "error"}
    },
    "data-location": {
        "data.location": dict.fromkeys(ontology()["data.location"].values, "info")
        | dict.fromkeys(("EEA", *read_groups()["EEA"]), "pass")
        | {SILENT: "info", CONFLICT: "info"}
    },
    "data-personnel-confidentiality": {
        "data.personnel_confidentiality": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "data-retention-days": {
        "data.retention_days": {0: "pass", 89: "pass", 90: "pass", 91: "warning", SILENT: "pass", CONFLICT: "warning"}
    },
    "data-return-on-termination": {
        "data.return_on_termination": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "data-return-or-deletion-choice": {
        "data.return_or_deletion_choice": {"customer": "pass", "vendor": "info", SILENT: "info", CONFLICT: "info"}
    },
    "data-role": {
        "data.role": {"processor": "pass", "controller": "error", "both": "error", SILENT: "warning", CONFLICT: "error"}
    },
    "data-sale": {"data.sale": {"permitted": "error", "prohibited": "pass", SILENT: "info", CONFLICT: "error"}},
    "data-security-undertaking": {
        "data.security_undertaking": {
            "statute": "pass",
            "annex": "pass",
            "reasonable": "info",
            "disclaimed": "info",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "data-subject-assistance": {
        "data.subject_assistance": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "data-subprocessor-authorisation": {
        "data.subprocessor_authorisation": {
            "general": "pass",
            "specific": "pass",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "data-subprocessor-liability": {
        "data.subprocessor_liability": {
            "full": "pass",
            "capped": "warning",
            "none": "warning",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "data-subprocessor-list": {
        "data.subprocessor_list": {
            "annexed": "pass",
            "url": "pass",
            "on_request": "info",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "data-subprocessor-notice-days": {
        "data.subprocessor_notice_days": {
            0: "warning",
            29: "warning",
            30: "pass",
            31: "pass",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "data-subprocessor-objection": {
        "data.subprocessor_objection": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "data-transfer-mechanisms": {
        "data.transfer_mechanisms": {
            "scc": "pass",
            "dpf": "pass",
            "adequacy": "pass",
            "bcr": "pass",
            "uk_addendum": "pass",
            "consent": "warning",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "data-transfer-repealed": {
        "data.transfer_repealed": {
            "standard_clauses": "warning",
            "privacy_shield": "warning",
            "safe_harbor": "warning",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "declared-authority-cooperation": {
        "declared.authority_cooperation": {True: "pass", False: "warning", SILENT: "warning"}
    },
    "declared-contingency-plans": {"declared.contingency_plans": {True: "pass", False: "warning", SILENT: "warning"}},
    "declared-exit-transition": {"declared.exit_transition": {True: "pass", False: "warning", SILENT: "warning"}},
    "declared-incident-assistance": {
        "declared.incident_assistance": {True: "pass", False: "warning", SILENT: "warning"}
    },
    "declared-penetration-tests": {"declared.penetration_tests": {True: "pass", False: "warning", SILENT: "warning"}},
    "declared-security-training": {"declared.security_training": {True: "pass", False: "warning", SILENT: "warning"}},
    "declared-service-description": {
        "declared.service_description": {True: "pass", False: "warning", SILENT: "warning"}
    },
    "declared-service-developments": {
        "declared.service_developments": {True: "pass", False: "warning", SILENT: "warning"}
    },
    "declared-service-locations": {"declared.service_locations": {True: "pass", False: "warning", SILENT: "warning"}},
    "declared-subcontracting": {"declared.subcontracting": {True: "pass", False: "warning", SILENT: "warning"}},
    "dispute-arbitration": {
        "dispute.arbitration": {"mandatory": "warning", "optional": "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "dispute-class-action-waiver": {
        "dispute.class_action_waiver": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "dispute-governing-law": {
        "dispute.governing_law": {"FR": "pass", "US-DE": "pass", SILENT: "info", CONFLICT: "warning"}
    },
    "dispute-venue": {"dispute.venue": {"FR": "pass", "US-DE": "pass", SILENT: "pass", CONFLICT: "warning"}},
    # They read the notes of documents, whatever the terms say of the fact.
    **{
        rule: {
            "document.type": {
                **dict.fromkeys(ontology()["document.type"].values, "pass"),
                SILENT: "pass",
                CONFLICT: "pass",
            }
        }
        for rule in ("documents-as-seen", "documents-filled-in", "documents-pictures")
    },
    # It reads of every fact whether somebody has reviewed it; here nobody has.
    "exit-assistance": {
        "exit.assistance": {"none": "info", "paid": "pass", "free": "pass", SILENT: "info", CONFLICT: "info"}
    },
    "exit-format": {
        "exit.format": {"proprietary": "info", "common": "pass", "open": "pass", SILENT: "info", CONFLICT: "info"}
    },
    "exit-switching-charge": {
        "exit.switching_charge": {"charged": "info", "cost": "pass", "none": "pass", SILENT: "pass", CONFLICT: "info"}
    },
    "exit-transition-days": {
        "exit.transition_days": {0: "info", 89: "info", 90: "pass", 91: "pass", SILENT: "info", CONFLICT: "info"}
    },
    "facts-reviewed": {
        "document.type": {
            **dict.fromkeys(ontology()["document.type"].values, "error"),
            SILENT: "error",  # because of the other facts
            CONFLICT: "error",
        }
    },
    # These read what the terms incorporate, whatever they say of the fact.
    "incorporated-documents": {
        "document.type": dict.fromkeys((*ontology()["document.type"].values, SILENT, CONFLICT), "pass")
    },
    "incorporated-dpa": {"data.dpa": {True: "pass", False: "pass", SILENT: "pass", CONFLICT: "pass"}},
    "indemnity-ai-output": {
        "indemnity.ai_output": {
            "yes": "pass",
            "conditional": "pass",
            "excluded": "info",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "indemnity-by-customer": {"indemnity.by_customer": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}},
    "indemnity-by-vendor": {
        "indemnity.by_vendor": {True: "pass", False: "warning", SILENT: "warning", CONFLICT: "warning"}
    },
    "indemnity-one-sided": {
        "indemnity.by_customer": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "liability-cap-amount": {
        "liability.cap_amount": {"USD 99": "warning", "USD 999999": "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "liability-cap-basis": {
        "liability.cap_basis": {
            "fees": "warning",
            "insurance": "warning",
            "remedy": "warning",
            "excluded": "warning",
            "lesser": "warning",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "liability-cap-months": {
        "liability.cap_months": {
            0: "warning",
            11: "warning",
            12: "pass",
            13: "pass",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "liability-consequential-excluded": {
        "liability.consequential_excluded": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}
    },
    "liability-super-cap": {
        "liability.super_cap": {
            "none": "info",
            "multiple": "pass",
            "amount": "pass",
            "uncapped": "pass",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "liability-uncapped": {
        "liability.uncapped": {
            "death_injury": "info",
            "fraud": "info",
            "gross_negligence": "info",
            "confidentiality": "info",
            "data_protection": "info",
            "ip": "info",
            "indemnity": "info",
            SILENT: "info",
            CONFLICT: "info",
        }
    },
    "licence-exclusive": {"licence.exclusive": {True: "error", False: "pass", SILENT: "pass", CONFLICT: "error"}},
    "licence-feedback-assigned": {
        "licence.feedback": {"assigned": "info", "licensed": "pass", SILENT: "pass", CONFLICT: "info"}
    },
    "licence-irrevocable": {"licence.irrevocable": {True: "error", False: "pass", SILENT: "pass", CONFLICT: "error"}},
    "licence-ownership": {
        "licence.ownership_retained": {True: "pass", False: "error", SILENT: "warning", CONFLICT: "error"}
    },
    "licence-purposes": {
        "licence.purposes": {
            "provide_service": "pass",
            "improve_service": "warning",
            "develop_products": "warning",
            "ai_training": "warning",
            "marketing": "warning",
            "analytics": "warning",
            "research": "warning",
            "legal_compliance": "pass",
            "security": "pass",
            "any_purpose": "warning",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "licence-sublicensing": {
        "licence.sublicensable": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "licence-term": {
        "licence.duration": {
            "perpetual": "error",
            "term": "pass",
            "content_lifetime": "pass",
            SILENT: "pass",
            CONFLICT: "error",
        }
    },
    "licence-transferable": {
        "licence.transferable": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "marketing-opt-in": {
        "consent.marketing": {"opt_in": "pass", "opt_out": "warning", SILENT: "pass", CONFLICT: "warning"}
    },
    "payment-days": {"payment.days": {0: "info", 29: "info", 30: "pass", 31: "pass", SILENT: "pass", CONFLICT: "info"}},
    "publicity-consent": {
        "licence.publicity": {
            "permitted": "warning",
            "opt_out": "warning",
            "with_consent": "pass",
            "prohibited": "pass",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "security-certifications": {
        "security.certifications": {
            "iso_27001": "pass",
            "iso_27701": "warning",
            "iso_27017": "warning",
            "iso_27018": "warning",
            "iso_42001": "warning",
            "soc_1": "warning",
            "soc_2": "pass",
            "soc_3": "warning",
            "pci_dss": "warning",
            "hipaa": "warning",
            "fedramp": "warning",
            "hds": "warning",
            "c5": "warning",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "security-encryption": {
        "security.encryption": {
            "in_transit": "warning",
            "at_rest": "warning",
            "end_to_end": "warning",
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "security-insurance": {"security.insurance": {True: "pass", False: "warning", SILENT: "info", CONFLICT: "warning"}},
    "sla-credits": {"sla.credits": {True: "pass", False: "info", SILENT: "info", CONFLICT: "info"}},
    "sla-uptime": {
        "sla.uptime_percent": {
            0: "warning",
            98.5: "warning",
            99.5: "pass",
            100.5: "warning",  # no percentage
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "suspension-without-notice": {
        "suspension.without_notice": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "term-auto-renewal": {"term.auto_renewal": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}},
    "term-price-cap-percent": {
        "term.price_cap_percent": {0: "pass", 4: "pass", 5: "pass", 6: "info", SILENT: "info", CONFLICT: "info"}
    },
    "term-price-change": {
        "term.price_change": {
            "unilateral": "warning",
            "capped": "pass",
            "fixed": "pass",
            SILENT: "info",
            CONFLICT: "warning",
        }
    },
    "term-renewal-notice-days": {
        "term.renewal_notice_days": {
            0: "pass",
            59: "pass",
            60: "pass",
            61: "warning",
            SILENT: "pass",
            CONFLICT: "warning",
        }
    },
    "termination-customer-convenience": {
        "termination.customer_convenience": {True: "pass", False: "warning", SILENT: "info", CONFLICT: "warning"}
    },
    "termination-vendor-convenience": {
        "termination.vendor_convenience": {True: "warning", False: "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "termination-vendor-notice-days": {
        "termination.vendor_notice_days": {
            0: "warning",
            29: "warning",
            30: "pass",
            31: "pass",
            SILENT: "warning",
            CONFLICT: "warning",
        }
    },
    "use-benchmark-ban": {"use.benchmark_ban": {"publish": "pass", "all": "info", SILENT: "pass", CONFLICT: "info"}},
    "use-health-data": {
        "use.health_data": {"prohibited": "warning", "with_baa": "pass", SILENT: "pass", CONFLICT: "warning"}
    },
    "warranty-disclaimed": {"warranty.disclaimed": {True: "info", False: "pass", SILENT: "pass", CONFLICT: "info"}},
}


def stated(value: Any) -> dict[str, Any]:
    clause = {"document": "terms", "lines": [3, 3], "column": 1, "quote": f"It is {value}."}
    return {"value": value, "confidence": "high", "evidence": [clause]}


def facts_file(nodes: Mapping[str, Any]) -> dict[str, Any]:
    """The input that Rego gets, from nodes by the facts' dotted names."""
    root: dict[str, Any] = {}
    for fact, node in nodes.items():
        *folders, name = fact.split(".")
        place = root
        for folder in folders:
            place = place.setdefault(folder, {})
        place[name] = node
    return {"version": 1, "vendor": "acme", "documents": [], "facts": root}


def judge(nodes: list[Mapping[str, Any]], data: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    return open_engine("embedded").evaluate(RULES.modules, data, [facts_file(each) for each in nodes])


def requirements(*rules: str, **settings: Any) -> dict[str, Any]:
    asked = {rule: {"severity": RULES.rules[rule].severity, "params": {}} | settings for rule in rules}
    return {"requirements": asked, "vendors": {}, "today": "2026-11-25"}


def evaluated(query: str) -> Any:
    engine = regorus.Engine()
    for module in RULES.modules:
        engine.add_policy(module.path, module.text)
    return value_of(engine, query)


def value_of(engine: regorus.Engine, query: str) -> Any:
    """The value; UNDEFINED where there is none."""
    results = json.loads(engine.eval_query_as_json(query)).get("result")
    return results[0]["expressions"][0]["value"] if results else UNDEFINED


# ---- what a rule declares


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_is_where_its_id_says_and_explains_itself(rule):
    name = rule.id.replace("-", "_")
    assert Path(rule.path) == ROOT / "rego" / "vendorlint" / "rules" / name / f"{name}.rego"
    assert rule.package == f"vendorlint.rules.{name}"
    assert rule.documentation == f"https://github.com/vendorlint/vendorlint/blob/main/docs/rules/{rule.id}.md"
    assert all([rule.title, rule.description, rule.why, rule.remedy, rule.facts, rule.negotiate])
    assert rule.category == rule.facts[0].split(".")[0]


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_decides_by_what_its_metadata_says(rule):
    name = rule.id.replace("-", "_")
    declared = evaluated(f"data.vendorlint.rules.{name}.rule")
    assert {key: declared[key] for key in ("id", "on_silence", "params")} == {
        "id": rule.id,
        "on_silence": rule.on_silence,
        "params": rule.params,
    }
    assert declared.get("fact", rule.facts[0]) == rule.facts[0]
    text = Path(rule.path).read_text(encoding="utf-8")
    read = {found.removesuffix(".value") for found in re.findall(r"input\.facts\.([a-z_.]+)", text)}
    assert read <= set(rule.facts)


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules.values() if rule.params], ids=lambda rule: rule.id)
def test_the_choices_of_a_parameter_are_values_of_the_fact(rule):
    choices = evaluated(f"data.vendorlint.rules.{rule.id.replace('-', '_')}.rule").get("choices", {})
    lists = {name for name, default in rule.params.items() if isinstance(default, list)}
    known = {
        "allowed": ontology()[rule.facts[-1 if rule.id == "licence-sublicensing" else 0]].values,
        "any_of": ontology()[rule.facts[0]].values,
        "types": evaluated("data.vendorlint.lib.silence._types"),
        "laws": ontology()["data.transfer_law"].values,
        "required": ontology()[rule.facts[0]].values,
        "consent": ontology()["ai.training.consent"].values,
        "data": [fact.split(".")[-1] for fact in ontology() if re.fullmatch(r"ai\.training\..*(data|content)", fact)],
    }
    if rule.id == "incorporated-dpa":
        known["types"] = ["baa", "dpa"]  # agreements on data alone
    if rule.id == "documents-as-seen":
        known["allowed"] = [kind for kind in NOTE_KINDS if kind not in {"picture", "standing"}]
    if rule.id == "documents-filled-in":
        known["allowed"] = evaluated("data.vendorlint.lib.notes.open_kinds")
    lists -= set(evaluated(f"data.{rule.package}.rule").get("codes", ()))
    assert {name: sorted(values) for name, values in choices.items()} == {name: sorted(known[name]) for name in lists}


# ---- what a rule decides


def test_every_rule_and_every_value_is_decided():
    values = {rule: {fact: set(decided) for fact, decided in by_fact.items()} for rule, by_fact in DECISIONS.items()}
    assert values == {rule.id: {rule.facts[0]: _all_values(rule.facts[0])} for rule in RULES.rules.values()}


def _all_values(fact: str) -> set[Any]:
    return {True, False, SILENT} if fact in declared_facts() else {SILENT, CONFLICT} | _values(fact)


def _values(fact: str) -> set[Any]:
    info = ontology()[fact]
    limit = LIMITS.get(fact, 0)
    numbers = {0, limit - 1, limit, limit + 1}
    known = {
        "bool": {True, False},
        "int": numbers,
        "number": numbers,
        "code": {"FR", "US-DE"},
        "text": {"USD 99", "USD 999999"},
    }
    return known.get(info.type) or set(info.values)


def _node(fact: str, value: Any) -> dict[str, Any]:
    if value == SILENT:
        return {}
    one, *_, other = sorted(_values(fact))
    if value == CONFLICT:
        return {fact: {"conflict": [stated(one), stated(other)]}}
    return {fact: stated([value] if ontology()[fact].type == "set" else value)}


def _context(judged: str) -> dict[str, Any]:
    """What makes the silence of other facts matter; nothing of the fact that is judged itself."""
    facts = AI_FEATURES | UNILATERAL | GENERAL_AUTHORISATION | BREACH_NOTICE | AT_WILL
    return {fact: stated(value) for fact, value in facts.items() if fact != judged}


def test_decisions():
    cases = [
        (rule, fact, value)
        for rule, by_fact in DECISIONS.items()
        for fact, decided in by_fact.items()
        for value in decided
        if fact not in declared_facts()
    ]
    answers = judge([_context(fact) | _node(fact, value) for _, fact, value in cases], requirements(*RULES.rules))
    decided: dict[str, dict[str, dict[Any, str]]] = {}
    for (rule, fact, value), results in zip(cases, answers, strict=True):
        found = [result["severity"] for result in results if result["rule"] == rule]
        decided.setdefault(rule, {}).setdefault(fact, {})[value] = found[0] if found else "pass"
    assert decided == {rule: by_fact for rule, by_fact in DECISIONS.items() if not rule.startswith("declared-")}


@pytest.mark.parametrize("agreed", [True, False, SILENT])
def test_decisions_on_what_is_declared(agreed):
    data = requirements(*RULES.rules)
    entry = {"agreed": agreed, "where": "Annex 5", "by": "legal", "date": "2026-10-01"}
    if agreed != SILENT:
        declared = {fact.removeprefix("declared."): entry for fact in declared_facts()}
        data["vendors"] = {"acme": {"tier": "standard", "data": [], "declared": declared}}
    [results] = judge([{}], data)
    found = {result["rule"]: result["severity"] for result in results}
    asked = {rule: by_fact for rule, by_fact in DECISIONS.items() if rule.startswith("declared-")}
    decided = {rule: {fact: {agreed: found.get(rule, "pass")} for fact in by_fact} for rule, by_fact in asked.items()}
    assert decided == {
        rule: {fact: {agreed: values[agreed]} for fact, values in by_fact.items()} for rule, by_fact in asked.items()
    }


def test_a_service_without_ai_features_is_not_asked_about_them():
    rules = ["ai-training-third-parties", "ai-output-ownership"]
    assert judge([{}, {"ai.features": stated(False)}], requirements(*rules)) == [[], []]


def test_a_promise_about_training_is_asked_for_by_name_where_the_terms_name_no_ai():
    data = requirements("ai-training-opt-in")
    [[told], [asked]] = judge([{}, {"ai.features": stated(True)}], data)
    assert (told["severity"], asked["severity"]) == ("info", "warning")
    data["requirements"]["ai-training-opt-in"]["on_silence"] = "error"
    [[wanted]] = judge([{}], data)
    assert (wanted["severity"], wanted["status"]) == ("error", "silent")


def test_a_vendor_that_reports_no_breaches_and_asks_for_each_sub_processor_is_not_asked_when():
    rules = ["data-breach-notice-hours", "data-subprocessor-notice-days", "data-subprocessor-objection"]
    nodes = {
        "data.breach_notice": stated(False),
        "data.subprocessor_authorisation": stated("specific"),
    }
    [nothing, objection] = judge([nodes, {}], requirements(*rules))
    assert nothing == []
    assert [(found["rule"], found["status"]) for found in objection] == [("data-subprocessor-objection", "silent")]


def test_training_without_consent_in_full():
    nodes = {
        "ai.training.customer_content": stated("permitted"),
        "ai.training.consent": stated("none"),
    }
    assert judge([nodes], requirements("ai-training-opt-in")) == [
        [
            {
                "rule": "ai-training-opt-in",
                "severity": "error",
                "status": "stated",
                "msg": "Customer content may be used to train AI models: the terms take the right without asking",
                "fact": "ai.training.customer_content",
                "value": "permitted",
                "required": "prohibited, or consent by opt in",
                "evidence": [
                    {"document": "terms", "lines": [3, 3], "column": 1, "quote": "It is permitted."},
                    {"document": "terms", "lines": [3, 3], "column": 1, "quote": "It is none."},
                ],
            }
        ]
    ]


def test_wrong_parameters_are_findings():
    data = requirements("change-notice-days", params={"day": 60})
    message = "Not checked, for wrong parameters: day is not one of the rule's parameters (days)"
    assert judge([{"change.notice_days": stated(30)}], data) == [
        [
            {
                "rule": "change-notice-days",
                "severity": "error",
                "status": "parameters",
                "msg": message,
                "fact": "change.notice_days",
                "value": {"day": 60},
                "parameters": ["day"],
                "required": "at least 30 days",
                "evidence": [],
            }
        ]
    ]


def test_the_pack_ai_fails_training_without_consent_and_passes_a_ban():
    policy = load_policy(["vendorlint/ai"], ROOT, RULES.rules)
    takes = {
        "ai.training.customer_content": stated("permitted"),
        "ai.training.consent": stated("none"),
        "ai.training.usage_data": stated("permitted"),
    }
    asks = {"ai.training.customer_content": stated("conditional"), "ai.training.consent": stated("opt_in")}
    bans = {
        "ai.training.customer_content": stated("prohibited"),
        "ai.training.third_parties": stated("prohibited"),
        "licence.duration": stated("perpetual"),
    }
    answers = judge([takes, asks, bans], rule_data(policy, [], "2026-11-25"))
    assert [[(found["rule"], found["severity"]) for found in results] for results in answers] == [
        [("ai-training-opt-in", "error"), ("ai-training-usage-data", "warning")],
        [],
        [],
    ]


def test_a_perpetual_licence_for_narrow_purposes_is_still_reported():
    nodes = {
        "licence.duration": stated("perpetual"),
        "licence.sublicensable": stated(True),
        "licence.purposes": stated(["provide_service", "security", "legal_compliance"]),
    }
    data = requirements("licence-term", "licence-sublicensing", "licence-purposes")
    [results] = judge([nodes], data)
    assert [(found["rule"], found["severity"], found["msg"]) for found in results] == [
        ("licence-term", "error", "The licence to customer content never ends")
    ]


def test_the_tests_of_the_rules_pass_in_the_embedded_engine_too():
    engine = regorus.Engine()
    tests = []
    for path in sorted((ROOT / "rego" / "vendorlint").rglob("*.rego")):
        text = path.read_text(encoding="utf-8")
        engine.add_policy(str(path), text)
        package = re.search(r"^package (\S+)", text, re.MULTILINE)[1]
        tests += [f"data.{package}.{name}" for name in re.findall(r"^(test_\w+)", text, re.MULTILINE)]
    found = {test: value_of(engine, test) for test in tests}
    assert {test: value for test, value in found.items() if value is not True} == {}
    assert len(tests) > 150
