"""Documents that people labelled in rounds, and labelled terms at hand, in one form.

`labels/<round>.json` has a document's digest, and per fact its value and where its quotes stand ([first, last) offsets of the text); the
texts themselves belong to their vendors, and are looked for by their digests in the corpus beside VENDORLINT_GOLD. docs/accuracy.md says
what was read when.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import UNSET, corpus

from vendorlint_extractor import read_document

FOLDER = Path(__file__).with_name("labels")
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@dataclass(frozen=True)
class Labelled:
    """A document and what it states: by fact {value, quotes}, and `note` or `debatable` where the call is."""

    name: str
    path: Path
    facts: dict[str, dict[str, Any]]


def of_gold(folder: Path) -> Iterator[Labelled]:
    """Those of a folder with labels/ and docs/."""
    for label in sorted((folder / "labels").glob("*.json")):
        truth = json.loads(label.read_text(encoding="utf-8"))
        yield Labelled(truth["doc"], folder / "docs" / f"{truth['doc']}.md", truth["facts"])


def of_round(name: str) -> Iterator[Labelled]:
    """Those of a round, as far as the corpus has their documents."""
    folder = corpus()
    if folder is None:
        sys.exit(UNSET)
    paths = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.glob("*/*")}
    for entry in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        path = paths.get(entry["sha256"])
        if path:
            text = read_document(path).text
            yield Labelled(path.stem, path, {fact: _quoted(label, text) for fact, label in entry["facts"].items()})


def _quoted(label: dict[str, Any], text: str) -> dict[str, Any]:
    return {**label, "quotes": [text[first:last] for first, last in label.get("spans", ())]}
