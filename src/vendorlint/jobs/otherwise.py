"""What two versions of what judges ask, find and declare otherwise, in lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vendorlint.choices import FileChange
from vendorlint.files.yaml.document import read_yaml
from vendorlint.findings.finding import Finding
from vendorlint.policy.requirements import policy_in_force
from vendorlint.policy.rules import all_rules
from vendorlint.project.project import Project

_DECLARED = ("tier", "data", "customer", "declared")  # what rules see of vendor.yaml


def file_changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[tuple[str, FileChange], ...]:
    """What became of each file, by path."""
    changes: list[tuple[str, FileChange]] = [(path, "added") for path in new.keys() - old.keys()]
    changes += [(path, "removed") for path in old.keys() - new.keys()]
    changes += [(path, "changed") for path in old.keys() & new.keys() if old[path] != new[path]]
    return tuple(sorted(changes))


def requirements(project: Project) -> dict[str, dict[str, str]]:
    """What is asked by each rule that is on: words by key, `params.<name>` for a parameter."""
    asked = policy_in_force(project.config, all_rules(project).rules).requirements
    return {rule: dict(_flat(requirement)) for rule, requirement in asked.items()}


def _flat(requirement: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in requirement.items():
        if key == "params":
            yield from ((f"params.{name}", _word(each)) for name, each in value.items())
        else:
            yield key, _word(value)


def _word(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def requirement_lines(old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What is asked otherwise of rules, a line each."""
    for rule in sorted(old.keys() | new.keys()):
        if rule not in new or rule not in old:
            before, after = (each.get(rule, {}).get("severity", "off") for each in (old, new))
            yield f"{rule} {before} -> {after}"
            continue
        for key in sorted(old[rule].keys() | new[rule].keys()):
            before, after = (each[rule].get(key, "not set") for each in (old, new))
            if before != after:
                yield f"{rule} {key} {before} -> {after}"


def declarations(vendor: str, before: Path, now: Path) -> Iterator[str]:
    """What a vendor.yaml declares otherwise than before, of what rules go by, a line each."""
    old, new = _declaration(before), _declaration(now)
    for key in _DECLARED:
        if old.get(key) != new.get(key):
            yield f"{vendor}: {key} {_said(old.get(key))} -> {_said(new.get(key))}"


def _declaration(path: Path) -> Mapping[str, Any]:
    content = read_yaml(path).value if path.is_file() else {}
    return content if isinstance(content, dict) else {}


def _said(value: Any) -> str:
    return "nothing" if value is None else _word(value)


def effects(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> Iterator[str]:
    """What is found otherwise, a line each."""
    before, after = _counting(old), _counting(new)
    for key in sorted(before.keys() | after.keys()):
        was, now = (each[key].severity if key in each else "none" for each in (before, after))
        if was != now:
            vendor, rule, _ = key
            yield f"{vendor}: {rule} {was} -> {now}"


def _counting(findings: tuple[Finding, ...]) -> dict[tuple[str, str, str], Finding]:
    return {(each.vendor, each.rule, each.fact): each for each in reversed(findings) if each.counts}
