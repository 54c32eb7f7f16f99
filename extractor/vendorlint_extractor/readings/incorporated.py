"""Documents that a document makes part of itself or binding by reference. What they say is not stated here, only that they belong to the terms."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint_extractor.clauses.clause import INERT, TITLES, Clause
from vendorlint_extractor.language.cues import DocumentCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.patterns import one_byte
from vendorlint_extractor.readings.sieve import Sieve, sieve_content
from vendorlint_extractor.readings.wanted import Wanted

ANNEX = 5  # clauses below an annex's title: fewer only say where the document stands
LABELLED = 2  # the same below the title that a mention names: 'the DPA in Schedule B'
OTHER_TYPES = (
    "specific_terms",
)  # of what is named beside the kinds of documents that are told: terms of one service or plan
SILENT = TITLES | {"note"}  # kinds of clauses that make nothing part of the terms; a definition of the agreement does
_JOINED = re.compile(r"[-_. ]+")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\(<?([^()\s<>]{1,500})>?\)")
_BREAK = re.compile(r"[^\S ]")
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
_URL = re.compile(r"https?://[^\s)\]>\"']{3,500}")


@dataclass(frozen=True, slots=True)
class Incorporated:
    """A document made part of the terms or binding by them: its type, the words that name it (a span of the source), and where the
    terms say it can be found, or an empty string.

    The type is one of document.type or of `OTHER_TYPES`.
    """

    type: str
    name: tuple[int, int]
    link: str
    clause: Clause


def incorporated(text: str, clauses: Sequence[Clause], language: Language, own: Collection[str]) -> list[Incorporated]:
    """What a document incorporates, one of each type, in the order in which it names them; never what it is itself (`own`), nor what
    stands below a title of its own ("Appendix B: Data Protection Annex").

    Of several mentions of a type the first with a link is taken, because it says where to look.
    """
    sections = _sections(clauses)
    titles = {title: count for title, count in sections.items() if language.scopes.ranks["annex"].match(title)}
    present = {*own, *_types_of(titles, language.documents)}
    inside = set(_types_of(sections, language.documents))
    labels = {" ".join(title.split()[:2]).strip(" .:,-") for title, count in titles.items() if count >= LABELLED}
    found: dict[str, Incorporated] = {}
    for each in _mentions(text, clauses, language.documents):
        known = found.get(each.type)
        if (
            each.type not in present
            and (each.link or each.type not in inside)
            and not _is_labelled(each, labels)
            and (known is None or (each.link and not known.link))
        ):
            found[each.type] = each
    return list(found.values())


def titled_types(clauses: Sequence[Clause], cues: DocumentCues) -> frozenset[str]:
    """What a document is by its title."""
    title = next((clause.pieces[-1].block.plain.text for clause in clauses if clause.kind == "heading"), "")
    return frozenset(_named(title, cues))


def filed_types(path: Path, cues: DocumentCues) -> frozenset[str]:
    """What a document is by its file's name."""
    return frozenset(_named(_JOINED.sub(" ", path.stem), cues))


def _named(title: str, cues: DocumentCues) -> Iterator[str]:
    words = fold_case(title)
    yield from (kind for kind, name in cues.references.items() if name.search(words))


def _sections(clauses: Sequence[Clause]) -> Mapping[str, int]:
    """The titles of the document's own sections and annexes, in lower case, with the number of clauses below each."""
    said = (clause for clause in clauses if clause.operative and clause.kind not in INERT)
    return collections.Counter(fold_case(title) for clause in said for title in clause.section.path)


def _types_of(titles: Mapping[str, int], cues: DocumentCues) -> Iterator[str]:
    """The types of annexes and sections by their titles."""
    for title, count in titles.items():
        if count >= ANNEX:
            yield from _named(title, cues)


def _is_labelled(mention: Incorporated, labels: Collection[str]) -> bool:
    """Whether a mention names an annex of the document by its label: 'the DPA in Schedule B'."""
    words = " ".join(mention.clause.text.split())
    return any(re.search(rf"\b{re.escape(label)}\b", words) for label in labels)


def _mentions(text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[Incorporated]:
    references = list(cues.references.items())
    sieve = _sieve(tuple(name.pattern for name in cues.references.values()))
    for clause in clauses:
        if not clause.operative or clause.kind in SILENT or all(scope.plan for scope in clause.scopes):
            continue
        start, end = clause.pieces[-1].source()
        own = text[start:end]
        # The targets of links are blotted out, so that offsets stay and no address counts as a name.
        words = _BREAK.sub(" ", fold_case(_TARGET.sub(lambda target: " " * len(target[0]), own)))
        named = [references[number] for number in sieve.possible(one_byte(words))]
        whole = bool(named) and bool(cues.incorporation.search(_said(text, clause)))
        for kind, name in named:
            if match := _binding(name, words, cues, whole=whole):
                span = (start + match.start(), start + match.end())
                link = _link(own, match.start(), match.end())
                if not link.startswith("#"):  # in the document itself
                    yield Incorporated(kind, span, link, clause)


def _said(text: str, clause: Clause) -> str:
    """The words of a clause, lead-ins and all, without the targets of links."""
    said = " ".join(_TARGET.sub("]", text[slice(*piece.source())]) for piece in clause.pieces)
    return fold_case(" ".join(said.split()))


@functools.cache
def _sieve(sources: tuple[str, ...]) -> Sieve:
    return Sieve(sieve_content([[(source,) for source in sources]], Wanted()))


def _binding(name: re.Pattern[str], words: str, cues: DocumentCues, *, whole: bool) -> re.Match[str] | None:
    """The first name of a document that a clause makes part of the terms, or binding; `whole` where all that it names is. None
    where it names the document itself so, or somebody else's."""
    found = None
    for match in name.finditer(words):
        before = words[: match.start()]
        if cues.elsewhere.search(before) or cues.elsewhere_behind.match(words, match.end()):
            return None
        if not found and (whole or cues.binding.search(before)):
            found = match
    return found


def _link(text: str, start: int, end: int) -> str:
    """The target of the link that holds the name, or the next address after it."""
    for link in _LINK.finditer(text):
        if link.start() <= start and end <= link.end():
            return link[2]
    address = _URL.search(text, end)
    return address[0].rstrip(".,;") if address else ""
