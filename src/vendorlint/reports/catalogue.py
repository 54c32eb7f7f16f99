"""What there is to look up: rules, facts and settings, as tables and pages for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from vendorlint import REPOSITORY
from vendorlint.errors import InputError
from vendorlint.near import did_you_mean
from vendorlint.policy.definitions import definitions_used
from vendorlint.policy.rules import Rule, all_rules, known_rules
from vendorlint.project.config import Config
from vendorlint.project.declared import declared_facts
from vendorlint.project.project import Project
from vendorlint.project.settings import SETTINGS
from vendorlint.unsafe import escape
from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo

_WIDTH = 100
_FACT_PAGES = f"{REPOSITORY}/blob/main/docs/facts"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in aligned columns, a line each."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "".join(f"{escape(line)}\n" for line in lines)


def titled(fact: FactInfo) -> str:
    """The title of a fact, which says where it is experimental."""
    return f"{fact.title} (experimental)" if fact.status == "experimental" else fact.title


def page(name: str, project: Project) -> str:
    """The page of a rule or a fact. Raises InputError, with a did-you-mean, for a name that is neither."""
    rules, facts = known_rules(project), project.facts.infos
    if name in rules:
        return _rule_page(rules[name])
    if name in facts:
        fact = facts[name]
        reading = [rule.id for rule in rules.values() if name in rule.facts]
        more = f"{_FACT_PAGES}/{name}.md" if name in ontology.facts() else ""
        rows = [("type", fact.type), ("values", ", ".join(fact.values)), ("rules", ", ".join(reading)), ("more", more)]
        return _page(name, titled(fact), [fact.meaning], rows)
    declared = declared_facts()
    if name in declared:
        reading = [rule.id for rule in rules.values() if name in rule.facts]
        return _page(name, "declared in vendor.yaml", [declared[name]], [("rules", ", ".join(reading))])
    raise InputError(f"unknown rule or fact '{name}'{did_you_mean(name, [*rules, *facts, *declared])}")


def policy_lines(project: Project) -> str:
    """The effective policy as YAML, each key with its origin in a comment; what is off stands there as such."""
    from vendorlint.policy.mandatory import OFF
    from vendorlint.policy.requirements import policy_in_force

    policy = policy_in_force(project.config, all_rules(project).rules)
    rows: list[tuple[str, str]] = [(f"name: {policy.name}", ", ".join(policy.packs)), ("requirements:", "")]
    for rule, origins in sorted(policy.origins.items()):
        if rule not in policy.requirements:
            rows.append((f"  {rule}: off", str(origins[OFF])))
            continue
        rows.append((f"  {rule}:", ""))
        requirement = policy.requirements[rule]
        for key, value in requirement.items():
            if key == "params":
                rows += [("    params:", "")] if value else []
                rows += [
                    (f"      {name}: {_shown(each)}", str(origins[f"params.{name}"])) for name, each in value.items()
                ]
            else:
                rows.append((f"    {key}: {_shown(value)}", str(origins.get(key, "rule"))))
    width = max(len(text) for text, origin in rows if origin)
    return "".join(f"{escape(f'{text:{width}}  # {origin}' if origin else text)}\n" for text, origin in rows)


def _rule_page(rule: Rule) -> str:
    params = ", ".join(f"{key} = {_shown(value)}" for key, value in rule.params.items())
    rows = [
        ("why", rule.why),
        ("fix", rule.remedy),
        ("ask for", rule.negotiate.get("ask_for", "")),
        ("in French", rule.negotiate.get("ask_for_fr", "")),
        ("or accept", rule.negotiate.get("fall_back_to", "")),
        ("never", rule.negotiate.get("walk_away_at", "")),
        *(("where", clause) for clause in definitions_used(rule.negotiate.values()).values()),
        ("law", "; ".join(rule.references)),
        ("severity", f"{rule.severity}; where no clause is found: {rule.on_silence}"),
        ("facts", ", ".join(rule.facts)),
        ("params", params),
        ("category", rule.category),
        ("mandatory", "yes, it cannot be waived" if rule.mandatory else ""),
        ("more", rule.documentation),
    ]
    return _page(rule.id, rule.title, [rule.description], rows)


def _shown(value: Any) -> str:
    """Compact YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _page(name: str, title: str, paragraphs: Iterable[str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"{name}: {title}", ""]
    for paragraph in paragraphs:
        lines += [*textwrap.wrap(paragraph, _WIDTH), ""]
    for label, text in rows:
        if text:
            indent = " " * 11
            lines += textwrap.wrap(
                text,
                _WIDTH,
                initial_indent=f"{label:10} ",
                subsequent_indent=indent,
                break_on_hyphens=False,
                break_long_words=False,  # an address stays whole
            )
    return "".join(f"{escape(line)}\n" for line in lines)


def settings(config: Config) -> list[tuple[str, str, str]]:
    """(name, value, origin) of every setting."""
    return [(setting.name, _setting_value(config, setting.name), config.origins[setting.name]) for setting in SETTINGS]


def _setting_value(config: Config, name: str) -> str:
    value: Any = config
    for part in name.split("."):
        value = getattr(value, part)
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value) or "-"
    return "-" if value is None else _shown(value)
