"""Compares the clauses of documents, whatever their numbers, their order and the breaks of their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint.quotes import read_source

SIMILAR = 60.0  # per cent of rapidfuzz's ratio from which two clauses are versions of one
MAX_PAIRED = 1500  # clauses on each side that are held against one another

_MARK = re.compile(
    r"^\W*(?:(?:section|article|clause|§)\s+)?(?:\d{1,3}(?:\.\d{1,3})*[.):]?|\(?(?:[a-z]|[ivxl]{1,6}|\d{1,2})[.)])\s+",
    re.IGNORECASE,
)
# A clause that names another by its number says the same after all are renumbered.
_CROSS = re.compile(
    r"\b(sections?|articles?|clauses?|paragraphs?|annex(?:es)?|schedules?|exhibits?|§)\s*[\dA-Z]{1,3}(?:\.\d{1,3})*(?:\s*\([a-z\d]{1,4}\))*",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, item or cell of a document, with its file and first line."""

    path: Path
    line: int
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause whose words changed (`similarity` in per cent), or that is in one version alone (`old` or `new` is None)."""

    vendor: str
    old: Passage | None
    new: Passage | None
    similarity: float

    @property
    def kind(self) -> str:
        """added, removed or changed."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"


def clause_changes(
    vendor: str, old: Mapping[str, Path], new: Mapping[str, Path], told: Collection[str]
) -> Iterator[ClauseChange]:
    """The changes between documents (by id) of a vendor, but for clauses that hold a quote in `told`: facts speak for these.

    Raises InputError for a document that cannot be read.
    """
    before = [passage for path in old.values() for passage in _passages(path)]
    after = [passage for path in new.values() for passage in _passages(path)]
    # Order does not matter, and a clause may have moved from one document to another.
    left, right = _without_common(before, after)
    changes = sorted(_matched(vendor, left, right), key=_place)
    for change in changes:
        texts = [passage.text for passage in (change.old, change.new) if passage]
        if not any(quote in text or text in quote for text in texts for quote in told):
            yield change


def _passages(path: Path) -> list[Passage]:
    from vendorlint_extractor import parse_document
    from vendorlint_extractor.plain import plain

    source = read_source(path)
    document = parse_document(source.text.replace("\r\n", "\n").replace("\r", "\n"), path=path, document_id="x")
    return [
        Passage(path, document.position(block.start)[0], block.section.title, words)
        for block in document.blocks
        if (words := " ".join(plain(document.text, block.start, block.end).text.split()).lstrip("# "))
    ]


def _without_common(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """What is left of both sides once equal passages are taken off in pairs."""
    known = Counter(map(_comparable, old)) & Counter(map(_comparable, new))
    return _less(old, known), _less(new, known)


def _less(passages: Sequence[Passage], known: Counter[str]) -> list[Passage]:
    rest, left = Counter(known), []
    for passage in passages:
        key = _comparable(passage)
        if rest[key]:
            rest[key] -= 1
        else:
            left.append(passage)
    return left


def _comparable(passage: Passage) -> str:
    text = _CROSS.sub(r"\1 #", _MARK.sub("", passage.text))
    return _NOT_WORDS.sub(" ", text).strip().lower()


def _matched(vendor: str, old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[ClauseChange]:
    """Versions of one clause together, the most similar first; the rest was added or removed."""
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for ratio, left, right in _similar(old, new):
        if left in free_old and right in free_new:
            free_old.discard(left)
            free_new.discard(right)
            yield ClauseChange(vendor, old[left], new[right], ratio)
    yield from (ClauseChange(vendor, old[index], None, 0.0) for index in sorted(free_old) if _comparable(old[index]))
    yield from (ClauseChange(vendor, None, new[index], 0.0) for index in sorted(free_new) if _comparable(new[index]))


def _similar(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[float, int, int]]:
    if not old or not new or max(len(old), len(new)) > MAX_PAIRED:
        return []
    from rapidfuzz import fuzz, process

    left, right = [_comparable(each) for each in old], [_comparable(each) for each in new]
    pairs = [
        (ratio, index, found)
        for index, text in enumerate(left)
        for _, ratio, found in process.extract(text, right, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
    ]
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _place(change: ClauseChange) -> tuple[str, int]:
    return next((str(passage.path), passage.line) for passage in (change.new, change.old) if passage)
