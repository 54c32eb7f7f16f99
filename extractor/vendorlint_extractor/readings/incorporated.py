"""Documents that a document makes part of itself or binding by reference. What they say is not stated here, only that they belong to the terms."""

from __future__ import annotations

import collections
import functools
import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vendorlint_extractor.clauses.clause import INERT, TITLES, Clause
from vendorlint_extractor.language.cues import DocumentCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.doctype import OPENING, PRIVACY
from vendorlint_extractor.readings.patterns import one_byte
from vendorlint_extractor.readings.sieve import Sieve, sieve_content
from vendorlint_extractor.readings.wanted import Wanted

ANNEX = 5  # clauses below an annex's title: fewer only say where the document stands
LABELLED = 2  # the same below the title that a mention names: 'the DPA in Schedule B'
SPECIFIC, OTHER = "specific_terms", "other"  # terms of one service or plan; documents of no kind that is told
HEALTH = "baa"  # a business associate agreement, which a data processing agreement does not stand for
SEVERAL = (SPECIFIC, OTHER)  # types of which terms may name several, each by its link
MIN_NAME = 2  # words by which a document is known
SILENT = TITLES | {"note"}  # kinds of clauses that make nothing part of the terms; a definition of the agreement does
_JOINED = re.compile(r"[-_. ]+")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\(<?([^()\s<>]{1,500})>?\)")
_BREAK = re.compile(r"[^\S ]")
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
_WORD = re.compile(r"[^\W_]+")
# A policy that the customer has for people of its own, which the customer's agreement with the vendor is not.
_CUSTOMERS = re.compile(r"\bCUSTOMER's (?:[a-z]+ ){0,2}AGREEMENT\b(?! (?:with|between|and))")
# An address behind a name, as it is or as a link's, with nothing between that ends what is said of the name.
_BEHIND = re.compile(r"[^;\])\[]{0,120}?(?:\]\(|\[[^\s\]]{3,200}\]\()?[<\[_]{0,3}(https?://[^\s)\]>\"']{3,500})")


@dataclass(frozen=True, slots=True)
class Incorporated:
    """A document made part of the terms or binding by them: its type, the words that name it (a span of the source), and where the
    terms say it can be found, or an empty string.

    The type is one of document.type, `HEALTH` or `SPECIFIC`.
    """

    type: str
    name: tuple[int, int]
    link: str
    clause: Clause
    whole: bool = False  # by a clause that makes all it names part of the terms


@dataclass(frozen=True, slots=True)
class _Named:
    """A clause that names documents of a type; `words` are its own in lower case, `at` where they begin in the source."""

    type: str
    name: re.Pattern[str]
    words: str
    at: int
    clause: Clause


def incorporated(text: str, clauses: Sequence[Clause], language: Language, calls: Calls) -> list[Incorporated]:
    """What a document incorporates, in the order in which it names them, one of each type and of `SEVERAL` one at each link; never
    what it is itself by what it calls itself (`calls`), nor what stands below a title of its own ("Appendix B: Data Protection Annex").

    Of several mentions of a type the first is taken that makes it part of the terms, else the first with a link, and where none has one, the first; it
    has the first link that any of them has, because that says where to look.
    """
    sections = _sections(clauses)
    titles = {title: count for title, count in sections.items() if language.scopes.ranks["annex"].match(title)}
    present = {*calls.types, *_types_of(titles, language.documents)}
    inside = set(_types_of(sections, language.documents))
    labels = {" ".join(title.split()[:2]).strip(" .:,-") for title, count in titles.items() if count >= LABELLED}
    found: dict[tuple[str, str], Incorporated] = {}
    for each in _mentions(text, clauses, language.documents):
        known = found.get((each.type, ""))
        if (
            each.type not in present
            and (each.link or each.type not in inside or _tells_of(each, language.documents))
            and not _is_labelled(each, labels)
            and not calls.has(text[slice(*each.name)], "")
        ):
            if known is None or (each.type in SEVERAL and each.link and not known.link):
                found[each.type, ""] = each
            elif each.type in SEVERAL:
                found.setdefault((each.type, _apart(each, text)), each)
            else:
                found[each.type, ""] = _better(known, each)
    return list({(each.type, _apart(each, text)): each for each in found.values()}.values())


