"""Who acts in a clause, whether the act is banned, and what an exception does to it.

The act is a position in the clause's text. A negation reaches forward to it unless a terminator stands between (ConText,
Chapman et al. 2001); an exception or a condition in the same clause turns a ban or a permission into a conditional one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from vendorlint_extractor.language.lexicon import load_cues
from vendorlint_extractor.language.macros import Source, expand_macros

_PARTY = re.compile(r"\b(VENDOR|CUSTOMER|THIRD_PARTY|SUBCONTRACTOR|AFFILIATE|OTHERS)\b('s\b)?")

HORIZON = 2000  # characters before an act in which its actor and its negation are looked for
WINDOW = 200  # characters around a party that tell what it does; a bound keeps hostile sentences linear


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's cues, compiled."""

    negation: re.Pattern[str]
    stops: re.Pattern[str]
    neutral: re.Pattern[str]
    opt_in: re.Pattern[str]
    opt_out: re.Pattern[str]
    partial: re.Pattern[str]
    banned_after: re.Pattern[str]
    deemed: re.Pattern[str]
    aside: re.Pattern[str]
    follow_up: re.Pattern[str]
    agent: re.Pattern[str]
    grantee: re.Pattern[str]
    relative: re.Pattern[str]
    object: re.Pattern[str]
    infinitive: re.Pattern[str]
    partner: re.Pattern[str]
    deed: re.Pattern[str]
    imperative: re.Pattern[str]


@functools.cache
def cues(language: str) -> Cues:
    """The cues of a language's file."""
    raw = load_cues(language)

    def compiled(source: Source) -> re.Pattern[str]:
        return re.compile(expand_macros(language, source))

    return Cues(
        compiled(raw["negation"]["cues"]),
        compiled(raw["negation"]["stops"]),
        compiled(raw["negation"]["neutral"]),
        compiled(raw["exceptions"]["opt_in"]),
        compiled(raw["exceptions"]["opt_out"]),
        compiled(raw["exceptions"]["partial"]),
        compiled(raw["negation"]["after"]),
        compiled(raw["exceptions"]["deemed"]),
        compiled(raw["negation"]["aside"]),
        compiled(raw["exceptions"]["follow_up"]),
        *(
            compiled(raw["actors"][name])
            for name in ("agent", "grantee", "relative", "object", "infinitive", "partner", "deed", "imperative")
        ),
    )


def negated(text: str, act: int, act_end: int, language: str) -> bool:
    """Whether a negation governs the act that stands at text[act:act_end]."""
    known = cues(language)
    start = max(act - HORIZON, 0)
    neutral = [(m.start(), m.end()) for m in known.neutral.finditer(text, start, act_end)]
    for match in reversed(list(known.negation.finditer(text, start, act))):
        if any(begin <= match.start() < end for begin, end in neutral):
            continue
        aside = known.aside.match(text, match.end())
        return not known.stops.search(text, aside.end() if aside else match.end(), act)
    return bool(known.banned_after.match(text, act_end))


def actor(text: str, act: int, language: str) -> str:
    """The party that does the act: the last party before it that is not an agent phrase ('provided by you'), in a relative
    clause ('that you upload') or the one that something is done to ('provide you with'); the vendor where the clause is
    passive and names nobody, the customer where it is an order."""
    known = cues(language)
    for match in reversed(list(_PARTY.finditer(text, max(act - HORIZON, 0), act))):
        after = text[match.end() : min(act, match.end() + WINDOW)]
        if match[2]:
            if known.deed.match(after):
                return match[1]
            continue
        before = text[max(match.start() - WINDOW, 0) : match.start()].rstrip()
        if known.agent.search(before) and not known.grantee.search(before):
            continue
        if match[1] == "VENDOR" and known.partner.match(after):
            continue
        if match[1] == "CUSTOMER" and known.relative.match(after):
            continue
        if match[1] == "CUSTOMER" and known.object.search(before) and not known.infinitive.match(after):
            continue
        return match[1]
    return "CUSTOMER" if known.imperative.match(text) else "VENDOR"


def exception(text: str, act_end: int, language: str) -> tuple[str, int, int] | None:
    """(`opt_in` | `opt_out` | `deemed` | `partial`, start, end) of the exception or condition that bears on the act, if any."""
    known = cues(language)
    for name, cue in (("opt_out", known.opt_out), ("deemed", known.deemed), ("opt_in", known.opt_in)):
        match = cue.search(text)
        if match:
            return name, match.start(), match.end()
    match = known.partial.search(text, act_end)
    return ("partial", match.start(), match.end()) if match else None


def objection(text: str, language: str) -> tuple[int, int] | None:
    """Where a sentence lets the customer say no to what the one before it permits, if it does."""
    match = cues(language).follow_up.search(text)
    return match.span() if match else None
