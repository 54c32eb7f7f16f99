"""Readings: the general forms of a clause that states a fact, and the short forms in which a definition writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from vendorlint_extractor.language.macros import VALUE, MacroError, Macros, Shared, calls, word_faults
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.confidence import Confidence
from vendorlint_extractor.readings.ranks import Cases

Negated = Literal["drop", "keep", "flip"]
NEGATED: tuple[Negated, ...] = get_args(Negated)
_CASE_KEYS = ("narrower", "foremost")
_LANGUAGE_KEYS = {"words", "none", "readings", *_CASE_KEYS}
_VARIANT_KEYS = {
    "all",
    "none",
    "section",
    "written",
    "cites",
    "near",
    "requires",
    "head",
    "regardless",
    "actor",
    "negated",
    "banned_only",
    "confidence",
    "rank",
    "unit",
}
_GROUP = re.compile(r"\(\?P<(\w+)>")
_READING_KEYS = _VARIANT_KEYS | {"value", "values", "where", "why"}

Body = Mapping[str, Any]
Place = tuple[str | int, ...]
Placed = tuple[Place, str, Sequence[str | None]]


@dataclass
class FormError(Exception):
    """A reading that cannot be used, in words."""

    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Reading:
    """One general form of a clause that states the fact: all patterns of `all` and none of `none` meet in one clause.

    `actor`: who must do the act (VENDOR, CUSTOMER, a|b, or any). `negated`: what a ban of the act does: drop the reading,
    keep its value, or flip a bool; `banned_only`: the reading holds only where it does. `rank`: readings of a higher rank set those of a lower aside. `head`: headings and the
    document's first clauses count too. `regardless`: in what kinds of scopes a clause states it for everybody. `near`: a fact, or one of several ('a.b|c.d'), that a clause close by
    must state ('This licence is worldwide' beside the grant). `written`: over the clause's words as they stand, where a tag is too wide. `cites`: over what
    the sections are about that the act names ('clause 7', which is about indemnities). `requires`: a fact that the document must state anywhere
    (fact, or fact=value|value).
    """

    value: Any
    all: tuple[str, ...]
    none: tuple[str, ...]
    section: str | None
    written: str | None
    cites: str | None
    near: str | None
    requires: str | None
    head: bool
    regardless: tuple[str, ...]
    actor: frozenset[str]
    negated: Negated
    banned_only: bool
    confidence: Confidence
    rank: int
    unit: str | None


def read_readings(code: str, shared: Shared, body: Body, info: FactInfo) -> tuple[Reading, ...]:
    """The readings of a language's part of a definition, short forms written out. Raises FormError."""
    known_keys(body, _LANGUAGE_KEYS, f"languages.{code}")
    words = body.get("words", {})
    for name, fault in word_faults(code, shared, words, (text for _, text, _ in iter_patterns(body))):
        raise FormError(f"the word '{name}' {fault}")
    macros = Macros(code, shared, words)
    try:
        return tuple(
            _reading(plain, info, macros.with_value(source))
            for entry in body["readings"]
            for plain, source in _written_out(entry, body.get("none", ()))
        )
    except MacroError as error:
        raise FormError(f"a pattern of {code}: {error}") from None


def read_cases(code: str, shared: Shared, body: Body) -> Cases:
    """The cases that a language's part of a definition tells apart, checked by `read_readings`."""
    macros = Macros(code, shared, body.get("words", {}))
    return Cases(*(tuple(macros.expanded(text) for text in body.get(key, ())) for key in _CASE_KEYS))


def iter_patterns(body: Body) -> Iterator[Placed]:
    """Each pattern of a language's part as it is written, words aside: where it stands, and what {value} may be there."""
    for key in ("none", *_CASE_KEYS):
        yield from (((key, n), text, (None,)) for n, text in enumerate(body.get(key, ())))
    for index, entry in enumerate(body["readings"]):
        for place, text, values in _entry_patterns(entry):
            yield ("readings", index, *place), text, values


def telling(entry: Body, place: Place) -> bool:
    """Whether a pattern of `all` at this place of an entry is the last to be tried, which tells where the act and the value are."""
    return place == ("all", len(entry["all"]) - 1)


def unheard_group(source: str) -> str | None:
    """What is wrong with a pattern that is not the telling one, or None: what its groups name is looked for by nobody."""
    group = _GROUP.search(source)
    return (
        f"the group '{group[1]}' has no effect here: only the last pattern of 'all' names an act or a value"
        if group
        else None
    )


