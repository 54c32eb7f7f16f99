"""What a reading of a second reader needs to be one: a fact that there is, a value that it may have, a clause, and a scope."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from vendorlint.facts.overrides import quote_fault
from vendorlint.facts.readings import Reading
from vendorlint.schemas.schema import CODE, PLANS, REGION
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.questions.question import UNASKED

_AMOUNT = re.compile(r"[A-Z]{3} \d{1,12}(\.\d{1,2})?")
_SCOPES = ("region", "plan", "feature")  # for whom a model may say that something holds
MAX_QUOTE = 2_000  # characters: more is no clause


def fault(reading: Reading, infos: Mapping[str, FactInfo]) -> str | None:
    """What is wrong with a reading, wherever its quote may stand; None where nothing is."""
    info = infos.get(reading.fact)
    if info is None or info.id in UNASKED:
        return "no such fact"
    if not _allowed(info, reading.value):
        return "no value of the fact"
    if quote_fault(reading.quote):
        return "no clause"
    if len(reading.quote) > MAX_QUOTE:
        return "more than a clause"
    if not _is_scope(dict(reading.scope)):
        return "no scope"
    return None


def _allowed(info: FactInfo, value: Any) -> bool:
    """Whether a fact may have a value; of a set, whether it may be among its values."""
    if info.type == "bool":
        return isinstance(value, bool)
    if info.type in ("int", "number"):
        kinds = int if info.type == "int" else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool) and 0 <= value < 1_000_000
    if not isinstance(value, str):
        return False
    if info.values:
        return value in info.values
    if info.type == "date":
        return _is_date(value)
    pattern = re.compile(CODE) if info.type == "code" else _AMOUNT
    return bool(pattern.fullmatch(value))


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_scope(scope: Mapping[str, Any]) -> bool:
    if not all(key in _SCOPES and isinstance(value, str) and value for key, value in scope.items()):
        return False
    region, plan = scope.get("region"), scope.get("plan")
    return (region is None or bool(re.fullmatch(REGION, region))) and (plan is None or plan in PLANS)
