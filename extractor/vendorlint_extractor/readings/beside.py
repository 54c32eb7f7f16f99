"""What stands in a document beside its terms: parts in another language than it is, and what stands around the text of a page."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.documents.attributes import attributes
from vendorlint_extractor.documents.document import Document, parse_document
from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.unseen import count_words
from vendorlint_extractor.language.language import languages
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.match import Matcher
from vendorlint_extractor.readings.statement import Statement

MIN_CONFUSED = 5  # letters of a word that others may look like
_WORD = re.compile(r"[^\W_]{4,40}")
_CONFUSED = re.compile(r"rn|vv|cl|[l1I0]")
_ALIKE = str.maketrans("I10", "llo")
SHOWN = 20_000  # characters at the head of a document, where its parties are named
Foreign = Mapping[str, frozenset[int]]  # where blocks in a language begin, by its code


def foreign_statements(
    document: Document, foreign: Foreign, before: int, matcher: Callable[[str], Matcher]
) -> Iterator[Statement]:
    """What parts in other languages say, each read in its own; their clauses come behind the `before` ones of the document."""
    for code in sorted(foreign.keys() & set(languages())):
        reader = matcher(code)
        clauses = _numbered(read_clauses(document, reader.language, foreign[code]))
        for each in reader.statements(clauses):
            yield replace(each, clause=replace(each.clause, index=before + each.clause.index))
        before += len(clauses)


def _numbered(clauses: list[Clause]) -> list[Clause]:
    return [replace(clause, index=index) for index, clause in enumerate(clauses)]


def unread_notes(document: Document, foreign: Foreign) -> Iterator[Note]:
    """Notes on the parts in languages that are not read."""
    for code in sorted(foreign.keys() - set(languages())):
        for block in document.blocks:
            if block.start in foreign[code]:
                yield Note(
                    "other_language", document.place(block.start), count_words(document.text[block.start : block.end])
                )


def lookalike_notes(document: Document, vocabulary: frozenset[str]) -> Iterator[Note]:
    """Notes on words that are none of the vocabulary, and look like one of it: 'rnodels', 'traIn', 'c0ntent'."""
    known = _skeletons(vocabulary)
    for word in _WORD.finditer(document.stated):
        plain = word[0].casefold()
        if not _CONFUSED.search(word[0]) or plain in vocabulary:
            continue
        looks = {_skeleton(word[0]), _skeleton(f"i{word[0][1:]}")} if plain[0] == "l" else {_skeleton(word[0])}
        if any(known.get(look, plain) != plain for look in looks):
            yield Note("mixed_scripts", document.place(word.start()), 1)


@functools.lru_cache(maxsize=8)
def _skeletons(vocabulary: frozenset[str]) -> Mapping[str, str]:
    return {_skeleton(word): word for word in vocabulary if len(word) >= MIN_CONFUSED}


def _skeleton(word: str) -> str:
    """A word with one letter for all that look alike."""
    return word.translate(_ALIKE).casefold().replace("rn", "m").replace("vv", "w").replace("cl", "d")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def around_notes(document: Document, matcher: Matcher, definitions: Mapping[str, FactDefinition]) -> Iterator[Note]:
    """Notes on what stands around the text where it says something adverse, and was read as no term; what the text says as well
    was read there."""
    if document.rendering:
        found = list(document.rendering.around)
        read = _letters(document.text) if found else ""
        around = [(place, words) for place, words in found if _letters(words) not in read]
    else:
        around = [(document.place(begin), words) for begin, words in attributes(document.text)]
    if not around:
        return
    text, places = document.text[:SHOWN], dict[int, str]()
    for place, words in around:
        places[len(text) + 2] = place
        text = f"{text}\n\n{words}"
    page = parse_document(text, path=document.path, document_id=document.id, rendering=document.rendering)
    starts = sorted(places)  # a block may begin behind them, at the words after a number
    blocks = {block.start for block in page.blocks if block.start >= starts[0]}
    clauses = _numbered(read_clauses(page, matcher.language, blocks))
    said = [each for each in matcher.statements(clauses) if definitions[each.fact].info.is_adverse(each.value)]
    for piece in dict.fromkeys(each.clause.pieces[-1] for each in said):
        begin, end = piece.source()
        place = places[starts[bisect.bisect_right(starts, piece.block.block.start) - 1]]
        yield Note("around", place, count_words(text[begin:end]))


def overheard_notes(
    document: Document, statements: Sequence[Statement], definitions: Mapping[str, FactDefinition]
) -> Iterator[Note]:
    """Notes on what a summary, a title, a table of contents or an example says that is adverse, where the text says the opposite and
    so is what is read."""
    said: dict[str, list[Statement]] = {}
    for each in statements:
        if not each.inert and each.fact in definitions:
            said.setdefault(each.fact, []).append(each)
    beside = [
        each
        for each in statements
        if each.inert
        and each.fact in said
        and definitions[each.fact].info.is_adverse(each.value)
        and not any(definitions[each.fact].info.is_adverse(one.value) for one in said[each.fact])
    ]
    for piece in dict.fromkeys(each.clause.pieces[-1] for each in beside):
        begin, end = piece.source()
        yield Note("around", document.place(begin), count_words(document.text[begin:end]))
