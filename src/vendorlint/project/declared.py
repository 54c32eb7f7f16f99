"""Provisions that are not read from terms: a person looks them up, and declares in vendor.yaml whether they are agreed."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint.files.yaml.document import YamlDocument
from vendorlint.place import FilePlace
from vendorlint.schemas.schema import schema

DECLARED = "declared"
PREFIX = f"{DECLARED}."  # of the ids by which rules, waivers and reports name provisions as facts


@dataclass(frozen=True, slots=True)
class Declaration:
    """An entry under `declared`. `fact` is declared.<provision>; `where` says where to check it; `date` is ISO 8601."""

    fact: str
    agreed: bool
    where: str
    by: str
    date: str
    place: FilePlace

    def to_dict(self) -> dict[str, Any]:
        """What rules and reports see of it."""
        return {"agreed": self.agreed, "where": self.where, "by": self.by, "date": self.date}


def declarations(document: YamlDocument) -> Iterator[Declaration]:
    """The entries of a vendor.yaml that its schema accepts."""
    for provision, entry in document.value.get(DECLARED, {}).items():
        yield Declaration(f"{PREFIX}{provision}", **entry, place=document.place((DECLARED, provision)))


def declarations_place(document: YamlDocument) -> FilePlace:
    """Where what is not declared would be: at `declared`, else at the start of vendor.yaml."""
    return document.place((DECLARED,)) if DECLARED in document.value else FilePlace(document.path)


@functools.cache
def declared_facts() -> Mapping[str, str]:
    """What each provision means, by the id of its fact."""
    known = schema("vendor")["properties"][DECLARED]["properties"]
    return {f"{PREFIX}{provision}": inner["description"] for provision, inner in known.items()}
