"""A view of a clause with patterns held against it: where each matches, and what near an act sets a reading of it aside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from vendorlint_extractor.language.cues import Asides, Hinging
from vendorlint_extractor.readings.patterns import first_end, loose, pattern
from vendorlint_extractor.readings.polarity import hinges, supposed
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.view import LONGEST, Span, View, idle

MAX_ACTS = 5  # matches of a telling pattern that are tried in one clause
CLOSE = 20  # characters between an aside and the act that hangs on it
NEAR = 200  # characters around an act in which words set its reading aside


@dataclass(frozen=True, slots=True)
class Searched:
    """A view with the matches of patterns that were searched in it. `text` is its text, of a byte a character, and `asides` tells which
    of the patterns that set readings aside may match a text; `cues` tell where they set nothing aside. `loosely` has the patterns that were searched without bounds on their gaps."""

    view: View
    text: bytes
    asides: Callable[[bytes], Collection[str]]
    cues: Asides
    loosely: dict[str, bool] = field(default_factory=dict)
    _ends: dict[str, int] = field(default_factory=dict)
    _spans: dict[str, list[Span]] = field(default_factory=dict)
    _asides: list[Collection[str]] = field(default_factory=list)  # once they are asked for
    _idle: list[Sequence[Span]] = field(default_factory=list)  # once they are asked for

    def may_match(self, source: str) -> bool:
        """Whether a pattern matches, gaps of any length."""
        found = self.loosely.get(source)
        if found is None:
            found = self.loosely[source] = first_end(loose(source), self.text) >= 0
        return found

    def end(self, source: str) -> int:
        """Where a pattern's first match ends; -1 where there is none."""
        found = self._ends.get(source)
        if found is None:
            found = self._ends[source] = self._end(source)
        return found

    def _end(self, source: str) -> int:
        exact = loose(source) == source
        end = first_end(source, self.text) if exact or self.may_match(source) else -1
        if exact:
            self.loosely[source] = end >= 0
        return end

    def has(self, sources: Sequence[str]) -> bool:
        """Whether all of some patterns match."""
        return all(self.end(source) >= 0 for source in sources)

    def acts(self, reading: Reading, afresh: re.Pattern[str]) -> Iterator[Any]:
        """The matches of the telling pattern that make the reading more than one of the lead-in, which is a clause of its own.
        None goes over words that permit something `afresh`: 'not train on it, except that we may use it to train'.

        A clause may name the act twice ('if you delete it, we delete ...').
        """
        others = max((self.end(source) for source in reading.all[:-1]), default=0)
        matches = itertools.islice(self._apart(pattern(reading.all[-1]), afresh), MAX_ACTS)
        return (match for match in matches if max(match.end(), others) > self.view.own_start)

    def _apart(self, telling: Any, afresh: re.Pattern[str]) -> Iterator[Any]:
        """The matches of a pattern, of one that goes over such words those before them and those behind."""
        start: int | None = 0
        while start is not None:
            begin, start = start, None
            for match in telling.finditer(self.text, begin):
                if anew := afresh.search(self.view.text, *match.span()):
                    yield from telling.finditer(self.text, match.start(), anew.start())
                    start = anew.end()
                    break
                yield match

    def bars(self, source: str, act: Span, near: Span) -> bool:
        """Whether a pattern that sets readings aside matches near an act: in its part of the sentence, or in the lead-in that
        governs it. A long sentence names much that has no bearing on the act.
        """
        stop = self.text.find(b";", act[1])
        begin = max(near[0], self.text.rfind(b";", self.view.own_start, act[0]))
        end = min(near[1], stop if stop >= 0 else len(self.text))
        spans = self._found(source)
        near_act = (span for span in spans if span[0] < self.view.own_start or (span[0] < end and span[1] > begin))
        return any(not self._is_idle(span) for span in near_act)

    def _is_idle(self, span: Span) -> bool:
        if not self._idle:
            self._idle.append(tuple(idle(self.view, self.cues)))
        return any(begin <= span[0] and span[1] <= end for begin, end in self._idle[0])

    def _found(self, source: str) -> Sequence[Span]:
        if not self._asides:
            self._asides.append(self.asides(self.text))
        if source not in self._asides[0]:
            return ()
        if source not in self._spans:
            held = first_end(loose(source), self.text) >= 0
            self._spans[source] = [match.span() for match in pattern(source).finditer(self.text)] if held else []
        return self._spans[source]


@dataclass(frozen=True, slots=True)
class Held:
    """A view as readings are held against it, beside the whole text of its clause, as what stands by the way may set a reading
    aside as well, and beside the `shortest` view, as it bans nothing and names nobody who acts.
    """

    seen: Searched
    whole: Searched
    shortest: Searched

    @property
    def view(self) -> View:
        """The view."""
        return self.seen.view

    def bare(self, act: Span) -> tuple[View, Span]:
        """An act of the view in the shortest one, or in this one where it stands by the way itself."""
        span = self.shortest.view.shown(*self.view.origin(*act))
        return (self.shortest.view, span) if span else (self.view, act)

    def barred(self, reading: Reading, act: Span) -> bool:
        """Whether words near an act of the view set the reading aside; what stands by the way beside it is near."""
        if self.view.cuts and _barred(self.seen, reading, act, _near(act)):
            return True
        return _barred(self.whole, reading, self.view.origin(*act), self.view.around(*_near(act)))

    def hinges(self, act: Span, cues: Hinging) -> bool:
        """Whether an act of the view hangs on an event, which may stand by the way in the act or just before it."""
        start, end = self.view.origin(*act)
        by_the_way = (stop for _, stop in self.shortest.view.cuts if start - CLOSE < stop <= end)
        return hinges(self.view.text, act, cues) or any(
            supposed(self.whole.view.text, stop, cues, LONGEST + NEAR) for stop in by_the_way
        )


def _near(act: Span) -> Span:
    return max(act[0] - NEAR, 0), act[1] + NEAR


def _barred(text: Searched, reading: Reading, act: Span, near: Span) -> bool:
    return any(text.bars(source, act, near) for source in reading.none)


def group(match: Any, name: str) -> Span | None:
    """The span of a group of a match; None where the pattern has none, or its alternative did not match."""
    number = match.re.groupindex.get(name.encode())
    if number is None:
        return None
    span: Span = match.span(number)
    return span if span[0] >= 0 else None
