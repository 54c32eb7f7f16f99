"""Compares the clauses of documents, whatever their numbers, their order and the breaks of their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vendorlint.facts.quotes import read_source

SIMILAR = 60.0  # per cent of rapidfuzz's ratio from which two clauses are versions of one
MAX_MARK = 12  # characters between two blocks that may be the mark of the second
MAX_PAIRED = 1500  # clauses on each side that are held against one another

_MARK = re.compile(
    r"^\W*(?:(?:section|article|clause|§)\s+)?(?:\d{1,3}(?:\.\d{1,3})*[.):]?|\(?(?:[a-z]|[ivxl]{1,6}|\d{1,2})[.)])\s+"
    # Alone, it is a number and no figure, such as an amount in a table, if it has three parts.
    r"|^\d{1,3}(?:\.\d{1,3}){2,}[.)]?$",
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
    """A paragraph, item or cell of a document, with its file and first line. `marked` is its text with its mark, such as (b)."""

    path: Path
    line: int
    section: str
    text: str
    marked: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause whose words changed (`similarity` in per cent), or that is in one version alone (`old` or `new` is None)."""

    vendor: str
    old: Passage | None
    new: Passage | None
    similarity: float

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What became of it."""
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
    left, right = _without_rejoined(*_without_common(before, after))
    changes = sorted(_matched(vendor, left, right), key=_place)
    for change in changes:
        texts = [passage.text for passage in (change.old, change.new) if passage]
        if not any(quote in text or text in quote for text in texts for quote in told):
            yield change


def _passages(path: Path) -> list[Passage]:
    from vendorlint_extractor import parse_document
    from vendorlint_extractor.documents.plain import plain

    source = read_source(path)
    document = parse_document(source.text.replace("\r\n", "\n").replace("\r", "\n"), path=path, document_id="x")
    passages, end = [], 0
    for block in document.blocks:
        if words := _words(plain(document.text, block.start, block.end).text).lstrip("# "):
            # A mark stands between two blocks; so may a line of a table, which is none.
            begin = end if 0 <= block.start - end <= MAX_MARK else block.start
            marked = _words(plain(document.text, begin, block.end).text)
            line = document.position(block.start)[0]
            passages.append(Passage(path, line, block.section.title, words, marked))
        end = block.end
    return passages


def _words(text: str) -> str:
    return " ".join(text.split())


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


def _without_rejoined(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """What is left of both sides once passages are taken off that say the same and are divided otherwise.

    A line that begins with (b), or with a number in brackets, reads as an item of a list: breaking lines anew divides a
    paragraph there, or joins an item to what stands before it.
    """
    if max(len(old), len(new)) > MAX_PAIRED:
        return list(old), list(new)
    left, right = [_comparable(each) for each in old], [_comparable(each) for each in new]
    starts: dict[str, list[int]] = {}
    for index, text in enumerate(right):
        starts.setdefault(_first(text), []).append(index)
    gone_old: set[int] = set()
    gone_new: set[int] = set()
    for index, text in enumerate(left):
        for start in starts.get(_first(text), ()):
            other = right[start]
            if index in gone_old or start in gone_new or not (text.startswith(other) or other.startswith(text)):
                continue
            until, stop = _same_words(old, index, new, start)
            gone_old.update(range(index, until))
            gone_new.update(range(start, stop))
    return (
        [passage for index, passage in enumerate(old) if index not in gone_old],
        [passage for index, passage in enumerate(new) if index not in gone_new],
    )


def _first(text: str) -> str:
    return text.partition(" ")[0]


def _same_words(old: Sequence[Passage], index: int, new: Sequence[Passage], start: int) -> tuple[int, int]:
    """Up to where passages from `index` of the one side and `start` of the other say the same; where none do, as far as begun."""
    until, stop = index + 1, start + 1
    while (left := _joined(old[index:until])) != (right := _joined(new[start:stop])):
        if right.startswith(f"{left} ") and until < len(old):
            until += 1
        elif left.startswith(f"{right} ") and stop < len(new):
            stop += 1
        else:
            return index, start
    return until, stop


def _joined(passages: Sequence[Passage]) -> str:
    return _folded(" ".join([_MARK.sub("", passages[0].text), *(passage.marked for passage in passages[1:])]))


def _comparable(passage: Passage) -> str:
    return _folded(_MARK.sub("", passage.text))


def _folded(text: str) -> str:
    return _NOT_WORDS.sub(" ", _CROSS.sub(r"\1 #", text)).strip().lower()


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
