"""Facts files in brief: under a fact each clause is one line, its number and its telling words, and at the end of the file `clauses`
has once for each where it stands, and the length and a digest of the quote.

So the whole quote is had again from the document, letter by letter, or is told not to stand, and a document that grows a line changes no
line of a fact. In memory a facts file is always whole; only what is written, and the digests of what is written, are brief.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vendorlint import __version__
from vendorlint.errors import InputError
from vendorlint.facts.quotes import Source, document_path, read_source
from vendorlint.files.cache import Cache
from vendorlint.files.text import file_bytes
from vendorlint.project.cache import kept
from vendorlint.project.config import Config

FORM, BRIEF = "form", "brief"  # of a facts file, and what it says there
CLAUSES, CLAUSE = "clauses", "clause"  # the table, and what an entry of it is called by: the digest of its quote
LENGTH, QUOTE = "length", "quote"
STARTS = "starts"  # the first words of a clause that has no telling ones
_TOLD = ("number", "section", "words", "states", "role")  # what stands under a fact; the rest is where it stands
_WHERE = ("document", "place", "section", "number", "lines", "column")
_ORDER = (*_WHERE, QUOTE, LENGTH, CLAUSE, "words", STARTS, "states", "role")
_DIGITS = 16  # hexadecimal, of a digest
_SOUGHT = 2_000_000_000  # what may be spent on the clauses of one file that do not stand where it says; a few seconds
_LOOK, _TRY = 50, 500  # of that, for a place, and for a digest beside its characters
_SHOWN = 60  # characters of a start
_APART = "document"  # the family of facts about documents, which stands last


def is_brief(content: Mapping[str, Any]) -> bool:
    """Whether the content of a facts file is to be written in brief, or was."""
    return content.get(FORM) == BRIEF


def as_written(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a facts file as it stands in the file."""
    if not is_brief(content):
        return dict(content)
    table = _table(content)
    folded: dict[str, Any] = _folded(content, {_key(entry): name for name, entry in table.items()})
    facts = folded["facts"]
    if _APART in facts:
        facts[_APART] = facts.pop(_APART)
    return folded | {CLAUSES: [{CLAUSE: name} | entry | {CLAUSE: name} for name, entry in table.items()]}


def as_told(content: Mapping[str, Any]) -> dict[str, Any]:
    """The same without where clauses stand: what does not change where a document grows a line. It may be a part of the content."""
    return _folded(content, None) if is_brief(content) else dict(content)


def whole(raw: Mapping[str, Any], folder: Path, config: Config) -> dict[str, Any]:
    """The content of a facts file with its quotes, from the documents in its folder. A quote that is not found is `… words …`, stands
    nowhere, and keeps its digest. Raises KeyError with the name of a clause that the file lacks."""
    if not is_brief(raw):
        return dict(raw)
    table = raw.get(CLAUSES, ())
    quotes = _quotes(table, raw, folder, config)
    known = {each[CLAUSE]: _standing(each, quote) for each, quote in zip(table, quotes, strict=True)}
    content: dict[str, Any] = _unfolded({key: item for key, item in raw.items() if key != CLAUSES}, known)
    return content


