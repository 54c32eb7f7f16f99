"""The documents that a vendor's terms make part of themselves, in the shape of the facts file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.readings.incorporated import Incorporated
from vendorlint_extractor.resolved.evidence import evidence_of, fold_space

# The main agreement, whatever it is called.
_MAIN = {"terms_of_service": {"terms_of_service", "commercial_agreement"}}


def incorporated_terms(
    mentioned: Sequence[tuple[Document, Incorporated]], documents: Sequence[tuple[str, Collection[str]]]
) -> Iterator[dict[str, Any]]:
    """Those incorporated, once each, with those of the vendor's `documents` (ids and what each is) that they may be."""
    kinds: dict[str, list[tuple[Document, Incorporated]]] = {}
    for document, each in mentioned:
        kinds.setdefault(each.type, []).append((document, each))
    for kind, found in kinds.items():
        # The first that says where to look.
        document, each = next((pair for pair in found if pair[1].link), found[0])
        name = document.text[slice(*each.name)]
        evidence = evidence_of(document, each.clause.pieces[-1], each.clause, [name], "statement")
        yield {
            "type": kind,
            "name": fold_space(name),
            **({"link": each.link} if each.link else {}),
            "documents": [
                name for name, types in documents if name != document.id and _MAIN.get(kind, {kind}).intersection(types)
            ],
            "evidence": [evidence.to_dict()],
        }
