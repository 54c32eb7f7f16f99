"""A language: all that is known of it before a document is read, built once and passed to whatever reads."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint_extractor.language.cues import (
    FOLDER,
    Actors,
    Asides,
    Asking,
    DocumentCues,
    Doubts,
    Exceptions,
    Hinging,
    Hollow,
    Naming,
    Negation,
    Ranking,
    SentenceCues,
    Standing,
    asking_cues,
    compile_group,
    document_cues,
    doubts,
    naming_cues,
    read_cues,
    sentence_cues,
)
from vendorlint_extractor.language.dates import Dates, date_cues
from vendorlint_extractor.language.lexicon import Concept, Lexicon, Stated, read_lexicon
from vendorlint_extractor.language.macros import Shared
from vendorlint_extractor.language.numbers import Numbers, number_cues
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.places import Places, read_places
from vendorlint_extractor.language.scope_cues import ScopeCues, read_scopes, scope_cues
from vendorlint_extractor.language.tokens import Plurals, Tokens, build_plurals, build_tokens
from vendorlint_extractor.shipped import kept, read, using

_WRITTEN_OUT = re.compile(r"(?<![\w\\])[a-z]{6,}(?![\w(\[\\?])")  # and not the stem of several


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language. `code` is that of ISO 639-1; `macros` are what patterns call by {name}.

    `phrases` become tags, and so do the nouns of `possessed` as the customer's. `vocabulary` are words of the language
    that are known whole, without accents.
    """

    code: str
    macros: Shared
    tokens: Tokens
    plurals: Plurals
    phrases: Phrases
    possessed: Mapping[str, str]
    concepts: tuple[Concept, ...]
    stated: tuple[Stated, ...]
    numbers: Numbers
    dates: Dates
    places: Places
    sentences: SentenceCues
    asking: Asking
    naming: Naming
    scopes: ScopeCues
    documents: DocumentCues
    negation: Negation
    hinging: Hinging
    hollow: Hollow
    doubts: Doubts
    exceptions: Exceptions
    actors: Actors
    asides: Asides
    standing: Standing
    ranking: Ranking
    vocabulary: frozenset[str]


def build_language(code: str) -> Language:
    """The language of a code. Raises KeyError where none of `languages()` has it, ShippedError where one of its files is broken."""
    if code not in languages():
        raise KeyError(code)
    with using(FOLDER / "cues" / f"{code}.yaml"):
        raw = read_cues(code)
        tokens, plurals = build_tokens(raw["elided"], raw["possessives"]), build_plurals(raw["plurals"])
    with using(FOLDER / "concepts" / code):
        lexicon = read_lexicon(code, tokens, plurals)
    with using(FOLDER / "places.yaml"):
        places = read_places(code)
    with using(FOLDER / "scopes" / f"{code}.yaml"):
        scopes = scope_cues(read_scopes(code), places)
    with using(FOLDER / "cues" / f"{code}.yaml"):
        return _language(code, raw, tokens=tokens, plurals=plurals, lexicon=lexicon, places=places, scopes=scopes)


def _language(  # noqa: PLR0913 - what the files hold
    code: str,
    raw: Mapping[str, Any],
    *,
    tokens: Tokens,
    plurals: Plurals,
    lexicon: Lexicon,
    places: Places,
    scopes: ScopeCues,
) -> Language:
    return Language(
        code=code,
        macros=raw["macros"],
        tokens=tokens,
        plurals=plurals,
        phrases=Phrases(tokens, lexicon.forms, lexicon.begun),
        possessed=lexicon.possessed,
        concepts=lexicon.concepts,
        stated=lexicon.stated,
        numbers=number_cues(raw),
        dates=date_cues(raw),
        places=places,
        sentences=sentence_cues(raw),
        asking=asking_cues(raw),
        naming=naming_cues(raw),
        scopes=scopes,
        documents=document_cues(raw),
        negation=compile_group(Negation, raw["negation"], code, raw["macros"]),
        hinging=compile_group(Hinging, raw["hinging"], code, raw["macros"]),
        hollow=compile_group(Hollow, raw["hollow"], code, raw["macros"]),
        doubts=doubts(raw, code, raw["macros"]),
        exceptions=compile_group(Exceptions, raw["exceptions"], code, raw["macros"]),
        asides=compile_group(Asides, raw["asides"], code, raw["macros"]),
        actors=compile_group(Actors, raw["actors"], code, raw["macros"]),
        standing=compile_group(Standing, raw["standing"], code, raw["macros"]),
        ranking=compile_group(Ranking, raw["ranking"], code, raw["macros"]),
        vocabulary=frozenset(kept(f"vocabulary {code}", lambda: _vocabulary(raw, lexicon.forms))),
    )


def _vocabulary(raw: Mapping[str, Any], forms: Iterable[str]) -> list[str]:
    """The words that are written out in the macros, those of the lexicon, and those that cues call whole."""
    macros = ([source] if isinstance(source, str) else source for source in raw["macros"].values())
    written = (word for text in itertools.chain.from_iterable(macros) for word in _WRITTEN_OUT.findall(text))
    spoken = itertools.chain.from_iterable(form.split(" ") for form in forms)
    return sorted({*written, *spoken, *raw["whole"]})


def languages() -> tuple[str, ...]:
    """The codes of the languages that are read."""
    return tuple(sorted(path.stem for path in (FOLDER / "cues").glob("*.yaml")))


def little_words() -> Mapping[str, frozenset[str]]:
    """The frequent little words of each language that is told apart, whether or not it is read."""
    raw = read(FOLDER / "languages.yaml")
    return {code: frozenset(words) for code, words in raw.items()}
