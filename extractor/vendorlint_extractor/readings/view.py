"""A clause's text as readings are held against it: as it stands, and without what stands in it by the way.

Drafters put asides of any length between a subject, its verb and what that is about: 'We may, for as long as we think that it
is useful to others, use ...'. The gaps of patterns are bounded, so that such a clause is looked at once more without its
asides. They say nothing of who acts and ban nothing; what they make an act depend on is looked for in the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vendorlint_extractor.language.cues import Asides

Span = tuple[int, int]

LONGEST = 600  # characters of an aside
BRACKETS = 12  # characters that brackets have to hold: an item's mark and a plural in brackets stay
LONG = 35  # characters of one that is left out wherever it stands; the gaps of patterns go over shorter ones
_MARK = re.compile(r"[,;.|:]|\((?:[a-z]|[ivx]+|\d{1,2})\)")  # an item's as well
_BRACKETS = re.compile(rf"\s?\([^()]{{{BRACKETS},{LONGEST}}}\)")
_DASHES = re.compile(rf" [–—-] [^–—;.|]{{{BRACKETS},{LONGEST}}}? [–—-](?= )")


@dataclass(frozen=True, slots=True)
class View:
    """A text without its `cuts`, which are spans of the whole one, in their order and apart. Its own words begin at `own_start`."""

    text: str
    own_start: int
    cuts: tuple[Span, ...] = ()

    def origin(self, start: int, end: int) -> Span:
        """The span of the whole text; a cut at either of its ends is no part of it."""
        return self._origin(start, past=True), self._origin(end, past=False)

    def shown(self, start: int, end: int) -> Span | None:
        """The span of this text for one of the whole text; None for one that begins in a cut."""
        before = [cut for cut in self.cuts if cut[0] <= start]
        if before and start < before[-1][1]:
            return None
        left_out = (
            sum(min(stop, offset) - begin for begin, stop in self.cuts if begin < offset) for offset in (start, end)
        )
        return start - next(left_out), end - next(left_out)

    def around(self, start: int, end: int) -> Span:
        """The same with the cuts at its ends."""
        return self._origin(start, past=False), self._origin(end, past=True)

    def _origin(self, offset: int, *, past: bool) -> int:
        for begin, end in self.cuts:
            if offset < begin or (offset == begin and not past):
                break
            offset += end - begin
        return offset


def without_asides(text: str, own_start: int, cues: Asides) -> View | None:
    """A clause's text without what stands in it by the way; None where nothing does."""
    by_commas = (_behind_verbs, _before_verbs, _before_objects) if "," in text else ()
    commas = [span for found in by_commas for span in found(text, cues)]
    cuts = _apart([*commas, *_marked_off(text, commas, cues)])
    if not cuts:
        return None
    kept = zip([0, *(end for _, end in cuts)], [*(begin for begin, _ in cuts), len(text)], strict=True)
    shorter = sum(min(end, own_start) - min(begin, own_start) for begin, end in cuts)
    return View("".join(text[begin:end] for begin, end in kept), own_start - shorter, cuts)


def idle(view: View, cues: Asides) -> Iterator[Span]:
    """Where words take nothing from what a clause states: in brackets of what is included, and in a lead-in that says of what
    follows but that it is agreed ('where CUSTOMER posts CONTENT, CUSTOMER agrees that:')."""
    if cues.frame.search(view.text, 0, view.own_start):
        yield 0, view.own_start
    yield from (match.span() for match in cues.included.finditer(view.text))


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in their order, those that meet made one."""
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _marked_off(text: str, cuts: Sequence[Span], cues: Asides) -> Iterator[Span]:
    """Asides in brackets and between dashes, beside an auxiliary or another aside, or before an object."""
    found = [match.span() for marks in (_BRACKETS, _DASHES) for match in marks.finditer(text)]
    if not found:
        return
    beside = {match.end() for match in cues.auxiliary.finditer(text)}
    beside |= {match.start() for match in cues.resumed.finditer(text)} | {begin for begin, _ in cuts}
    for begin, end in found:
        if begin in beside or end in beside or cues.object.match(text, end):
            yield begin, end


def _behind_verbs(text: str, cues: Asides) -> Iterator[Span]:
    """'may, at any time, use': from the comma behind an auxiliary to that before the verb."""
    for match in cues.auxiliary.finditer(text):
        if text.startswith(",", match.end()):
            end = next((comma for comma in _commas(text, match.end() + 1) if cues.verb.match(text, comma + 1)), None)
            if end is not None:
                yield match.end(), end + 1


def _commas(text: str, start: int) -> Iterator[int]:
    """The commas of a part of a sentence from an offset on."""
    for mark in _MARK.finditer(text, start, start + LONGEST):
        if mark[0] != ",":
            return
        yield mark.start()


def _before_verbs(text: str, cues: Asides) -> Iterator[Span]:
    """'VENDOR, acting with care, may': the asides just before the comma that an auxiliary follows."""
    done = 0
    for match in cues.resumed.finditer(text):
        start, done = done, match.end()
        for opened in _openings(text, start, match.start(), cues):
            yield opened, match.start() + 1


def _openings(text: str, start: int, end: int, cues: Asides) -> Iterator[int]:
    """The commas that begin the asides before an offset, the last one first; all but that one have no commas within."""
    commas = [mark.start() for mark in _MARK.finditer(text, max(start, end - LONGEST), end)]
    while commas and text[commas[-1]] == ",":
        opened = commas.pop()
        if cues.opening.match(text, opened):
            yield opened
            break
    while commas and cues.opening.match(text, commas[-1]):
        yield commas.pop()


def _before_objects(text: str, cues: Asides) -> Iterator[Span]:
    """'use, for as long as is lawful, CONTENT': what begins like an aside, up to the comma before what the verb is about, or to
    the first one if it is long."""
    for match in cues.opening.finditer(text):
        begin = match.start()
        for number, comma in enumerate(_commas(text, begin + 1)):
            if cues.main.match(text, comma + 1):
                break
            if cues.object.match(text, comma + 1) or (number == 0 and comma - begin > LONG):
                yield begin, comma + 1
                break