def _apart(mention: Incorporated, text: str) -> str:
    """What tells it from others of its type: where it is, and of those of no kind else what it is called."""
    if mention.link or mention.type != OTHER:
        return mention.link if mention.type in SEVERAL else ""
    return fold_case(text[slice(*mention.name)])


@dataclass(frozen=True, slots=True)
class Calls:
    """What a document is by what it calls itself: the types of its names, those of its file's name, and the words of its titles and of
    its file's name; of `other` ones no type is known, so that others may call it by more words ('Acme Copyright Policy')."""

    types: frozenset[str]
    filed: frozenset[str]
    names: tuple[frozenset[str], ...]
    other: tuple[frozenset[str], ...]

    def has(self, name: str, link: str) -> bool:
        """Whether it is the one of a name, or at a link."""
        words = _words(name)
        if link and _words(link.rstrip("/").rpartition("/")[2].partition(".")[0]) in self.names:
            return True
        if len(words) >= MIN_NAME and any(words <= own for own in self.names):
            return True
        return any(len(own) >= MIN_NAME and own <= words for own in self.other)


def calls_itself(path: Path, text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Calls:
    """What a document is by its titles, by its file's name, and by what it says of itself when it first names it: 'these Terms of Use'."""
    headings, filed = list(dict.fromkeys(_titles(clauses, cues))), _JOINED.sub(" ", path.stem)
    types = {kind for title in headings for kind in _named(title, cues)}
    titles = [*headings, filed]
    first: dict[str, bool] = {}
    for each in _all_named(text, clauses, cues):
        if each.type != OTHER:
            first.setdefault(
                each.type, any(_itself(match, each.words, cues) for match in each.name.finditer(each.words))
            )
    others = [title for title in titles if not any(_named(title, cues))]
    said = {kind for kind, own in first.items() if own}
    return Calls(
        frozenset(types | said), frozenset(_named(filed, cues)), tuple(map(_words, titles)), tuple(map(_words, others))
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_case(_JOINED.sub(" ", name))))


