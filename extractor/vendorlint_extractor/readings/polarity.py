"""Who acts in a clause, whether the act is banned, and what an exception does to it.

The act is a position in the clause's text. A negation reaches forward to it unless a terminator stands between (ConText,
Chapman et al. 2001); an exception or a condition in the same clause turns a ban or a permission into a conditional one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.language.cues import Actors, Exceptions, Hinging, Negation
from vendorlint_extractor.language.language import Language

_PARTY = re.compile(r"\b(VENDOR|CUSTOMER|THIRD_PARTY|SUBCONTRACTOR|AFFILIATE|OTHERS)\b('s\b)?")

_ASIDE = re.compile(r"\([^()]{1,200}\)")

HORIZON = 2000  # characters before an act in which its actor and its negation are looked for
WINDOW = 200  # characters around a party that tell what it does; a bound keeps hostile sentences linear

CarveOutKind = Literal["opt_in", "opt_out", "chosen", "deemed", "choice", "partial", "limited"]


@dataclass(frozen=True, slots=True)
class CarveOut:
    """An exception or a condition that bears on an act, and its span in the clause's text."""

    kind: CarveOutKind
    span: tuple[int, int]


def ban(text: str, act: tuple[int, int], cues: Negation) -> tuple[int, int] | None:
    """The negation that governs the act that stands at a span of the text; None where it is not banned.

    One that stands by the way, in brackets that are closed before the act, does not reach it. An act that begins within a
    condition ('as we cannot improve it otherwise, we ...') is that of the main clause. Of one that begins with the tag of a thing
    ('MODEL is never trained') the verb comes behind, and what stands between is its own.
    """
    start = max(act[0] - HORIZON, 0)
    if not (_says(cues.cues, text, start, act[0]) or _says(cues.cues, text, start, act[1])):  # most acts
        after = cues.after.match(text, act[1])
        return after.span() if after else None
    conditions = [match.span() for match in cues.condition.finditer(text, start, act[1])]
    begun = max((end for begin, end in conditions if begin < act[0] < end), default=act[0])
    neutral = [match.span() for match in cues.neutral.finditer(text, start, act[1])] + conditions
    neutral += [match.span() for match in _ASIDE.finditer(text, start, act[0])]
    end = act[1] if begun > act[0] or text[act[0] : act[0] + 1].isupper() else begun
    for match in reversed(list(cues.cues.finditer(text, start, end))):
        if any(begin <= match.start() < end for begin, end in neutral):
            continue
        aside = cues.aside.match(text, match.end())
        behind = aside.end() if aside else match.end()
        return None if cues.stops.search(text, behind, max(begun, behind)) else match.span()
    after = cues.after.match(text, act[1])
    return after.span() if after else None


