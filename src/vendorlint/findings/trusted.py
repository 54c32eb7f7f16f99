"""What judged a run, where it was read from a revision of git and not from the files as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorlint.choices import FileChange


@dataclass(frozen=True, slots=True)
class Trusted:
    """The revision, its commit, and what would judge otherwise in the files as they are, which nobody applied.

    `files` are paths and what became of them; `requirements` says of each rule what would be asked otherwise, `effects` what would be
    found otherwise, a line each; `declarations`, which are applied, what vendor.yaml declares otherwise. `gone` are the documents, by path, that were
    a vendor's terms there and are not read any more: taken away, or called otherwise. `problem` is why the files as they are could judge nothing; empty where they can.
    """

    revision: str
    commit: str
    files: tuple[tuple[str, FileChange], ...] = ()
    requirements: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    problem: str = ""

    @property
    def title(self) -> str:
        """What to say above the lines, or alone."""
        by = f"Judged by what {self.revision} has ({self.commit[:8]})"
        return f"{by}. What differs here was not applied:" if self.files else f"{by}; nothing that judges differs here."

    def lines(self) -> Iterator[str]:
        """What differs, a line each, what matters most first: a report may have no room for all."""
        if self.problem:
            yield f"it could not judge: {self.problem}"
        yield from (f"it would find otherwise: {line}" for line in self.effects)
        yield from (f"declared otherwise here, and applied: {line}" for line in self.declarations)
        yield from (f"not read any more: {path}" for path in self.gone)
        yield from (f"{path}: {change}" for path, change in self.files)
        yield from (f"it would ask otherwise: {line}" for line in self.requirements)
