"""For whom or what text holds, where that is not every customer of the service."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of those for whom terms may hold; an empty one is the whole agreement.

    `region` is EEA, UK or an ISO 3166 code; `plan` one of free, trial, beta, pilot, consumer, business, enterprise. As the
    terms call them: `feature` a product or a part of the service, `annex` one of standard clauses, `party` whom alone it binds.
    """

    region: str = ""
    plan: str = ""
    feature: str = ""
    annex: str = ""
    party: str = ""

    def inside(self, outer: Scope) -> Scope:
        """This scope within a wider one: what it says itself goes before."""
        return replace(outer, **self.to_dict())

    def without(self, keys: Collection[str]) -> Scope:
        """The scope where it is not limited in these ways."""
        return replace(self, **dict.fromkeys(keys, ""))

    def to_dict(self) -> dict[str, str]:
        """The shape of the facts file: what it is limited to."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


EVERYONE = Scope()
