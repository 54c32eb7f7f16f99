"""What there is to know beside findings."""

from __future__ import annotations

from dataclasses import dataclass

from vendorlint.place import FilePlace


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know of a file, with its place."""

    place: FilePlace
    message: str
