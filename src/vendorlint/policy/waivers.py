"""Waivers: findings that a person has accepted for a while. Rego applies them; this reads the file."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import WaiverState
from vendorlint.errors import ErrorCollector
from vendorlint.files.yaml.document import read_yaml
from vendorlint.near import did_you_mean
from vendorlint.place import FilePlace
from vendorlint.policy.rules import RuleSet
from vendorlint.project.project import Project
from vendorlint.schemas.schema import validate

SOON_DAYS = 30  # how long before its last day a waiver is said to expire soon


@dataclass(frozen=True, slots=True)
class Waiver:
    """An entry of waivers.yaml. `fact` and `ticket` may be empty; `expires` is its last day, ISO 8601.

    `place` is the line on which it begins.
    """

    rule: str
    vendor: str
    fact: str
    reason: str
    approved_by: str
    ticket: str
    expires: str
    place: FilePlace

    def to_dict(self) -> dict[str, str]:
        """What rules see of it; what is empty is left out."""
        keys = ("rule", "vendor", "fact", "reason", "approved_by", "ticket", "expires")
        return {key: value for key in keys if (value := getattr(self, key))}

    def state(self, today: str) -> WaiverState:
        """What it is on a day; it is expiring within SOON_DAYS of its last one."""
        if self.expires < today:
            return "expired"
        days = (datetime.date.fromisoformat(self.expires) - datetime.date.fromisoformat(today)).days
        return "expiring" if days <= SOON_DAYS else "active"


def all_waivers(project: Project, rules: RuleSet) -> tuple[Waiver, ...]:
    """The waivers of the project. Raises InputError and InputErrors."""
    return read_waivers(project.config.waivers, rules.rules, project.facts.judged)


def read_waivers(path: Path, rules: Collection[str], facts: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order; none where there is no file. `rules` and `facts` are the ids that there are.

    Raises InputError and InputErrors.
    """
    if not path.exists():
        return ()
    document = read_yaml(path)
    validate(document, "waivers")
    entries: list[dict[str, Any]] = document.value["waivers"]
    errors = ErrorCollector()
    for index, entry in enumerate(entries):
        for key, known in (("rule", rules), ("fact", facts)):
            if key in entry and entry[key] not in known:
                message = f"unknown {key} '{entry[key]}'{did_you_mean(entry[key], known)}"
                errors.add(document.error(("waivers", index, key), message))
    errors.finalize()
    return tuple(
        Waiver(
            fact=entry.get("fact", ""),
            ticket=entry.get("ticket", ""),
            place=FilePlace(path, document.position(("waivers", index))[0]),
            **{key: entry[key] for key in ("rule", "vendor", "reason", "approved_by", "expires")},
        )
        for index, entry in enumerate(entries)
    )
