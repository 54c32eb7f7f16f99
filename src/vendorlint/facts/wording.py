"""A fact's value as people read it."""

from __future__ import annotations

import json


def value_words(value: object) -> str:
    """A fact's value, or what a rule requires, as words."""
    values = value if isinstance(value, list) else [value]
    return ", ".join(each if isinstance(each, str) else json.dumps(each) for each in values) or "none"
