"""What was read of one document, and its entry in the facts file."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.readings.definitions import DefinitionError
from vendorlint_extractor.readings.incorporated import Calls, Incorporated
from vendorlint_extractor.resolved.stated import Evidence, Fact
from vendorlint_extractor.resolved.unread import Unread
from vendorlint_extractor.shipped import ShippedError

# What a privacy policy says of itself and a data processing agreement of content: where that one is named and missing, it is not known.
_OF_CONTENT = frozenset({"data.role"})
MOST = 0.5  # of a document's words that are set aside: worth a warning

ScopedFacts = dict[str, dict[Scope, Fact]]  # by fact and scope


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a document; `described` is its entry in the facts file, `calls` has what it is by its type and its names, `strikes`
    the numbers of sections of other documents that hold no longer, `over` the types of those over which it
    says that it stands, and `doubts` by fact the clauses that may take back what is stated of it."""

    document: Document
    facts: ScopedFacts
    incorporated: list[Incorporated]
    described: dict[str, Any]
    calls: Calls
    strikes: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    doubts: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)


def told_apart(documents: Sequence[Document], paths: Sequence[str]) -> Iterator[Document]:
    """The documents, those with the same id by their paths."""
    ids = collections.Counter(document.id for document in documents)
    for document, path in zip(documents, paths, strict=True):
        yield document if ids[document.id] == 1 else replace(document, id=path)


def described(document: Document, facts: ScopedFacts, path: str, aside: float) -> dict[str, Any]:
    """The entry of a document; `aside` is the share of its words that are set aside."""
    shown: dict[str, Any] = {"id": document.id, "path": path, "sha256": document.sha256}
    for key in ("type", "language", "effective_date"):
        fact = facts.get(f"document.{key}", {}).get(EVERYONE)
        if fact and len(fact.sides) == 1:
            shown[key] = fact.sides[0].value
    if document.notes:
        shown["notes"] = [asdict(note) for note in document.notes]
    if aside > MOST:
        shown["set_aside"] = round(aside, 2)
    return {"type": "other"} | shown if "type" not in shown else shown


def unlike_missing(reading: Reading, terms: Iterable[Mapping[str, Any]]) -> Reading:
    """What was read of a document, a privacy policy without what it says in the place of a data processing agreement that the terms rest on and
    that is not there: it speaks of visitors and contacts."""
    missing = any(each["type"] == "dpa" and not each["documents"] for each in terms)
    if not missing or reading.described["type"] != "privacy_policy":
        return reading
    return replace(reading, facts={fact: each for fact, each in reading.facts.items() if fact not in _OF_CONTENT})


@contextmanager
def one_of_many(document: Document, path: str, unread: list[Unread]) -> Iterator[None]:
    """What goes wrong in here is that nothing was read of a document, and ends nothing else."""
    try:
        yield
    except (DefinitionError, ShippedError, MemoryError):
        raise  # of what all documents are read by; of a process that has nothing left for another
    except Exception as error:
        unread.append(Unread(document.path, path, error))
