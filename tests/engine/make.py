"""Small parts of the engine, made by hand: what a test does not name is as plain as can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendorlint_extractor import parse_document
from vendorlint_extractor.clauses.clause import Clause, Piece, TaggedBlock
from vendorlint_extractor.clauses.scope import EVERYONE
from vendorlint_extractor.documents.block import Block, Section
from vendorlint_extractor.documents.document import Document
from vendorlint_extractor.documents.spans import Derived
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Context, Telling
from vendorlint_extractor.readings.patterns import one_byte, pattern
from vendorlint_extractor.readings.ranks import Cases, Force, Rank
from vendorlint_extractor.readings.reading import Reading
from vendorlint_extractor.readings.statement import Statement
from vendorlint_extractor.readings.view import View

from ..reading import EXTRACTOR

EN = EXTRACTOR.language("en")
FR = EXTRACTOR.language("fr")
LANGUAGES = {"en": EN, "fr": FR}
NOWHERE = Section("", "", 0, ())


def made_of(forms: Mapping[str, str], base: Phrases | None = None) -> Phrases:
    """Phrases of an English document with these tags."""
    phrases = Phrases(EN.tokens, base=base)
    for form, tag in forms.items():
        phrases.add(tuple(form.split(" ")), tag)
    return phrases


def clause(text: str, index: int = 0, *, own: int = 0, **more: Any) -> Clause:
    """A clause of tagged text."""
    section = more.pop("section", NOWHERE)
    words = Derived(text, (0,), ((0, len(text)),))
    piece = Piece(TaggedBlock(Block("paragraph", 0, len(text), section), words, words), own, len(text))
    plain = Clause(index, text, own, (piece,), section, "sentence", operative=True, scopes=(EVERYONE,))
    return replace(plain, **more)


def document(text: str, name: str = "terms.md") -> Document:
    """A document of text."""
    return parse_document(text, path=Path(name), document_id=name.partition(".")[0])


def clauses(text: str, code: str = "en") -> list[Clause]:
    """The clauses of a text."""
    return EXTRACTOR.clauses_of(document(text), code)


def reading(*patterns: str, **more: Any) -> Reading:
    """A reading of patterns, the telling one last."""
    plain = Reading(
        value=None, all=patterns, none=(), section=None, written=None, near=None, requires=None, head=False,
        regardless=(), actor=frozenset({"any"}), negated="drop", banned_only=False, confidence="high",
        rank=1, unit=None, cites=None,
    )  # fmt: skip
    return replace(plain, **more)


def definition(kind: Any, *readings: Reading, fact: str = "a.b", type: str = "text", **more: Any) -> FactDefinition:  # noqa: A002
    """A definition of a fact read in both languages alike."""
    info = FactInfo(fact, "Title", type, more.pop("values", ()), "Meaning.", more.pop("risk", ()))
    cases = {"en": more.pop("cases", Cases()), "fr": Cases()}
    path = Path(f"{fact}.yaml")
    read = {"en": readings, "fr": readings}
    plain = FactDefinition(
        info, kind, False, (), annexes=False, unconditional=False, defines=False, readings=read, cases=cases, path=path
    )
    return replace(plain, **more)


def statement(value: Any, where: Clause | int = 0, **more: Any) -> Statement:
    """A statement of a value in a clause, or in the one of an index."""
    found = where if isinstance(where, Clause) else clause(f"clause {where}", where)
    plain = Statement(more.pop("fact", "a.b"), value, found, (0, 6), "high", 1)
    return replace(plain, **more)


def telling(kind: Any, text: str, source: str, *, code: str = "en", **more: Any) -> Telling:
    """A reading of one pattern that matches a text."""
    where = more.pop("clause", None) or clause(text)
    match = pattern(source).search(one_byte(text))
    assert match, (source, text)
    read = reading(source, **more.pop("reading", {}))
    about = definition(kind, read, **more.pop("definition", {}))
    act, ban = more.pop("act", match.span()), (0, 1) if more.pop("banned", False) else None
    context = Context(more.pop("clauses", [where]), more.pop("governing", {}), more.pop("weights", {}))
    return Telling(about, read, where, View(where.text, where.own_start), match, act, ban, LANGUAGES[code], context)


def ranked(value: Any, index: int, *forces: Force, section: str = "", **more: Any) -> Statement:
    """A statement in a clause that the text ranks so, by words of the clause itself."""
    where = clause(f"clause {index}", index, section=more.pop("at", NOWHERE))
    return statement(value, where, ranks=tuple(Rank(force, where, (0, 6), section) for force in forces), **more)
