"""Waivers: findings that a person has accepted for a while. Rego applies them; this reads the file."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputErrors, did_you_mean
from vendorlint.files.yaml.document import read_yaml
from vendorlint.policy.rules import RuleSet
from vendorlint.project.config import Config
from vendorlint.project.declared import declared_facts
from vendorlint.project.own_facts import own_facts
from vendorlint.schemas.schema import fact_ids, validate

SOON_DAYS = 30  # how long before its last day a waiver is said to expire soon


@dataclass(frozen=True, slots=True)
class Waiver:
    """An entry of waivers.yaml. `fact` and `ticket` may be empty; `expires` is its last day, ISO 8601."""

    rule: str
    vendor: str
    fact: str
    reason: str
    approved_by: str
    ticket: str
    expires: str
    path: Path
    line: int

    def to_dict(self) -> dict[str, str]:
        """What rules see of it; what is empty is left out."""
        keys = ("rule", "vendor", "fact", "reason", "approved_by", "ticket", "expires")
        return {key: value for key in keys if (value := getattr(self, key))}

    def state(self, today: str) -> str:
        """active, expiring (within SOON_DAYS) or expired."""
        if self.expires < today:
            return "expired"
        days = (datetime.date.fromisoformat(self.expires) - datetime.date.fromisoformat(today)).days
        return "expiring" if days <= SOON_DAYS else "active"


def all_waivers(config: Config, rules: RuleSet) -> tuple[Waiver, ...]:
    """The waivers of the configuration. Raises InputError and InputErrors."""
    facts = (*fact_ids(own_facts(config.facts)), *declared_facts())
    return read_waivers(config.waivers, rules.rules, facts)


def read_waivers(path: Path, rules: Collection[str], facts: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order; none where there is no file. `rules` and `facts` are the ids that there are.

    Raises InputError and InputErrors.
    """
    if not path.exists():
        return ()
    document = read_yaml(path)
    validate(document, "waivers")
    entries: list[dict[str, Any]] = document.value["waivers"]
    errors = []
    for index, entry in enumerate(entries):
        for key, known in (("rule", rules), ("fact", facts)):
            if key in entry and entry[key] not in known:
                message = f"unknown {key} '{entry[key]}'{did_you_mean(entry[key], known)}"
                errors.append(document.error(("waivers", index, key), message))
        if not _is_date(entry["expires"]):
            errors.append(document.error(("waivers", index, "expires"), f"'{entry['expires']}' is no date"))
    if errors:
        raise InputErrors(errors)
    return tuple(
        Waiver(
            fact=entry.get("fact", ""),
            ticket=entry.get("ticket", ""),
            path=path,
            line=document.position(("waivers", index))[0],
            **{key: entry[key] for key in ("rule", "vendor", "reason", "approved_by", "expires")},
        )
        for index, entry in enumerate(entries)
    )


def _is_date(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
