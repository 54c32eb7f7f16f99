"""How the modules of a pack are called on a server: as they are in a bundle of its own, or as one module that it is given."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from vendorlint import __version__
from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB
from vendorlint.engines.pack import PACK, ROOT, RULES, bundled_path, pack_digest, pack_module, pack_values
from vendorlint.engines.subset.joined import RUN, Edit
from vendorlint.errors import InputError
from vendorlint.place import FilePlace
from vendorlint.policy.rules import Module

RUNS = "vendorlint_runs"  # the root of the data of runs that go on
RUN_KEY = "vendorlint_run"  # of an input: whose data it is judged by
_HEAD = ("import rego.v1",)  # below the package


class Space(Protocol):
    """A pack on a server."""

    rules: str
    """The name of what has the answers of all rules, by the last names of their packages."""
    pack: str
    """The name of what says which pack it is."""

    def locate(self, error: Mapping[str, Any]) -> InputError | None:
        """One of OPA's errors, with its place in the module as the user has it; None where it has no such place."""


class Bundled:
    """The pack as `bundle` makes it."""

    rules, pack = RULES, PACK

    def __init__(self, modules: Sequence[Module]) -> None:
        self._modules = {bundled_path(module): module for module in (pack_module(modules), *modules)}

    def locate(self, error: Mapping[str, Any]) -> InputError | None:
        """As `Space` has it."""
        place = error.get("location") or {}
        module = self._modules.get(place.get("file", ""))
        if module is None:
            return None
        return InputError(error["message"], FilePlace(Path(module.path), place["row"], max(place["col"], 1)))


class Joined:
    """The pack as one module, by a name that is made of its content: who else has the same pack has the same module, and two packs
    do not meet. What a run knows of vendors, requirements and the day is looked up by the run that an input names."""

    def __init__(self, modules: Sequence[Module]) -> None:
        self._modules = modules
        self.identity = hashlib.sha256(f"{__version__} {pack_digest(modules)}".encode()).hexdigest()[:16]
        self.policy = f"{ROOT}/{self.identity}"
        self.rules = self._named(f"{ROOT}{RUN}.asked{RUN}")
        self.pack = self._named(f"{ROOT}{RUN}.pack{RUN}")

    @cached_property
    def text(self) -> str:
        """The module. Raises InputErrors for modules that are outside the subset."""
        head = (f"package {ROOT}{RUN}", *_HEAD)
        tail = (
            f"pack{RUN} := {pack_values(self._modules)}",
            f"asked{RUN} := answer if {{",
            f"\tanswer := data.{ROOT}{RUN}.rules{RUN} with data.vendorlint_data{RUN} as data.{RUNS}[input.{RUN_KEY}]",
            "}",
        )
        bodies = (_edited(module.text, self._edits[module.path]) for module in self._modules)
        return self._named("\n".join([*head, *bodies, *tail]) + "\n")

    def locate(self, error: Mapping[str, Any]) -> InputError | None:
        """As `Space` has it."""
        place = error.get("location") or {}
        if place.get("file") != self.policy:
            return None
        row = place["row"] - 1 - len(_HEAD)
        for module in self._modules:
            if row <= (lines := module.text.count("\n") + 1):
                column = self._column(module, row, place["col"])
                message = error["message"].replace(f"_{self.identity}", "")
                return InputError(message, FilePlace(Path(module.path), row, column))
            row -= lines
        return None

    @cached_property
    def _edits(self) -> dict[str, list[Edit]]:
        return EmbeddedEngine(DEADLINE_SECONDS, MEMORY_MB).edits(self._modules)

    def _column(self, module: Module, row: int, column: int) -> int:
        """The column in the original of one on the server, both from 1."""
        lines = module.text.encode().split(b"\n")
        start = sum(len(line) + 1 for line in lines[: row - 1])
        at, shift = start + column - 1, 0
        for begin, end, text in self._edits[module.path]:
            if start <= begin <= start + len(lines[row - 1]):
                if at - shift <= begin:
                    break
                length = len(self._named(text).encode())
                if at - shift < begin + length:
                    return begin - start + 1
                shift += length - (end - begin)
        return max(at - shift - start + 1, 1)

    def _named(self, text: str) -> str:
        return text.replace(RUN, f"_{self.identity}")


def _edited(text: str, edits: Sequence[Edit]) -> str:
    source, parts, at = text.encode(), [], 0
    for start, end, replacement in edits:
        parts += [source[at:start], replacement.encode()]
        at = end
    return b"".join([*parts, source[at:]]).decode()
