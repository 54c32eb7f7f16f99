"""Writes the first version of an organisation's own fact or rule, with tests that pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.jobs.init import write_new
from vendorlint.jobs.scaffold import TEMPLATES, check_rule_id, fact_name, filled, judged, rule_files, title_of
from vendorlint.policy.rules import known_rules
from vendorlint.project.config import Config
from vendorlint.project.declared import declared_facts
from vendorlint.project.project import Project
from vendorlint.schemas.schema import fact_ids, schema_url


def new_fact(fact: str, config: Config) -> list[Path]:
    """Write <family>/<fact>.yaml. Raises InputError for an id that cannot be new."""
    family, name = fact_name(fact)
    if family in {known.partition(".")[0] for known in (*fact_ids(), *declared_facts())}:
        raise InputError(f"'{family}' is a family of vendorlint's own facts; choose another, such as your name")
    text = filled(TEMPLATES / "fact.yaml", {"title": title_of(name)})
    path = _folder(config.facts, config, "facts") / family / f"{name}.yaml"
    return write_new({path: f"# yaml-language-server: $schema={schema_url('fact')}\n{text}"}, config.root)


def new_rule(rule: str, fact: str, config: Config) -> list[Path]:
    """Write a rule about a fact and its test. Raises InputError for an id that cannot be new, and for a fact that there is no
    template for."""
    existing = _existing(config)
    check_rule_id(rule, known_rules(existing))
    info = judged(fact, existing.facts.infos)
    return write_new(rule_files(rule, info, _folder(config.rego, config, "rego")), config.root)


def _existing(config: Config) -> Project:
    """The project without folders that are still to be made."""
    facts = tuple(folder for folder in config.facts if folder.is_dir())
    return Project.of(replace(config, facts=facts, rego=tuple(folder for folder in config.rego if folder.is_dir())))


def _folder(folders: tuple[Path, ...], config: Config, default: str) -> Path:
    """The first folder of the configuration, or the one that it would name."""
    return folders[0] if folders else config.root / default
