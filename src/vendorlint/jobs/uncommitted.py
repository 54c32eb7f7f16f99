"""What people have decided and nobody has committed yet: facts files and waivers, beside what git has of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.git import Repository
from vendorlint.files.text import decoded_text, read_text
from vendorlint.project.config import Config
from vendorlint.project.vendors import FACTS_NAME, vendor_folders


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that differs from the commit that is checked out: its path from the repository's root, and the lines of a unified
    diff without its two first ones, as git applies them; `new` where git has no such file."""

    path: str
    lines: tuple[str, ...]
    new: bool

    @property
    def text(self) -> str:
        """The whole patch."""
        before = "/dev/null" if self.new else f"a/{self.path}"
        mode = "new file mode 100644\n" if self.new else ""
        head = f"diff --git a/{self.path} b/{self.path}\n{mode}--- {before}\n+++ b/{self.path}\n"
        return head + "".join(self.lines)


def uncommitted(config: Config) -> list[Difference]:
    """The facts files and the file of waivers that differ, by path. Raises InputError where there is no git repository."""
    files = [folder / FACTS_NAME for folder in vendor_folders(config)]
    with Repository(config.root) as repository:
        tree = _tree(repository)
        found = [_difference(path, repository, tree) for path in (*files, config.waivers) if path.is_file()]
    return sorted((each for each in found if each), key=lambda each: each.path)


def _tree(repository: Repository) -> str | None:
    """The folder of the commit that is checked out; None where nothing is committed yet. Raises InputError where git fails."""
    try:
        return repository.commit(repository.commit_id("HEAD")).tree
    except InputError as error:
        if error.message == "no such revision: HEAD":
            return None
        raise


def _difference(path: Path, repository: Repository, tree: str | None) -> Difference | None:
    inside = repository.inside(path)
    before, now = _committed(path, repository, tree, inside), read_text(path)
    if before == now:
        return None
    lines = tuple(_unified((before or "").splitlines(keepends=True), now.splitlines(keepends=True)))
    return Difference("/".join(inside), lines, before is None)


def _committed(path: Path, repository: Repository, tree: str | None, inside: tuple[str, ...]) -> str | None:
    """The text of a file as it is committed; None where it is not."""
    folder = repository.folder(tree, inside[:-1]) if tree else None
    entries = repository.entries(folder) if folder else iter(())
    blob = next((each.identity for each in entries if each.name == inside[-1] and each.kind == "file"), None)
    return decoded_text(path, repository.read(blob)) if blob else None


def _unified(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    for line in list(difflib.unified_diff(before, now))[2:]:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
