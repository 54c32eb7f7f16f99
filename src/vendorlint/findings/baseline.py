"""The baseline: findings that were there when vendorlint was adopted. They stay in reports and fail nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint.files.yaml.document import read_yaml
from vendorlint.findings.finding import Finding
from vendorlint.policy.rules import Rule
from vendorlint.schemas.schema import validate


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """What a baseline gained, lost and kept, in findings."""

    added: int
    removed: int
    kept: int


def read_baseline(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The entries of a baseline by fingerprint; none where there is no file. Raises InputError and InputErrors."""
    if not path.exists():
        return {}
    document = read_yaml(path)  # JSON is YAML, and so its errors have lines
    validate(document, "baseline")
    return {entry["fingerprint"]: entry for entry in document.value["findings"]}


def in_baseline(finding: Finding, baseline: Collection[str], rules: Sequence[Rule]) -> bool:
    """Whether a finding was there before and may stay: parameters that are wrong and mandatory rules are never adopted."""
    return finding.fingerprint in baseline and _adoptable(finding, rules)


def create_baseline(path: Path, findings: Iterable[Finding], rules: Sequence[Rule]) -> BaselineChange:
    """Write a new baseline of all findings. Raises InputError where there is one."""
    if path.exists():
        raise InputError("exists already; 'vendorlint baseline update' adds what is new to it", path)
    return _write(path, {}, _entries(findings, rules))


def update_baseline(
    path: Path, findings: Iterable[Finding], rules: Sequence[Rule], *, add: bool, unsure: Collection[str] = ()
) -> BaselineChange:
    """Take out what is found no more and, with `add`, take in what is new. Raises InputError where there is none.

    Of the vendors that are `unsure`, because not all of their terms were read, nothing is taken out.
    """
    if not path.exists():
        raise InputError("no such file; 'vendorlint baseline create' writes it", path)
    old = read_baseline(path)
    found = {key: entry for key, entry in old.items() if entry["vendor"] in unsure} | _entries(findings, rules)
    return _write(path, old, found if add else {key: entry for key, entry in found.items() if key in old})


def _adoptable(finding: Finding, rules: Sequence[Rule]) -> bool:
    return finding.status != "parameters" and finding.rule not in {rule.id for rule in rules if rule.mandatory}


def _entries(findings: Iterable[Finding], rules: Sequence[Rule]) -> dict[str, Mapping[str, str]]:
    """What is waived already is nothing to adopt either."""
    return {
        finding.fingerprint: {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "vendor": finding.vendor,
            "message": finding.message,
        }
        for finding in findings
        if _adoptable(finding, rules) and not finding.waived
    }


def _write(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> BaselineChange:
    content = {"version": 1, "findings": [new[key] for key in sorted(new)]}
    write_atomically(path, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    return BaselineChange(len(new.keys() - old.keys()), len(old.keys() - new.keys()), len(new.keys() & old.keys()))