def known_keys(raw: Body, known: set[str], what: str) -> None:
    """Raises FormError where there is a key that the form does not know."""
    unknown = sorted(str(key) for key in set(raw) - known)
    if unknown:
        raise FormError(f"unknown key '{unknown[0]}' in {what}; expected some of {', '.join(sorted(known))}")


def _entry_patterns(entry: Body) -> Iterator[Placed]:
    values = entry.get("values", {})
    for value, said in values.items():
        part = _said(said)
        for place, text in _patterns(part):
            at = place if part is said else place[1:]
            yield ("values", value, *at), text, (None,)
    sources = tuple(text for said in values.values() for text in _said(said)["any"]) or (None,)
    for place, text in _patterns(entry):
        yield place, text, sources
    for n, variant in enumerate(entry.get("where", ())):
        yield from ((("where", n, *place), text, sources) for place, text in _patterns(variant))


def _patterns(part: Body) -> Iterator[tuple[Place, str]]:
    for key in ("any", "all", "none"):
        yield from (((key, n), text) for n, text in enumerate(part.get(key, ())))
    yield from (((key,), part[key]) for key in ("section", "written", "cites") if key in part)


def _said(said: Any) -> Body:
    """What stands for a value, in its long form: the patterns any one of which says it, and what sets them aside."""
    if isinstance(said, Mapping):
        return said
    return {"any": (said,) if isinstance(said, str) else said}


def _written_out(entry: Body, shared: Sequence[str]) -> Iterator[tuple[Body, str | None]]:
    """The readings that an entry stands for, one for each way to say its values in each of its places, with what {value} is
    there.
    """
    known_keys(entry, _READING_KEYS, "a reading")
    if fault := value_fault(entry):
        raise FormError(fault)
    for value, source, aside in _values(entry):
        for variant in entry.get("where", ({},)):
            known_keys(variant, _VARIANT_KEYS, "a place of 'where'")
            every = (*variant.get("all", ()), *entry["all"])
            none = (*entry.get("none", ()), *aside, *variant.get("none", ()), *shared)
            yield {**entry, **variant, "value": value, "all": every, "none": none}, source


def value_fault(entry: Body) -> str | None:
    """What is wrong with the values of a reading, or None."""
    if "values" not in entry:
        return None
    if "value" in entry:
        return "a reading has 'value' or 'values', not both"
    parts = (entry, *entry.get("where", ()))
    if VALUE not in calls([text for part in parts for _, text in _patterns(part)]):
        return "no pattern of a reading with 'values' calls {value}"
    return None


def _values(entry: Body) -> Iterator[tuple[Any, str | None, Sequence[str]]]:
    """Each value with a pattern that says it, and with what sets it aside."""
    if "values" not in entry:
        yield entry.get("value"), None, ()
    for value, said in entry.get("values", {}).items():
        part = _said(said)
        known_keys(part, {"any", "none"}, f"values.{value}")
        yield from ((value, source, part.get("none", ())) for source in part["any"])


def _reading(raw: Body, info: FactInfo, macros: Macros) -> Reading:
    value, negated = raw["value"], raw.get("negated", "drop")
    if info.values and value is not None and value not in info.values:
        raise FormError(f"value '{value}' is not one of {', '.join(info.values)}")
    if negated not in NEGATED:
        raise FormError(f"negated '{negated}' is not one of {', '.join(NEGATED)}")
    patterns = tuple(macros.expanded(text) for text in raw["all"])
    for source in patterns[:-1]:
        if fault := unheard_group(source):
            raise FormError(f"pattern {source!r}: {fault}")
    return Reading(
        value=value,
        all=patterns,
        none=tuple(pattern for text in raw["none"] for pattern in macros.alternatives(text)),
        section=macros.expanded(raw["section"]) if "section" in raw else None,
        written=macros.expanded(raw["written"]) if "written" in raw else None,
        cites=macros.expanded(raw["cites"]) if "cites" in raw else None,
        near=raw.get("near"),
        requires=raw.get("requires"),
        head=raw.get("head", False),
        regardless=tuple(raw.get("regardless", ())),
        actor=frozenset(raw.get("actor", "any").split("|")),
        negated=negated,
        banned_only=raw.get("banned_only", False),
        confidence=raw.get("confidence", "high"),
        rank=raw.get("rank", 1),
        unit=raw.get("unit"),
    )
