"""What facts are worth that a second reader alone read, by rule, as packs say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vendorlint.choices import SEVERITIES, ModelOnly
from vendorlint.place import FilePlace
from vendorlint.policy.origins import Origin
from vendorlint.policy.packs import Pack

SECOND_READER, MODEL_ONLY = "second_reader", "model_only"
BY_DEFAULT: ModelOnly = "review"


def settle(
    packs: Iterable[Pack], requirements: Mapping[str, dict[str, Any]], origins: Mapping[str, dict[str, Origin]]
) -> None:
    """Put what packs say of all rules of a severity into the requirements that say nothing of it themselves; a later pack replaces an
    earlier one. To mandatory rules it does nothing."""
    found: dict[str, tuple[ModelOnly, Pack]] = {}
    for pack in packs:
        found |= {severity: (worth, pack) for severity, worth in _asked(pack)}
    for rule, requirement in requirements.items():
        severity = requirement["severity"]
        if severity in found and SECOND_READER not in requirement and not requirement.get("mandatory"):
            worth, pack = found[severity]
            place: FilePlace = pack.document.place((SECOND_READER,))
            requirement[SECOND_READER] = {MODEL_ONLY: worth}
            origins[rule][SECOND_READER] = Origin(pack.name, place, place)


def _asked(pack: Pack) -> Iterator[tuple[str, ModelOnly]]:
    asked = pack.document.value.get(SECOND_READER, {}).get(MODEL_ONLY, {})
    by_severity: Mapping[str, ModelOnly] = asked if isinstance(asked, Mapping) else dict.fromkeys(SEVERITIES, asked)
    yield from by_severity.items()


def worth(requirements: Mapping[str, Mapping[str, Any]]) -> dict[str, ModelOnly]:
    """By rule, what a fact is worth to it that a second reader alone read."""
    return {rule: asked.get(SECOND_READER, {}).get(MODEL_ONLY, BY_DEFAULT) for rule, asked in requirements.items()}
