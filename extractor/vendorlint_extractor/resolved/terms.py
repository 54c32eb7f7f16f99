"""The documents that a vendor's terms make part of themselves, in the shape of the facts file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.readings.incorporated import SEVERAL, Calls, Incorporated
from vendorlint_extractor.resolved.evidence import evidence_of, fold_space

# The main agreement, whatever it is called.
_MAIN = {"terms_of_service": {"terms_of_service", "commercial_agreement"}}


def incorporated_terms(
    mentioned: Sequence[tuple[Document, Incorporated]], documents: Sequence[tuple[str, Calls]]
) -> Iterator[dict[str, Any]]:
    """Those incorporated, once each, with those of the vendor's `documents` (ids and what each calls itself) that they may be."""
    kinds: dict[tuple[str, str], list[tuple[Document, Incorporated]]] = {}
    for document, each in mentioned:
        kinds.setdefault((each.type, each.link if each.type in SEVERAL else ""), []).append((document, each))
    for (kind, _), found in kinds.items():
        # That which makes it part of the terms, else the first that says where to look; any says where.
        document, each = max(found, key=lambda pair: (pair[1].whole, bool(pair[1].link)))
        link = next((one.link for _, one in found if one.link), "")
        name = document.text[slice(*each.name)]
        *leads, own = each.clause.pieces
        evidence = [evidence_of(document, own, each.clause, [name], "statement")]
        evidence += [evidence_of(document, lead, each.clause, [], "lead_in") for lead in leads]
        others = [(other, calls) for other, calls in documents if other != document.id]
        yield {
            "type": kind,
            "name": fold_space(name),
            **({"link": link} if link else {}),
            "documents": [
                other
                for other, calls in others
                if _MAIN.get(kind, {kind}) & (calls.types | calls.filed) or calls.has(name, link)
            ],
            "evidence": [piece.to_dict() for piece in evidence],
        }
