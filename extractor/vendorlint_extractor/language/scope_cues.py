"""The words that say for whom text holds, by what they are read for, compiled from a language's file of scopes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import re2

from vendorlint_extractor.language.cues import FOLDER, NEVER
from vendorlint_extractor.language.places import Places
from vendorlint_extractor.language.regions import Regions, read_forms, read_groups
from vendorlint_extractor.shipped import read

_LOOK = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
Cue = Mapping[str, str]  # {pattern, example}


@dataclass(frozen=True, slots=True)
class Dwelling:
    """Words around the names of regions that tell who lives or does business there."""

    anywhere: re.Pattern[str]
    first: re.Pattern[str]
    toward: re.Pattern[str]
    people: re.Pattern[str]
    people_before: re.Pattern[str]
    certain: re.Pattern[str]
    excepted: re.Pattern[str]
    negated: re.Pattern[str]
    pronouns: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PlanCues:
    """Words for plans by their names, words around them, and what else a title may say and be about them alone."""

    names: Mapping[str, re.Pattern[str]]
    plain: re.Pattern[str]
    paid: re.Pattern[str]
    uses: re.Pattern[str]
    labels: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PartCues:
    """Words for parts of the service, for standard clauses and what completes them, and for users' own duties."""

    features: tuple[re.Pattern[str], ...]
    feature_titles: re.Pattern[str]
    annexes: Mapping[str, re.Pattern[str]]
    completed: re.Pattern[str]
    conduct_titles: re.Pattern[str]
    duties: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Gates:
    """What a text must name to hold any condition of a kind, looser than the cues and many times as fast (RE2): most texts name
    nothing."""

    regions: Any
    plans: Any
    parts: Any


@dataclass(frozen=True, slots=True)
class ScopeCues:
    """What a language says of scopes. `ranks` are titles that hold others, from the outside in. A paragraph
    that `applied` opens says for whom what stands behind it holds. Of two conditions with nothing
    but `both` between them both have to hold, with `either` one of them. Behind `turned` a condition limits nothing.

    `groups` are the countries of unions; `forms` finds the form of a company, with its country in `countries`.
    """

    summary_titles: re.Pattern[str]
    contents_titles: re.Pattern[str]
    summary_openers: re.Pattern[str]
    applied: re.Pattern[str]
    both: re.Pattern[str]
    either: re.Pattern[str]
    turned: re.Pattern[str]
    regions: Regions
    dwelling: Dwelling
    plans: PlanCues
    parts: PartCues
    gates: Gates
    ranks: Mapping[str, re.Pattern[str]]
    groups: Mapping[str, frozenset[str]]
    forms: re.Pattern[str]
    countries: Mapping[str, str]


def read_scopes(code: str) -> Mapping[str, Any]:
    """The content of a language's file of scopes."""
    raw: Mapping[str, Any] = read(FOLDER / "scopes" / f"{code}.yaml")
    return raw


def scope_cues(raw: Mapping[str, Any], places: Places) -> ScopeCues:
    """The cues of a language's file of scopes."""
    countries = read_forms()
    forms = "|".join(re.escape(form) for form in sorted(countries, key=len, reverse=True))
    return ScopeCues(
        summary_titles=_any(raw["summary_titles"]),
        contents_titles=_any(raw["contents_titles"]),
        summary_openers=_any(raw["summary_openers"]),
        applied=_any(raw["applied"]),
        both=_any(raw["both"]),
        either=_any(raw["either"]),
        turned=_any(raw["turned"]),
        regions=Regions(
            named={code: _word(cues) for code, cues in raw["regions"].items()},
            places=places,
            between=_any(raw["between"]),
            outside=_any(raw["outside"]),
            elsewhere=_any(raw["elsewhere"]),
        ),
        dwelling=Dwelling(
            anywhere=_any(raw["dwells"]),
            first=_any(raw["dwellers"]),
            toward=_any(raw["toward"]),
            people=_word(raw["people"]),
            people_before=_any(raw.get("people_before", ())),
            certain=_any(raw["certain"]),
            excepted=_any(raw["excepted"]),
            negated=_any(raw["negated"]),
            pronouns=_any(raw.get("pronouns", ())),
        ),
        plans=PlanCues(
            names={plan: _word(cues) for plan, cues in raw["plans"].items()},
            plain=_word(raw["plain_words"]),
            paid=_any(raw["paid"]),
            uses=_any(raw["uses"]),
            labels=_any(raw["labels"]),
        ),
        parts=PartCues(
            features=tuple(re.compile(cue["pattern"]) for cue in raw["features"]),
            feature_titles=_any(raw["feature_titles"]),
            annexes={name: _any(cues) for name, cues in raw["annexes"].items()},
            completed=_any(raw["completed"]),
            conduct_titles=_any(raw["conduct_titles"]),
            duties=_any(raw["duties"]),
        ),
        gates=Gates(
            regions=_gate([*_patterns(raw["regions"]), *map(re.escape, places.codes), *_patterns(raw["elsewhere"])]),
            plans=_gate(_patterns(raw["plans"])),
            parts=re2.compile("|".join(map(_loose, _patterns({"": raw["features"], **raw["annexes"]})))),
        ),
        ranks={rank: re.compile(pattern) for rank, pattern in raw["ranks"].items()},
        groups=read_groups(),
        forms=re.compile(rf"(?<=[\w.])[ ,]+({forms})(?!\w)"),
        countries=countries,
    )


def _patterns(cues: Mapping[str, Iterable[Cue]] | Iterable[Cue]) -> list[str]:
    """The patterns of cues, or of all groups of cues."""
    groups = cues.values() if isinstance(cues, Mapping) else [cues]
    return [cue["pattern"] for group in groups for cue in group]


def _gate(patterns: Iterable[str]) -> Any:
    """Any one of the patterns as whole words."""
    return re2.compile(rf"(?:^|\W)(?:{'|'.join(map(_loose, patterns))})(?:\W|$)")


def _loose(pattern: str) -> str:
    """A pattern without what RE2 lacks: it matches wherever the pattern does, and more."""
    return _LOOK.sub("", pattern).replace("(?P<feature>", "(?:")


def _any(cues: Iterable[Cue]) -> re.Pattern[str]:
    """Any one of the cues, where they stand."""
    alternatives = "|".join(cue["pattern"] for cue in cues)
    return re.compile(alternatives) if alternatives else NEVER


def _word(cues: Iterable[Cue]) -> re.Pattern[str]:
    """Any one of the cues as whole words."""
    alternatives = "|".join(cue["pattern"] for cue in cues)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else NEVER