def _table(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Where each clause stands, by its name, in the order of the documents. The same words elsewhere are another clause: its name is
    that of the first with a number."""
    entries = {_key(entry): entry for entry in map(_entry, _pieces(content))}
    table: dict[str, dict[str, Any]] = {}
    for entry in sorted(entries.values(), key=lambda each: (each["document"], each["lines"], each["column"])):
        digest, number = entry[CLAUSE], 1
        while (name := digest if number == 1 else f"{digest}.{number}") in table:
            number += 1
        table[name] = entry
    return table


def _pieces(node: Any, within: str = "") -> Iterator[Mapping[str, Any]]:
    """The evidence that is folded."""
    if isinstance(node, Mapping):
        if _folds(node, within):
            yield node
        else:
            for key, item in node.items():
                yield from _pieces(item, key)
    elif isinstance(node, list):
        for item in node:
            yield from _pieces(item, within)


def _folds(node: Mapping[str, Any], within: str) -> bool:
    return within == "evidence" and QUOTE in node and "column" in node


def _entry(piece: Mapping[str, Any]) -> dict[str, Any]:
    """Where a piece of evidence stands, with the digest of its quote."""
    where = {key: item for key, item in piece.items() if key not in (*_TOLD, STARTS, QUOTE, LENGTH, CLAUSE)}
    known = {LENGTH: len(piece[QUOTE]), CLAUSE: _digest(piece[QUOTE])}
    return where | {key: piece.get(key, fresh) for key, fresh in known.items()}


def _folded(node: Any, names: Mapping[str, str] | None, within: str = "") -> Any:
    """The content with a line for each piece of evidence; it names its clause, or has the digest where there are no `names`."""
    if isinstance(node, Mapping):
        if _folds(node, within):
            return _told(node, names)
        return {key: _folded(item, names, key) for key, item in node.items()}
    return [_folded(item, names, within) for item in node] if isinstance(node, list) else node


def _told(piece: Mapping[str, Any], names: Mapping[str, str] | None) -> dict[str, Any]:
    entry = _entry(piece)
    told = {key: piece[key] for key in _TOLD if key in piece}
    if "words" not in told:
        told[STARTS] = piece.get(STARTS, _start(piece[QUOTE]))
    return told | {CLAUSE: names[_key(entry)] if names is not None else entry[CLAUSE]}


def _start(quote: str) -> str:
    """The first words of a quote."""
    return quote if len(quote) <= _SHOWN else quote[:_SHOWN].rpartition(" ")[0] or quote[:_SHOWN]


def _key(entry: Mapping[str, Any]) -> str:
    return json.dumps(entry, sort_keys=True)


def _unfolded(node: Any, known: Mapping[str, Mapping[str, Any]], within: str = "") -> Any:
    if isinstance(node, Mapping):
        if within == "evidence" and CLAUSE in node:
            return _unfold(node, known[node[CLAUSE]])
        return {key: _unfolded(item, known, key) for key, item in node.items()}
    return [_unfolded(item, known, within) for item in node] if isinstance(node, list) else node


def _unfold(told: Mapping[str, Any], where: Mapping[str, Any]) -> dict[str, Any]:
    piece = {**told, **where}
    if where[QUOTE] is None:
        words = told.get("words", [told.get(STARTS, "")])
        return _ordered(piece | {QUOTE: f"… {' … '.join(words)} …", CLAUSE: where[CLAUSE].partition(".")[0]})
    return _ordered({key: item for key, item in piece.items() if key not in (STARTS, LENGTH, CLAUSE)})


def _ordered(piece: Mapping[str, Any]) -> dict[str, Any]:
    return {key: piece[key] for key in _ORDER if key in piece}


def _standing(entry: Mapping[str, Any], quote: str | None) -> dict[str, Any]:
    return {**entry, QUOTE: quote}


def _quotes(
    table: Sequence[Mapping[str, Any]], raw: Mapping[str, Any], folder: Path, config: Config
) -> list[str | None]:
    """The quote of each clause of the table; from the cache, where the documents have been read for it, as a PDF takes its time."""
    cache, key = _cached(table, raw, folder, config)
    quotes: list[str | None] | None = cache.get(key)
    if quotes is None:
        sources: dict[str, Source] = {}
        for document in raw["documents"]:
            try:
                sources[document["id"]] = read_source(document_path(folder, document), config.limits)
            except InputError:  # who needs the quote is told
                continue
        left = [_SOUGHT]
        quotes = [_quote(piece, sources.get(piece["document"]), left) for piece in table]
        if len(sources) == len(raw["documents"]):
            cache.put(key, quotes)
    return quotes


def _cached(
    table: Sequence[Mapping[str, Any]], raw: Mapping[str, Any], folder: Path, config: Config
) -> tuple[Cache, list[Any]]:
    try:
        known = [
            [each["id"], hashlib.sha256(file_bytes(document_path(folder, each))).hexdigest()]
            for each in raw["documents"]
        ]
    except InputError:
        return Cache(None), []
    return kept("facts", config.root), ["quotes", __version__, list(table), known, repr(config.limits)]


def _quote(piece: Mapping[str, Any], source: Source | None, left: list[int]) -> str | None:
    """What stands where the piece says, or elsewhere in a document that has changed, and is the very quote."""
    if source is None:
        return None
    length, digest = piece[LENGTH], piece[CLAUSE].partition(".")[0]
    offset = source.offset(piece["lines"][0], piece["column"])
    here = "" if offset is None else source.folded[offset : offset + length]
    if offset is not None and _digest(here) == digest:
        return here if source.standing(offset, length).lines == tuple(piece["lines"]) else None
    # Clauses begin where words do, or behind the markup before them.
    for at in range(len(source.folded) - length + 1):
        starts = at == 0 or not source.folded[at - 1].isalnum()
        left[0] -= _LOOK + (_TRY + length if starts else 0)
        if left[0] < 0:
            return None
        if starts and _digest(text := source.folded[at : at + length]) == digest:
            return text
    return None


def _digest(quote: str) -> str:
    return hashlib.sha256(quote.encode()).hexdigest()[:_DIGITS]
