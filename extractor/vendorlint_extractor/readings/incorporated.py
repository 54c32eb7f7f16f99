"""Documents that a document makes part of itself by reference. What they say is not stated here, only that they belong to the terms."""

from __future__ import annotations

import collections
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.clause import INERT, Clause
from vendorlint_extractor.language.cues import DocumentCues
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

ANNEX = 5  # clauses below an annex's title: fewer only say where the document stands
LABELLED = 2  # the same below the title that a mention names: 'the DPA in Schedule B'
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\(<?([^()\s<>]{1,500})>?\)")
_BREAK = re.compile(r"[^\S ]")
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
_URL = re.compile(r"https?://[^\s)\]>\"']{3,500}")


@dataclass(frozen=True, slots=True)
class Incorporated:
    """A document made part of the terms: its type as document.type has it, the words that name it (a span of the source), and
    where the terms say it can be found, or an empty string."""

    type: str
    name: tuple[int, int]
    link: str
    clause: Clause


def incorporated(text: str, clauses: Sequence[Clause], language: Language, own_type: str) -> list[Incorporated]:
    """What a document incorporates, one of each type, in the order in which it names them; never its own type, nor what stands
    below an annex's title of its own ("Appendix B: Data Protection Annex").

    Of several mentions of a type the first with a link is taken, because it says where to look.
    """
    titles = _annexes(clauses, language)
    present = {own_type, *_types_of(titles, language)}
    labels = {" ".join(title.split()[:2]).strip(" .:,-") for title, count in titles.items() if count >= LABELLED}
    found: dict[str, Incorporated] = {}
    for each in _mentions(text, clauses, language.documents):
        known = found.get(each.type)
        if (
            each.type not in present
            and not _is_labelled(each, labels)
            and (known is None or (each.link and not known.link))
        ):
            found[each.type] = each
    return list(found.values())


def _annexes(clauses: Sequence[Clause], language: Language) -> dict[str, int]:
    """The titles of the document's own annexes, in lower case, with the number of clauses below each."""
    said = (clause for clause in clauses if clause.operative and clause.kind not in INERT)
    titles = collections.Counter(fold_case(title) for clause in said for title in clause.section.path)
    return {title: count for title, count in titles.items() if language.scopes.ranks["annex"].match(title)}


def _types_of(titles: Mapping[str, int], language: Language) -> Iterator[str]:
    """The types of annexes by their titles."""
    for title, count in titles.items():
        if count >= ANNEX:
            yield from (kind for kind, name in language.documents.references.items() if name.search(title))


def _is_labelled(mention: Incorporated, labels: Collection[str]) -> bool:
    """Whether a mention names an annex of the document by its label: 'the DPA in Schedule B'."""
    words = " ".join(mention.clause.text.split())
    return any(re.search(rf"\b{re.escape(label)}\b", words) for label in labels)


def _mentions(text: str, clauses: Sequence[Clause], cues: DocumentCues) -> Iterator[Incorporated]:
    for clause in clauses:
        if not clause.operative or clause.kind in INERT or all(scope.plan for scope in clause.scopes):
            continue
        sources = [piece.source() for piece in clause.pieces]
        said = " ".join(_TARGET.sub("]", text[start:end]) for start, end in sources)
        if not cues.incorporation.search(fold_case(" ".join(said.split()))):
            continue
        start, end = sources[-1]
        own = text[start:end]
        # The targets of links are blotted out, so that offsets stay and no address counts as a name.
        words = _BREAK.sub(" ", fold_case(_TARGET.sub(lambda target: " " * len(target[0]), own)))
        for kind, name in cues.references.items():
            if match := name.search(words):
                span = (start + match.start(), start + match.end())
                yield Incorporated(kind, span, _link(own, match.start(), match.end()), clause)


def _link(text: str, start: int, end: int) -> str:
    """The target of the link that holds the name, or the next address after it."""
    for link in _LINK.finditer(text):
        if link.start() <= start and end <= link.end():
            return link[2]
    address = _URL.search(text, end)
    return address[0].rstrip(".,;") if address else ""
