"""What facts are worth that a second reader alone read, by rule, as packs say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vendorlint.choices import SEVERITIES, ModelOnly
from vendorlint.policy.packs import Pack

SECOND_READER, MODEL_ONLY = "second_reader", "model_only"
BY_DEFAULT: ModelOnly = "review"


def model_only(packs: Iterable[Pack], requirements: Mapping[str, Mapping[str, Any]]) -> dict[str, ModelOnly]:
    """By rule: what the rule's own settings say, or a pack of all rules of its severity; a later pack replaces an earlier one. Of a
    mandatory rule none of them counts."""
    by_severity: dict[str, Any] = dict.fromkeys(SEVERITIES, BY_DEFAULT)
    for pack in packs:
        asked = pack.document.value.get(SECOND_READER, {}).get(MODEL_ONLY, {})
        for severity in SEVERITIES:
            by_severity[severity] = asked if isinstance(asked, str) else asked.get(severity, by_severity[severity])
    return {
        rule: BY_DEFAULT
        if requirement.get("mandatory")
        else requirement.get(SECOND_READER, {}).get(MODEL_ONLY, by_severity[requirement["severity"]])
        for rule, requirement in requirements.items()
    }
