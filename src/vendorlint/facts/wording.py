"""Facts' values, scopes and names as people read them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

MAX_NAMED = 5  # facts, or documents, in a message


def value_words(value: object) -> str:
    """A fact's value, or what a rule requires, as words."""
    values = value if isinstance(value, list) else [value]
    return ", ".join(each if isinstance(each, str) else json.dumps(each) for each in values) or "none"


def scope_words(scope: Mapping[str, str]) -> str:
    """For whom or what something holds: 'EEA, free plan'; 'in general' for everybody."""
    plan = f"{scope['plan']} plan" if "plan" in scope else ""
    named = (scope.get("region"), plan, scope.get("feature"), scope.get("annex"), scope.get("party"))
    return ", ".join(filter(None, named)) or "in general"


def listed(names: Sequence[str]) -> str:
    """Names of facts or documents, the first MAX_NAMED of them."""
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return f"{', '.join(names[:MAX_NAMED])}{more}"
