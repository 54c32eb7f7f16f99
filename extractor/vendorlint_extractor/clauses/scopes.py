"""For whom the text of a document holds: told by its titles, by the opening words of a line, and by conditions in a clause."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.clause import Part, Piece, TaggedBlock
from vendorlint_extractor.clauses.conditions import Condition, conditions
from vendorlint_extractor.clauses.outline import Outline, Title
from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.clauses.titles import WHOLE, Reader, Scopes, folded, together
from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.readers.markdown import is_sentence
from vendorlint_extractor.documents.spans import Derived
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

LONG = 2000  # characters of a document that is no summary by itself
WHOLE_DOCUMENT = 0.75  # of its words under one title: the document is about that as a whole
OPENING = 160  # characters of a paragraph
FIRST_BLOCKS = 4  # behind a title, in which a document says for whom it is as a whole
OPENING_APPLIED = 400  # the same of one that says for whom a section holds
PREAMBLE = 6000  # characters in which a vendor names itself
ADDRESS = 200  # characters behind its name in which it says where it is


@dataclass(frozen=True, slots=True)
class Holding:
    """For whom a block holds by what stands above it, whether it states anything, whether it stands in rules of conduct, in which
    standard clauses, and the regions of titles that limit nothing."""

    operative: bool
    scopes: Scopes
    conduct: bool
    annex: str
    about: tuple[str, ...]


class Scoping:
    """The scopes of one document's blocks and pieces."""

    def __init__(self, blocks: Sequence[TaggedBlock], language: Language) -> None:
        self._cues = language.scopes
        self._continues = language.sentences.continues
        self.reader = Reader(self._cues, home_of(blocks, language))
        self._homeless = Reader(self._cues, "")
        self._read: dict[str, tuple[Condition, ...]] = {}
        self._named: dict[str, Scopes] = {}
        self._length = sum(len(block.plain.text) for block in blocks)
        self._held = self._holdings(blocks)

    def holding(self, block: Block) -> Holding:
        """For whom a block holds by its titles, its label, and a line before it."""
        return self._held[block.start]

    def parts(self, pieces: Sequence[Piece]) -> tuple[Part, ...]:
        """The parts of a clause's text (its pieces, a blank between two) that hold for some only by their own words."""
        offset, found = 0, []
        length = sum(piece.end - piece.start + 1 for piece in pieces) - 1
        for piece in pieces:
            size = piece.end - piece.start
            begin, end = piece.block.tagged.source(piece.start, piece.end)
            words = piece.block.plain.text[begin:end]
            lower = self.reader.lower(words)
            held, cues = self._held[piece.block.block.start], self._cues.parts
            stop = length if end >= len(piece.block.plain.text.rstrip()) else offset + size
            if held.conduct and (duty := cues.duties.match(lower)):
                found.append(Part(offset, stop, (Scope(party=duty["party"]),)))
            if held.annex and cues.completed.search(lower):
                found.append(Part(offset, stop, (Scope(annex=held.annex),)))
            for each in self._conditions(words, lower):
                start = offset + _tagged(piece, begin + each.start)
                stop = length if each.end == len(words) else offset + _tagged(piece, begin + each.end)
                found.append(Part(start, stop, each.scopes))
            offset += size + 1
        return tuple(found)

    def _conditions(self, words: str, lower: str) -> tuple[Condition, ...]:
        """The conditions of a sentence; a lead-in is asked about with each of its items."""
        if words not in self._read:
            self._read[words] = tuple(conditions(words, lower, self.reader, self._continues))
        return self._read[words]

    def _holdings(self, blocks: Sequence[TaggedBlock]) -> dict[int, Holding]:
        above = self._titles(blocks)
        whole = _about_all(blocks, above)
        known: dict[tuple[Title, ...], tuple[Scopes, bool, bool, str, tuple[str, ...]]] = {}
        held = {}
        entries = self._entries(blocks, above, whole)
        for block, titles in zip(blocks, above, strict=True):
            if titles not in known:
                known[titles] = self._of_titles(titles, whole)
            above_it, summary, conduct, annex, about = known[titles]
            opening = fold_case(block.plain.text[:OPENING])
            summary = summary or block.block.start in entries
            operative = not summary and not self._cues.summary_openers.search(opening)
            scopes = together(above_it, self._label(block, opening)) or WHOLE
            held[block.block.start] = Holding(operative, scopes, conduct, annex, about)
        return held

    def _entries(
        self, blocks: Sequence[TaggedBlock], above: Sequence[tuple[Title, ...]], whole: Collection[Title]
    ) -> set[int]:
        """Where the entries of tables of contents begin: what stands under such a title, up to the first sentence."""
        entries: set[int] = set()
        ended: set[Title] = set()
        contents: dict[Title, bool] = {}
        for tagged, titles in zip(blocks, above, strict=True):
            if not titles or titles[-1] in ended or titles[-1] in whole:
                continue
            title = titles[-1]
            if title not in contents:
                contents[title] = self.reader.is_contents(title.words)
            if not contents[title]:
                continue
            if tagged.block.kind == "paragraph" and is_sentence(tagged.plain.text.strip()):
                ended.add(title)
            else:
                entries.add(tagged.block.start)
        return entries

    def _titles(self, blocks: Sequence[TaggedBlock]) -> list[tuple[Title, ...]]:
        outline = Outline(self._cues.ranks)
        above: list[tuple[Title, ...]] = []
        wider: list[tuple[Title, Title | None]] = []
        begun: dict[Title, int] = {}
        for index, tagged in enumerate(blocks):
            above.append(outline.above(tagged.block))
            begun |= {title: index for title in above[-1] if title not in begun}
            if tagged.block.kind == "heading":
                continue
            if applied := self._cues.applied.match(fold_case(tagged.plain.text[:OPENING_APPLIED])):
                over = _opened_for(applied["of"], above[-1], begun, index)
                wider.append((outline.add_applied(applied["condition"], over), over))
            elif tagged.block.kind == "paragraph" and self._is_line(tagged.plain.text):
                following = blocks[index + 1].block.kind if index + 1 < len(blocks) else ""
                outline.add_line(tagged.plain.text.strip(), lists=following == "item")
        return [_widened(titles, wider) for titles in above]

    def _is_line(self, text: str) -> bool:
        """Whether a line is a condition and nothing else, so that it opens what comes after it."""
        words = text.strip()
        if not words.endswith(":") or len(words) > OPENING:
            return False
        lower = self.reader.lower(words)
        found = list(conditions(words, lower, self.reader, self._continues))
        return bool(found) and found[0].said[0] == 0 and not re.search(r"\w{3}", lower[found[0].said[1] :])

    def _of_titles(
        self, titles: Sequence[Title], whole: Collection[Title]
    ) -> tuple[Scopes, bool, bool, str, tuple[str, ...]]:
        """The scopes of titles but for those that are about the whole document, whether the last is that of a summary,
        whether one is that of rules of conduct, of which standard clauses one is, and the regions that limit nothing."""
        holds_all = self._length >= LONG and bool(titles) and titles[-1] in whole  # where a heading was lost
        summary = bool(titles) and not holds_all and self.reader.is_summary(titles[-1].words)
        conduct = any(self._cues.parts.conduct_titles.search(folded(title.words)) for title in titles)
        own = [title.words for title in titles if title not in whole]
        return self._together(own), summary, conduct, self._annex(own), self._about(titles)

    def _about(self, titles: Sequence[Title]) -> tuple[str, ...]:
        """The regions of the deepest title that names any, the vendor's home among them."""
        for title in reversed(titles):
            if found := [scope.region for scope in self._homeless.title(title.words) if scope.region]:
                return tuple(found)
        return ()

    def _annex(self, titles: Iterable[str]) -> str:
        """The standard clauses that one of these titles names, or nothing."""
        for title in titles:
            for annex, name in self._cues.parts.annexes.items():
                if name.search(folded(title)):
                    return annex
        return ""

    def _together(self, titles: Iterable[str]) -> Scopes:
        """What titles say together; a deeper one that names a region tells which the one above leaves open."""
        found: Scopes = ()
        for title in titles:
            if title not in self._named:
                self._named[title] = self.reader.title(title)
            scopes = self._named[title]
            if any(scope.region for scope in scopes):
                found = tuple(scope.without({"party"}) for scope in found)
            found = together(found, scopes if scopes != WHOLE else ())
        return found

    def _label(self, tagged: TaggedBlock, opening: str) -> Scopes:
        match = self._cues.plans.labels.match(opening) if tagged.block.kind != "heading" else None
        scopes = self.reader.title(match["plan"]) if match else ()
        return tuple(scope for scope in scopes if scope != EVERYONE and not scope.feature)