def _titles(clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[str]:
    """The first heading that names a kind of document in whatever way, and the first before any sentence that names one as others do."""
    headings = [clause for clause in clauses[:OPENING] if clause.kind == "heading"]
    leading = itertools.takewhile(lambda clause: clause.kind in TITLES, clauses)
    yield from itertools.islice((title for title in map(_title, headings) if _is_kind(title, cues)), 1)
    yield from itertools.islice((title for title in map(_title, leading) if any(_named(title, cues))), 1)
    yield from itertools.islice(map(_title, headings), 1)


def _title(clause: Clause) -> str:
    return clause.pieces[-1].block.plain.text


def _is_kind(title: str, cues: DocumentCues) -> bool:
    return any(kind.search(fold_case(title)) for kind in (*cues.references.values(), *cues.types.values()))


def _itself(match: re.Match[str], words: str, cues: DocumentCues) -> bool:
    return bool(cues.itself.search(words[: match.start()]))


def _named(title: str, cues: DocumentCues) -> Iterator[str]:
    words = fold_case(title)
    yield from (kind for kind, name in cues.references.items() if kind != OTHER and name.search(words))


def _sections(clauses: Sequence[Clause]) -> Mapping[str, int]:
    """The titles of the document's own sections and annexes, in lower case, with the number of clauses below each."""
    said = (clause for clause in clauses if clause.operative and clause.kind not in INERT)
    return collections.Counter(fold_case(title) for clause in said for title in clause.section.path)


def _types_of(titles: Mapping[str, int], cues: DocumentCues) -> Iterator[str]:
    """The types of annexes and sections by their titles."""
    for title, count in titles.items():
        if count >= ANNEX:
            yield from _named(title, cues)


def _tells_of(mention: Incorporated, cues: DocumentCues) -> bool:
    """Whether the section that bears a privacy policy's name is no more than what tells of it: 'our policy, which is incorporated here'."""
    titles = mention.clause.section.path
    return mention.type == PRIVACY and any(mention.type in _named(title, cues) for title in titles)


def _is_labelled(mention: Incorporated, labels: Collection[str]) -> bool:
    """Whether a mention names an annex of the document by its label: 'the DPA in Schedule B'."""
    words = " ".join(mention.clause.text.split())
    return any(re.search(rf"\b{re.escape(label)}\b", words) for label in labels)


def _all_named(text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[_Named]:
    """What each clause of a document names, whatever it says of it."""
    references = list(cues.references.items())
    sources = tuple(name.pattern for _, name in references)
    for clause in clauses:
        start, end = clause.pieces[-1].source()
        words, possible = _may_name(text[start:end], sources)
        for number in possible:
            kind, name = references[number]
            if name.search(words):
                yield _Named(kind, name, words, start, clause)


@functools.lru_cache(maxsize=2048)  # as the clauses of a document are asked twice
def _may_name(text: str, sources: tuple[str, ...]) -> tuple[str, Sequence[int]]:
    """The words of a clause, and the numbers of the patterns of names that may match them."""
    # The targets of links are blotted out, so that offsets stay and no address counts as a name.
    words = _BREAK.sub(" ", fold_case(_TARGET.sub(lambda target: " " * len(target[0]), text)))
    return words, sorted(_sieve(sources).possible(one_byte(words)))


def _mentions(text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[Incorporated]:
    said = [clause for clause in clauses if clause.operative and clause.kind not in SILENT]
    said = [clause for clause in said if not all(scope.plan for scope in clause.scopes)]
    for each in _all_named(text, said, cues):
        whole = bool(cues.incorporation.search(_said(text, each.clause)))
        if each.type == OTHER and not whole:  # what one is to comply with is often somebody else's
            continue
        if each.type == PRIVACY and _CUSTOMERS.search(each.clause.text):
            continue
        for match in _binding(each.name, each.words, cues, whole=whole)[: None if each.type in SEVERAL else 1]:
            link = _link(text[each.at : each.at + len(each.words)], match.start(), match.end())
            if not link.startswith("#"):  # in the document itself
                yield Incorporated(
                    each.type, (each.at + match.start(), each.at + match.end()), link, each.clause, whole
                )
    yield from _linked(text, said, cues)


def _linked(text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[Incorporated]:
    """Documents of no known kind that a clause makes part of the terms, or binding, as far as it says where they are."""
    for clause in clauses:
        start, end = clause.pieces[-1].source()
        for link in _LINK.finditer(text, start, end):
            name = fold_case(link[1])
            if (
                not link[2].startswith("#")
                and cues.linked.search(name)
                and not any(_named(name, cues))
                and (cues.incorporation.search(_said(text, clause)) or _binds(text, link, start, end, cues))
                and not cues.elsewhere.search(fold_case(text[start : link.start()]))
            ):
                yield Incorporated(OTHER, link.span(1), link[2], clause)


def _binds(text: str, link: re.Match[str], start: int, end: int, cues: DocumentCues) -> bool:
    """Whether what stands before a link, or behind it, makes what it leads to bind."""
    before, behind = (_TARGET.sub("]", part) for part in (text[start : link.start()], text[link.end() : end]))
    return bool(cues.binding.search(fold_case(before)) or cues.binding_behind.match(fold_case(behind)))


def _better(known: Incorporated, other: Incorporated) -> Incorporated:
    """Of two mentions of one document the one to show, with the link of either."""
    shown = other if (other.whole, bool(other.link)) > (known.whole, bool(known.link)) else known
    return replace(shown, link=shown.link or known.link or other.link)


def _said(text: str, clause: Clause) -> str:
    """The words of a clause, lead-ins and all, without the targets of links."""
    said = " ".join(_TARGET.sub("]", text[slice(*piece.source())]) for piece in clause.pieces)
    return fold_case(" ".join(said.split()))


@functools.cache
def _sieve(sources: tuple[str, ...]) -> Sieve:
    return Sieve(sieve_content([sources], Wanted()))


def _binding(name: re.Pattern[str], words: str, cues: DocumentCues, *, whole: bool) -> list[re.Match[str]]:
    """The names of documents that a clause makes part of the terms, or binding; `whole` where all that it names is. None
    where it names the document itself so, or somebody else's."""
    found = []
    for match in name.finditer(words):
        before = words[: match.start()]
        if (
            _itself(match, words, cues)
            or cues.elsewhere.search(before)
            or cues.elsewhere_behind.match(words, match.end())
        ):
            return []
        if whole or cues.binding.search(before) or cues.binding_behind.match(words, match.end()):
            found.append(match)
    return found


def _link(text: str, start: int, end: int) -> str:
    """The target of the link that holds the name, or the address that stands right behind it."""
    for link in _LINK.finditer(text):
        if link.start() <= start and end <= link.end():
            return link[2]
    found = _BEHIND.match(text, end)
    return found[1].rstrip(".,;") if found else ""
