"""A procurement repository as it was at a revision of git, laid out in a temporary folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.git import Entry, Repository
from vendorlint.files.temporary import temporary_folder, write_copy
from vendorlint.project.config import Config

Wanted = Callable[[tuple[str, ...], Entry], bool]


@contextlib.contextmanager
def at_revision(config: Config, revision: str) -> Iterator[tuple[Config, Path]]:
    """The configuration with the vendors as they were then, and the folder that stands for the repository.

    Rules, policies and waivers are those of today: the question is what the change of terms means for them. Raises
    InputError for what is no repository or no revision.
    """
    with Repository(config.root) as repository:
        inside = repository.inside(config.vendors)
        commit = repository.commit(repository.commit_id(revision))
        tree = repository.folder(commit.tree, inside)
        if tree is None:
            raise InputError(f"{revision} has no folder {'/'.join(inside)}", repository.root)
        with temporary_folder() as folder:
            then = folder.joinpath(*inside)
            lay_out(repository, tree, then)
            yield replace(config, vendors=then), folder


def lay_out(repository: Repository, tree: str, folder: Path, wanted: Wanted = lambda _inside, _entry: True) -> None:
    """Write the files and links below a folder of git's into a folder that is new. `wanted` is asked about each file, link and
    folder, with the names that lead to where it stands.

    Links come last: nothing is written through one. Raises InputError for a name that no file can have.
    """
    links: list[tuple[Path, bytes]] = []
    waiting: list[tuple[str, tuple[str, ...]]] = [(tree, ())]
    folder.mkdir(0o700, parents=True)
    while waiting:
        identity, inside = waiting.pop()
        for entry in repository.entries(identity):
            if entry.kind == "other" or not wanted(inside, entry):
                continue
            path = folder.joinpath(*inside, _checked(entry.name, repository))
            try:
                if entry.kind == "folder":
                    path.mkdir(mode=0o700)
                    waiting.append((entry.identity, (*inside, entry.name)))
                elif entry.kind == "link":
                    links.append((path, repository.read(entry.identity)))
                else:
                    write_copy(path, repository.read(entry.identity))
            except OSError as error:
                raise InputError(f"cannot be laid out: {error.strerror}", path) from None
    for path, target in links:
        with contextlib.suppress(OSError, ValueError):  # what no link can be is not there
            path.symlink_to(os.fsdecode(target))


def _checked(name: str, repository: Repository) -> str:
    if name in ("", ".", "..") or "/" in name or os.sep in name:
        raise InputError(f"git has a file called '{name}', which no folder can hold", repository.root)
    return name
