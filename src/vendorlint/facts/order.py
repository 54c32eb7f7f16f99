"""What is asked of whoever reads documents, and what they answer: by content, so that it is the same on another machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from vendorlint.errors import internal_error
from vendorlint_extractor.customer import ANYBODY, Customer
from vendorlint_extractor.documents.file import DocumentError, ListingError
from vendorlint_extractor.documents.readers.rendering import Limits
from vendorlint_extractor.ontology import FactInfo, OwnFact

# Where an order's documents are said to lie: nowhere, so that nothing on the machine that reads them has a say in their paths.
ROOT = Path("/the terms of a vendor")
# An answer is data of JSON: the content of a facts file, or None where nothing was read of any document; what is wrong with each
# document of which nothing was read, with its index in the order; questions to a second reader; and for each quote where it stands
# ({evidence, sure}, or None).
NOTHING: Mapping[str, Any] = {"content": None, "unread": [], "questions": [], "standing": []}


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it is to be read: its path in its vendor's folder, its bytes, and how facts name it."""

    path: str
    id: str
    raw: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Order:
    """All that the facts of a vendor's documents depend on. `silent_of` are the facts whose closest clauses are wanted where silent,
    `asked` those about which there are to be questions to a second reader; where `quotes` (a document's id, and words) stand is said."""

    originals: tuple[Original, ...]
    vendor: str
    limits: Limits
    precedence: tuple[str, ...] = ()
    customer: Customer = ANYBODY
    own: tuple[OwnFact, ...] = ()
    silent_of: tuple[str, ...] | None = None
    asked: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_plain(cls, raw: Mapping[str, Any]) -> Order:
        """The order that `to_plain` gave."""
        own = (OwnFact(FactInfo(**each["info"]), Path(each["path"]), each["text"]) for each in raw["own"])
        return cls(
            **{
                **raw,
                "originals": tuple(Original(**each) for each in raw["originals"]),
                "limits": Limits(**raw["limits"]),
                "customer": Customer(**raw["customer"]),
                "own": tuple(own),
            }
        )

    def to_plain(self) -> dict[str, Any]:
        """The same of what every Python has: text, bytes, numbers and collections of these."""
        raw = asdict(self)
        return raw | {"own": [{**each, "path": str(each["path"])} for each in raw["own"]]}

    def own_digest(self) -> str:
        """Tells own facts from others of the same name."""
        return hashlib.sha256("\0".join(each.text for each in self.own).encode()).hexdigest() if self.own else ""

    def of(self, places: Sequence[int]) -> Order:
        """The same for some of the documents."""
        return replace(self, originals=tuple(self.originals[at] for at in places))


def told(at: int, error: Exception) -> dict[str, Any]:
    """What is wrong with a document, as an answer has it."""
    shown: dict[str, Any] = {"at": at}
    if isinstance(error, RecursionError):
        return shown | {"message": "is nested too deeply to read"}
    if isinstance(error, DocumentError):
        shown |= {"message": error.message, "line": error.line, "column": error.column}
        return shown | ({"listing": True} if isinstance(error, ListingError) else {})
    return shown | {"message": internal_error(error)}
