"""Writes the first version of an organisation's own fact or rule, with tests that pass."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vendorlint.errors import InputError, did_you_mean
from vendorlint.jobs.init import write_new
from vendorlint.policy.rules import known_rules
from vendorlint.project.config import Config
from vendorlint.project.declared import declared_facts
from vendorlint.project.own_facts import NAME
from vendorlint.project.project import Project
from vendorlint.schemas.schema import fact_ids, schema_url
from vendorlint_extractor.ontology import FactInfo

_TEMPLATES = Path(__file__).parent / "templates" / "new"
_RULE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SHAPES = {"bool": "bool", "enum": "enum", "set": "set", "int": "number", "number": "number"}


def new_fact(fact: str, config: Config) -> list[Path]:
    """Write <family>/<fact>.yaml. Raises InputError for an id that cannot be new."""
    family, _, name = fact.partition(".")
    if not NAME.fullmatch(family) or not NAME.fullmatch(name):
        raise InputError(f"found '{fact}'; expected <family>.<fact>, in lower-case letters, digits and '_'")
    if family in {known.partition(".")[0] for known in (*fact_ids(), *declared_facts())}:
        raise InputError(f"'{family}' is a family of vendorlint's own facts; choose another, such as your name")
    text = _filled("fact.yaml", {"title": _title(name)})
    path = _folder(config.facts, config, "facts") / family / f"{name}.yaml"
    return write_new({path: f"# yaml-language-server: $schema={schema_url('fact')}\n{text}"})


def new_rule(rule: str, fact: str, config: Config) -> list[Path]:
    """Write a rule about a fact and its test. Raises InputError for an id that cannot be new, and for a fact that there is
    no template for."""
    if not _RULE_ID.fullmatch(rule):
        raise InputError(f"found '{rule}'; expected lower-case letters and digits with '-' between words")
    existing = _existing(config)
    if rule in known_rules(existing):
        raise InputError(f"the rule '{rule}' exists already; choose another id")
    facts = existing.facts.infos
    if fact not in facts:
        raise InputError(f"unknown fact '{fact}'{did_you_mean(fact, facts)}")
    info = facts[fact]
    if info.type not in _SHAPES:
        known = ", ".join(sorted(_SHAPES))
        raise InputError(f"'{fact}' is of type {info.type}; there are templates for {known}: write the rule by hand")
    name = rule.replace("-", "_")
    shape, folder = _SHAPES[info.type], _folder(config.rego, config, "rego") / name
    words = _words(rule, info)
    return write_new(
        {
            folder / f"{name}.rego": _filled(f"rule-{shape}.rego", words),
            folder / f"{name}_test.rego": _filled(f"rule-{shape}_test.rego", words),
        }
    )


def _existing(config: Config) -> Project:
    """The project without folders that are still to be made."""
    facts = tuple(folder for folder in config.facts if folder.is_dir())
    return Project.of(replace(config, facts=facts, rego=tuple(folder for folder in config.rego if folder.is_dir())))


def _words(rule: str, info: FactInfo) -> Mapping[str, str]:
    nested = "node"
    for part in reversed(info.id.split(".")):
        nested = f'{{"{part}": {nested}}}'
    last = info.values[-1] if info.values else ""
    subject = f"{info.title[:1].lower()}{info.title[1:]}".replace('"', "'")
    return {
        "id": rule,
        "name": rule.replace("-", "_"),
        "title": _title(rule),
        "fact": info.id,
        "about": f"what applies to {subject}",
        "subject": subject,
        "nested": nested,
        "first": json.dumps(info.values[0]) if info.values else "",
        "choices": ", ".join(map(json.dumps, info.values)),
        "last": last,
        "last_words": last.replace("_", " "),
    }


def _title(name: str) -> str:
    return re.sub(r"[-_]", " ", name).capitalize()


def _filled(file: str, words: Mapping[str, str]) -> str:
    text = (_TEMPLATES / file).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"{{{word}}}", value)
    return text


def _folder(folders: tuple[Path, ...], config: Config, default: str) -> Path:
    """The first folder of the configuration, or the one that it would name."""
    return folders[0] if folders else config.root / default
