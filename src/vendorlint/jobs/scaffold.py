"""What a new fact or rule begins with, an organisation's own as well as one that ships (tools/new.py)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.near import did_you_mean
from vendorlint.project.own_facts import NAME
from vendorlint_extractor.ontology import FactInfo

TEMPLATES = Path(__file__).parent / "templates" / "new"
SHAPES = {"bool": "bool", "enum": "enum", "set": "set", "int": "number", "number": "number"}
LINE = 80  # characters of a list that stand in one line
_RULE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def fact_name(fact: str) -> tuple[str, str]:
    """Family and name of a fact's id. Raises InputError for an id that is none."""
    family, _, name = fact.partition(".")
    if not NAME.fullmatch(family) or not NAME.fullmatch(name):
        raise InputError(f"found '{fact}'; expected <family>.<fact>, in lower-case letters, digits and '_'")
    return family, name


def check_rule_id(rule: str, known: Collection[str]) -> None:
    """Raises InputError for an id that is none, or is one of `known`."""
    if not _RULE_ID.fullmatch(rule):
        raise InputError(f"found '{rule}'; expected lower-case letters and digits with '-' between words")
    if rule in known:
        raise InputError(f"the rule '{rule}' exists already; choose another id")


def judged(fact: str, facts: Mapping[str, FactInfo]) -> FactInfo:
    """The fact that a new rule judges. Raises InputError for one that there is no template for."""
    if fact not in facts:
        raise InputError(f"unknown fact '{fact}'{did_you_mean(fact, facts)}")
    info = facts[fact]
    if info.type not in SHAPES:
        known = ", ".join(sorted(SHAPES))
        raise InputError(f"'{fact}' is of type {info.type}; there are templates for {known}: write the rule by hand")
    return info


def rule_files(rule: str, info: FactInfo, folder: Path) -> dict[Path, str]:
    """The rule and its test by their paths, the rule first; they stand in a folder of their own in `folder`."""
    name, shape = rule.replace("-", "_"), SHAPES[info.type]
    words = _words(rule, info)
    return {
        folder / name / f"{name}{end}.rego": filled(TEMPLATES / f"rule-{shape}{end}.rego", words)
        for end in ("", "_test")
    }


def title_of(name: str) -> str:
    """An id in words."""
    return re.sub(r"[-_]", " ", name).capitalize()


def filled(template: Path, words: Mapping[str, str]) -> str:
    """A template with each {word} replaced."""
    text = template.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"{{{word}}}", value)
    return text


def _listed(values: Sequence[str]) -> str:
    """The inside of a list in Rego, as opa fmt has it."""
    line = ", ".join(map(json.dumps, values))
    if len(line) <= LINE:
        return line
    return "".join(f"\n\t\t{json.dumps(value)}," for value in values) + "\n\t"


def _words(rule: str, info: FactInfo) -> Mapping[str, str]:
    nested = "node"
    for part in reversed(info.id.split(".")):
        nested = f'{{"{part}": {nested}}}'
    last = info.values[-1] if info.values else ""
    subject = f"{info.title[:1].lower()}{info.title[1:]}".replace('"', "'")
    return {
        "id": rule,
        "name": rule.replace("-", "_"),
        "title": title_of(rule),
        "fact": info.id,
        "about": f"what applies to {subject}",
        "subject": subject,
        "nested": nested,
        "first": json.dumps(info.values[0]) if info.values else "",
        "choices": _listed(info.values),
        "last": last,
        "last_words": last.replace("_", " "),
    }
