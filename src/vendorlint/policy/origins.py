"""Where a policy's keys come from: the pack, and the place in its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorlint.place import FilePlace
from vendorlint.policy.packs import Pack


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a pack sets a key of a rule; as text `<pack>:<line>`. `rule` is where it names the rule itself."""

    pack: str
    place: FilePlace
    rule: FilePlace

    def __str__(self) -> str:
        return f"{self.pack}:{self.place.line}"


def origin(pack: Pack, rule: str, *keys: str) -> Origin:
    """Where a pack names a rule, or sets a key of it."""
    named = ("requirements", rule)
    return Origin(pack.name, pack.document.place((*named, *keys)), pack.document.place(named))


def origins_of(pack: Pack, rule: str, settings: Mapping[str, Any]) -> dict[str, Origin]:
    """Where a pack sets each key of a rule; parameters are `params.<name>`."""
    found = {key: origin(pack, rule, key) for key in settings if key != "params"}
    return found | {f"params.{name}": origin(pack, rule, "params", name) for name in settings.get("params", ())}


def scope_origin(pack: Pack, rule: str) -> Origin:
    """Where a pack sets the scope of all its requirements."""
    return Origin(pack.name, pack.document.place(("scope",)), pack.document.place(("requirements", rule)))


def parameters_place(origins: Mapping[str, Origin], names: Sequence[str]) -> FilePlace | None:
    """Where the parameters with these names are set: one at its own place, several at their rule. None for unknown ones."""
    found = [origins[key] for name in names if (key := f"params.{name}") in origins]
    if not found:
        return None
    first, *others = found
    return first.rule if others else first.place
