"""Conditions in a clause: whom it names, and how far what they say reaches."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.clauses.titles import WHOLE, Reader, Scopes, together

_REST = re.compile(r"[\s)\],\"]*(?:[.;:]|$)")
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[;.](?=\s|$)")
MAX_BEFORE = 40  # characters before a condition that are looked at
MAX_CUES = 12  # of a kind in a sentence


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that stands at `said`, for whom, and the part [start, end) of the text that it governs."""

    said: tuple[int, int]
    scopes: Scopes
    start: int = 0
    end: int = 0


def conditions(words: str, text: str, reader: Reader, continues: re.Pattern[str]) -> Iterator[Condition]:
    """The conditions of a sentence with what each governs. `text` is `words` in lower case without accents."""
    found = _joined(_merged(sorted(_said(text, reader), key=lambda each: each.said)), text, reader)
    bound = 0
    for index, each in enumerate(found):
        begun, ended = each.said
        following = found[index + 1].said[0] if index + 1 < len(found) else len(text)
        stop = _STOP.search(text, ended, following)
        last = stop.start() if stop else following
        before = text[max(begun - MAX_BEFORE, 0) : begun]
        opens = begun == bound or _opens(before, reader, continues)
        closes = bool(_REST.match(text, ended))
        if _is_turned(before, reader, closes=closes):
            bound = last + 1 if stop else ended
            continue
        first = begun if opens and not closes else bound
        if each.scopes != WHOLE and any(scope != EVERYONE for scope in each.scopes):
            yield replace(each, start=first, end=ended if closes and not text.rstrip().endswith(":") else last)
        bound = last + 1 if stop else ended
    yield from _governing_all(words, text, reader)


def _is_turned(before: str, reader: Reader, *, closes: bool) -> bool:
    """Whether words before a condition make what it governs that of everybody else, or of everybody: 'except on the free
    plan, we may', 'we may, except during a trial', 'even if you pay'. What follows an exception within a sentence is its own."""
    if reader.cues.turned.search(before):
        return True
    excepted = reader.cues.dwelling.excepted.search(before)
    return excepted is not None and (closes or not _LETTER.search(before, 0, excepted.start()))


def _opens(before: str, reader: Reader, continues: re.Pattern[str]) -> bool:
    """Whether a condition behind these words begins what it governs, and does not end it."""
    if not before.strip(" \"'("):
        return True
    return bool(continues.search(before) or reader.cues.dwelling.excepted.search(before))


def _said(text: str, reader: Reader) -> Iterator[Condition]:
    gates = reader.cues.gates
    if gates.regions.search(text):
        yield from _dwellings(text, reader)
    if gates.plans.search(text):
        yield from _plans(text, reader)


def _dwellings(text: str, reader: Reader) -> Iterator[Condition]:
    cues = reader.cues.dwelling
    for cue in (cues.anywhere, cues.first, cues.people_before):
        for match in itertools.islice(cue.finditer(text), MAX_CUES):
            if listed := reader.dwelling(match):
                said = text[match.start() : listed.end]
                scopes = together(reader.places(listed, said), _consumers(said, reader))
                yield Condition((match.start(), listed.end), scopes)
    for match in itertools.islice(cues.toward.finditer(text), MAX_CUES):
        listed = reader.dwelling(match)
        if listed and (people := cues.people.match(text, listed.end + 1)):
            said = text[match.start() : people.end()]
            scopes = together(reader.places(listed, said), _consumers(people[0], reader))
            yield Condition((match.start(), people.end()), scopes)


def _consumers(text: str, reader: Reader) -> Scopes:
    return tuple(scope for scope in reader.plans_in(text) if scope.plan == "consumer")


def _plans(text: str, reader: Reader) -> Iterator[Condition]:
    cues = reader.cues.plans
    for match in itertools.islice(cues.uses.finditer(text), MAX_CUES):
        start = match.end() + (text[match.end() : match.end() + 1] == " ")
        for plan, name in cues.names.items():
            if found := name.match(text, start):
                yield Condition((match.start(), found.end()), (Scope(plan=plan),))


def _merged(found: Sequence[Condition]) -> list[Condition]:
    """Conditions that overlap are one: 'for trial users in Canada'."""
    merged: list[Condition] = []
    for each in found:
        if merged and each.said[0] < merged[-1].said[1]:
            before = merged[-1]
            said = (before.said[0], max(before.said[1], each.said[1]))
            merged[-1] = Condition(said, together(before.scopes, each.scopes))
        else:
            merged.append(each)
    return merged


def _joined(found: Sequence[Condition], text: str, reader: Reader) -> list[Condition]:
    """Conditions that stand together are one: 'if you live in Canada and if you are on trial', 'if you live in Canada or ...'."""
    joined: list[Condition] = []
    for each in found:
        before = joined[-1] if joined else None
        gap = text[before.said[1] : each.said[0]] if before else ""
        both = reader.cues.both.fullmatch(gap)
        if before is None or not (both or reader.cues.either.fullmatch(gap)):
            joined.append(each)
            continue
        one = both and not _alike(before.scopes, each.scopes)
        scopes = together(before.scopes, each.scopes) if one else tuple(dict.fromkeys(before.scopes + each.scopes))
        joined[-1] = Condition((before.said[0], each.said[1]), scopes)
    return joined


def _alike(scopes: Scopes, others: Scopes) -> bool:
    """Whether they are regions, or plans, of which nobody is in two: 'residents of Utah, and residents of Texas'."""
    return any((one.region and other.region) or (one.plan and other.plan) for one in scopes for other in others)


def _governing_all(words: str, text: str, reader: Reader) -> Iterator[Condition]:
    """What the whole sentence is about: a part of the service, standard clauses, users' own duties."""
    cues = reader.cues.parts
    if not reader.cues.gates.parts.search(words) and not reader.cues.gates.parts.search(text):
        return
    scopes: list[Scope] = []
    for feature in cues.features:
        if match := feature.search(words):
            scopes.append(Scope(feature=match["feature"]))
    for annex, name in cues.annexes.items():
        if name.search(text) and cues.completed.search(text):
            scopes.append(Scope(annex=annex))
    if scopes:
        yield Condition((0, len(text)), tuple(scopes), 0, len(text))
