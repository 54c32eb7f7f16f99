"""A name space of a run on a server that others use too: everything of ours stands under names that nobody else has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from vendorlint.engines.pack import PACK, ROOT, libraries_first, pack_module
from vendorlint.errors import InputError
from vendorlint.place import FilePlace
from vendorlint.policy.rules import Module


class PushedModule(NamedTuple):
    """A module on its way to the server: its text there, and the bytes of the original after which it was changed."""

    module: Module
    text: str
    ends: Sequence[int]


class Space:
    """The pack under the roots `vendorlint_<run>` and `vendorlint_data_<run>`; as it is, if `run` is empty.

    Two users of one server would otherwise add to each other's packages, and judge by each other's policy.
    """

    def __init__(self, modules: Sequence[Module], root_ends: Mapping[str, Sequence[int]], run: str) -> None:
        self._suffix = f"_{run}" if run else ""
        pack = pack_module(modules)
        ends = {**root_ends, pack.path: [pack.text.index(PACK) + len(ROOT)]}
        folder = f"{ROOT}/{run}" if run else ROOT
        self._policies = {
            f"{folder}/{number:03}.rego": PushedModule(
                module, self._renamed(module.text, ends[module.path]), ends[module.path]
            )
            for number, module in enumerate([pack, *libraries_first(modules)])
        }

    def name(self, name: str) -> str:
        """A package or data root, as it is called on the server."""
        root, dot, rest = name.partition(".")
        return f"{root}{self._suffix}{dot}{rest}"

    def policies(self) -> Iterator[tuple[str, str]]:
        """Id and text of each module, in the order in which they go up."""
        for policy, (_, text, _) in self._policies.items():
            yield policy, text

    def locate(self, error: Mapping[str, Any]) -> InputError | None:
        """One of OPA's errors, with its place in the module as the user has it; None where it has no such place."""
        place = error.get("location") or {}
        policy = self._policies.get(place.get("file", ""))
        if policy is None:
            return None
        line, column = place["row"], max(place["col"], 1)
        for end in policy.ends:
            before = policy.module.text.encode()[:end]
            shown = end - before.rfind(b"\n")
            if before.count(b"\n") + 1 == line and shown < place["col"]:
                column -= len(self._suffix)
        found = FilePlace(Path(policy.module.path), line, column)
        return InputError(error["message"].replace(self._suffix, ""), found)

    def _renamed(self, text: str, ends: Sequence[int]) -> str:
        source = text.encode()
        for end in sorted(ends, reverse=True):
            source = source[:end] + self._suffix.encode() + source[end:]
        return source.decode()
