"""What to do about a finding: the rule's remedy, and before it what a silence or a contradiction needs first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorlint.facts.quotes import fold_space
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX

CLARIFY = "Clarify which of these clauses prevails, and have the other struck."
FIND_OR_ASK = "Find the clause, or ask the vendor where it stands."
DECLARE = "Look it up in the contract and declare it in vendor.yaml, or ask for it."


def remedy_of(result: Mapping[str, Any], rule: Rule) -> str:
    """What to ask the vendor for, with what to find out before."""
    first = _first(result["status"], result["fact"])
    return " ".join(filter(None, (first, fold_space(rule.remedy))))


def _first(status: str, fact: str) -> str:
    if status == "conflict":
        return CLARIFY
    if status == "silent":
        return DECLARE if fact.startswith(PREFIX) else FIND_OR_ASK
    return ""
