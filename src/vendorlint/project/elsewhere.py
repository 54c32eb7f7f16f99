"""Packs in other git repositories, as policies name them: `git+https://host/org/policies@<tag>#path.yaml`.

Who writes such a name may be a stranger, and parts of it go to git: what could be an option, another protocol, a credential or a
path that leaves the repository is none of its words.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Self

from vendorlint.errors import InputError
from vendorlint.place import FilePlace

GIT_PREFIX = "git+"
LOCK_NAME = "vendorlint-lock.yaml"  # beside vendorlint.yaml

_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?"
_FOLDERS = r"(?:/(?!\.{1,2}[/@])[\w.~+-]+)+"
_NAME = re.compile(
    rf"git\+(?P<url>(?:https://{_HOST}|ssh://(?:\w[\w.-]*@)?{_HOST}|file://){_FOLDERS})"
    r"@(?P<revision>(?!.*(?:\.\.|//|/\.|\.lock#))\w[\w.+/-]*)#(?P<path>\w[\w.+-]*(?:/\w[\w.+-]*)*\.ya?ml)",
    re.ASCII,
)
_SECRET = re.compile(r"//[^/]*@")
_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A revision of a repository: its URL as git takes it, and a tag or the id of a commit."""

    url: str
    revision: str

    def __str__(self) -> str:
        return f"{GIT_PREFIX}{self.url}@{self.revision}"

    @property
    def reference(self) -> str:
        """What git fetches: a commit by its id, else the tag and nothing else of that name."""
        return self.revision if _COMMIT.fullmatch(self.revision) else f"refs/tags/{self.revision}"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A pack of a source, by its path with slashes."""

    source: Source
    path: str

    @classmethod
    def of(cls, name: str, place: FilePlace | str | None) -> Self:
        """Take a name apart. Raises InputError at `place`."""
        if found := _NAME.fullmatch(name):
            return cls(Source(found["url"], found["revision"]), found["path"])
        expected = f"{GIT_PREFIX}https://HOST/REPOSITORY@TAG#PATH.yaml, or {GIT_PREFIX}ssh://, without a password"
        raise InputError(f"found '{_SECRET.sub('//...@', name)}'; expected {expected}", place)

    def __str__(self) -> str:
        return f"{self.source}#{self.path}"

    def beside(self, name: str, place: FilePlace | str | None) -> Elsewhere:
        """The pack that this one extends by a path relative to it. Raises InputError at `place` for what is none of its revision."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), name))
        if is_elsewhere(name) or not _NAME.fullmatch(whole := f"{self.source}#{path}"):
            expected = "vendorlint/<pack> or a file of its own repository"
            raise InputError(f"{self} extends '{name}'; a pack of another repository extends {expected}", place)
        return Elsewhere.of(whole, place)


def is_elsewhere(name: str) -> bool:
    """Whether a policy's name is that of a pack in another repository, or is meant as one."""
    return name.startswith(GIT_PREFIX)