def _says(cue: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a cue stands between two offsets. A gate is many times as fast to say that none does."""
    return gate_of(cue).opens(text[:end]) and bool(cue.search(text, start, end))


def hinges(text: str, act: tuple[int, int], cues: Hinging) -> bool:
    """Whether an act hangs on an event ('if prices rise, you may end it'), or is only supposed ('if you end it, ...')."""
    return supposed(text, act[0], cues, WINDOW) or bool(cues.after.match(text, act[1]))


def supposed(text: str, act: int, cues: Hinging, window: int) -> bool:
    """Whether the characters of a window before an offset make an act there hang on an event."""
    return bool(cues.before.search(text, max(act - window, 0), act))


def whatever(text: str, act: tuple[int, int], cues: Hinging) -> bool:
    """Whether an act that may be done for any reason hangs on no more than what the customer is ('if you are a company, we may')."""
    return bool(cues.unbound.match(text, act[1]) and cues.state.search(text, max(act[0] - WINDOW, 0), act[0]))


def actors(text: str, act: int, cues: Actors) -> frozenset[str]:
    """Who does the act that begins at an offset: the last party before it that `_acts`, and those that it acts with or by
    leave of ('we and our partners', 'nor permit any third party to'); where none is named, the customer in an order and
    else the vendor, as in the passive.

    What stands in brackets by the way ('(or let others use)') names nobody.
    """
    start = max(act - HORIZON, 0)
    asides = [match.span() for match in _ASIDE.finditer(text, start, act)]
    found: set[str] = set()
    for match in reversed(list(_PARTY.finditer(text, start, act))):
        if any(begin < match.start() < end for begin, end in asides):
            continue
        before = text[max(match.start() - WINDOW, 0) : match.start()].rstrip()
        after = text[match.end() : min(act, match.end() + WINDOW)]
        if _acts(match[1], bool(match[2]), before, after, cues):
            found.add(match[1])
            if not cues.fellow.search(before):
                break
    return frozenset(found or {"CUSTOMER" if cues.imperative.match(text) else "VENDOR"})


def _acts(party: str, owns: bool, before: str, after: str, cues: Actors) -> bool:
    """Whether a party does what follows: not as an agent ('provided by you'), in a relative clause ('that you upload') or
    where something is done to it ('provide you with'); an owner only by a noun of action ('our use of')."""
    if owns:
        return bool(cues.deed.match(after))
    if cues.agent.search(before) and not cues.grantee.search(before):
        return False
    if party == "VENDOR":
        return not cues.partner.match(after)
    if party != "CUSTOMER":
        return True
    is_object = cues.object.search(before) and not cues.infinitive.match(after)
    return not cues.relative.match(after) and not is_object


def exception(text: str, act: tuple[int, int], cues: Exceptions, *, banned: bool) -> CarveOut | None:
    """The exception or condition that bears on an act, if any: to object is tried before to consent, as it names the less, and of a ban
    whether the customer has to choose it before either.

    'Unless instructed otherwise' asks for consent where the act is banned, and for an objection where it is not; 'without
    consent' asks for it only where the act is banned.
    """
    otherwise: CarveOutKind = "opt_in" if banned else "opt_out"
    anywhere: tuple[tuple[CarveOutKind, re.Pattern[str]], ...] = (
        (otherwise, cues.otherwise),
        ("opt_out", cues.opt_out),
        ("deemed", cues.deemed),
        ("opt_in", cues.opt_in),
        ("choice", cues.choice),
    )
    if banned and (match := _chosen(text, act, cues)):
        return CarveOut("chosen", match.span())
    begin = 0 if banned else _afresh(text, act, cues)
    asked = text if banned else cues.unasked.sub(lambda match: "-" * len(match[0]), text)
    for kind, cue in anywhere:
        match = cue.search(asked, begin)
        if match:
            return CarveOut(kind, match.span())
    return _limit(text, act, cues, banned=banned)


def _chosen(text: str, act: tuple[int, int], cues: Exceptions) -> re.Match[str] | None:
    """Words between two semicolons by which a ban holds only once the customer has chosen it: 'if you enable it, we will not'."""
    end = text.find(";", act[1])
    return cues.chosen.search(text, text.rfind(";", 0, act[0]) + 1, end if end >= 0 else len(text))


def _afresh(text: str, act: tuple[int, int], cues: Exceptions) -> int:
    """Where words begin that permit an act whatever stands before them: 'not without consent, except that VENDOR may'."""
    return max((match.end() for match in cues.afresh.finditer(text, 0, act[0])), default=0)


def _limit(text: str, act: tuple[int, int], cues: Exceptions, *, banned: bool) -> CarveOut | None:
    """What a ban leaves out (`partial`), or the one kind of thing that it is about; of a permission the data that it spares."""
    if not banned:
        match = cues.spared.search(text)
    elif match := cues.partial.search(text, act[1]):
        return CarveOut("partial", match.span())
    else:
        begin = max(act[0] - WINDOW, text.rfind(";", 0, act[0]), 0)
        match = cues.limited.search(text, begin, act[1] + WINDOW)
        match = None if match and cues.unlimited.match(text, match.end()) else match
    return CarveOut("limited", match.span()) if match else None


def tied(text: str, language: Language, *, banned: bool) -> CarveOut | None:
    """What a sentence makes of the permission in the one before it, to which it refers: one that the customer may refuse
    ('You can switch this off'), or that it has to give ('We do so only if you agree'); of a ban that it does not hold
    throughout ('This section does not apply to ...'), or that it binds nobody."""
    cues = language.exceptions
    if banned:
        match = cues.released.search(text) or language.hollow.behind.search(text)
        chosen = cues.opt_in.search(text) or cues.choice.search(text)
        return CarveOut("opt_in" if chosen else "limited", match.span()) if match else None
    tried: tuple[tuple[CarveOutKind, re.Pattern[str]], ...] = (
        ("opt_in", cues.asked_first),
        ("opt_out", cues.follow_up),
    )
    for kind, cue in tried:
        match = cue.search(text)
        if match:
            return CarveOut(kind, match.span())
    return None