def _opened_for(name: str | None, titles: Iterable[Title], begun: Mapping[Title, int], index: int) -> Title | None:
    """The open title of the document or annex that calls itself by a name in one of its first blocks; None where none does."""
    early = (title for title in titles if index - begun[title] <= FIRST_BLOCKS)
    return next((title for title in early if name and name in title.words.lower()), None)


def _widened(titles: tuple[Title, ...], wider: Iterable[tuple[Title, Title | None]]) -> tuple[Title, ...]:
    """The titles above a block, with the sentences behind it that say for whom all under one of these titles holds."""
    late = (opened for opened, over in wider if over in titles and opened not in titles)
    return (*titles, *late)


def _about_all(blocks: Sequence[TaggedBlock], above: Sequence[tuple[Title, ...]]) -> set[Title]:
    """The titles that (nearly) all of a document stands under."""
    words: dict[Title, int] = {}
    total = 0
    for block, titles in zip(blocks, above, strict=True):
        if block.block.kind == "heading":
            continue
        size = len(block.plain.text)
        total += size
        for title in titles:
            words[title] = words.get(title, 0) + size
    return {title for title, size in words.items() if size >= WHOLE_DOCUMENT * total}


def _tagged(piece: Piece, offset: int) -> int:
    """Where an offset of a piece's plain text is in its tagged text, from its start."""
    return max(tagged_offset(piece.block.tagged, offset) - piece.start, 0)


def tagged_offset(tagged: Derived, plain_offset: int) -> int:
    """Where an offset of the plain text is in the tagged one; within a tag, its end."""
    piece = bisect.bisect_left(tagged.origin, plain_offset, key=lambda each: each[0]) - 1
    if piece < 0:
        return 0
    begin, end = tagged.origin[piece]
    size = (tagged.at[piece + 1] if piece + 1 < len(tagged.at) else len(tagged.text)) - tagged.at[piece]
    return tagged.at[piece] + (min(plain_offset - begin, size) if size == end - begin else size)


def home_of(blocks: Sequence[TaggedBlock], language: Language) -> str:
    """The vendor's country: where a company that the document names first says that it is, else the one that alone has its
    form; empty where neither is told."""
    text = fold_case(" ".join(block.plain.text for block in blocks[:60]))[:PREAMBLE]
    cues = language.scopes
    match = cues.forms.search(text)
    if not match:
        return ""
    country = cues.countries[match[1]]
    named = language.places.read(text[match.end() : match.end() + ADDRESS]) or ""
    return named.partition("-")[0] if named.partition("-")[0] == country else country
