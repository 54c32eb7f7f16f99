"""The language of a document, and of its parts, by little words."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from vendorlint_extractor.documents.document import Document, plain_blocks
from vendorlint_extractor.documents.file import DocumentError, ListingError
from vendorlint_extractor.documents.letters import is_odd
from vendorlint_extractor.documents.plain import plain

LANGUAGE_SAMPLE = 50_000  # characters that are looked at to tell the language
MIN_SHARE = 0.12  # of a text's words that are little words of its language
SHORT_TEXT = 60  # words; below, half of that is enough
MIN_DISTINCT = 2  # of them, so that one word that happens to be spelt alike tells nothing
STUB = 8  # words; fewer are no terms
MIN_SENTENCE = 6  # words
MIN_FOREIGN = 15  # words of a paragraph in a language that is not read
SURE = 0.2  # of the words of a short paragraph
MIN_TELLING = 3  # letters of one of its little words: shorter ones are many languages' own
ENDING = 8  # characters at the end of a paragraph in which a sentence has its stop
MIN_TOLD = 3  # of its little words that the document's language has not: 'ad' and 'per' are English as well
FOREIGN = 3  # times as many little words of its language as of the document's
TABLE = "a table"
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?<!\S)\S{0,100}?(?:@|://|www\.)\S*")
_ADDRESSED = re.compile(r"@|://|www\.")  # what any of them has
_ENDED = re.compile(r"(?<=[.!?;:])\s+")
_STOP = re.compile(r"\w[)\]\"'»”’*_]{0,4}[.!?;:](?:\s|[)\]\"'»”’*_]|$)")


def detect_language(document: Document, little: Mapping[str, Collection[str]], read: Collection[str]) -> str:
    """The language whose `little` words are the most frequent. Raises DocumentError where it is none of those `read`, and where
    there is too little text to tell; ListingError where there is no sentence.

    Names and figures in tables and lists are of no language, so that sentences tell where all the words together do not.
    """
    sample = document.stated[:LANGUAGE_SAMPLE]
    told = _Little.of(little)
    words = _words([sample])
    best, share, sure = _guess(words, told)
    if not sure and is_odd(sample):  # written in look-alikes of its letters
        words = _words([plain(sample, 0, len(sample)).text])
        best, share, sure = _guess(words, told)
    if best in read and sure:
        return best
    if words.total() < STUB and _kind(document) != TABLE:
        raise DocumentError(
            document.path,
            f"is a stub of {_counted(words.total())}; expected the terms of a vendor, or a name that begins with '_' for a note",
        )
    sentences = list(_sentences(document))
    if not sentences:
        raise ListingError(document.path, f"holds {_kind(document)} and no sentence; nothing was read of it")
    if not sure:
        best, share, sure = _guess(_words(sentences), told)
        if best in read and sure:
            return best
    found = f"is in a language ({best})" if share >= MIN_SHARE and best not in read else "is in a language"
    raise DocumentError(document.path, f"{found} that vendorlint cannot read; it reads: {', '.join(read)}")


def foreign_blocks(
    document: Document, code: str, little: Mapping[str, Collection[str]], read: Collection[str]
) -> dict[str, frozenset[int]]:
    """Where blocks begin with a sentence in another language than the document's, by the code of that; in one that is not
    `read` only those that are so as a whole, and no mere name or title."""
    found: dict[str, set[int]] = {}
    told = _Little.of(little)
    others = frozenset(itertools.chain.from_iterable(words for each, words in little.items() if each != code))

    def foreign(text: str, least: int, told_by: int = 0) -> str:
        words = _LETTERS.findall(_ADDRESS.sub(" ", text) if _ADDRESSED.search(text) else text)
        if len(words) < least:
            return ""
        whole = [word for word in words if len(word) > 1]
        if len(whole) * 2 < len(words):  # or with a blank between its letters
            return ""
        found = _foreign(list(map(str.lower, words)), code, told, others)
        return (
            found
            if found and len({*map(str.lower, whole)} & {*little.get(found, ())} - {*little[code]}) >= told_by
            else ""
        )

    for block, shown in zip(document.blocks, plain_blocks(document), strict=True):
        read_in = {foreign(sentence, MIN_SENTENCE) for sentence in _ENDED.split(shown.text)} & set(read)
        unread = {foreign(shown.text, MIN_FOREIGN, MIN_TOLD) or _of_sentence(shown.text, code, told)} - set(read)
        for other in read_in | unread - {""}:
            found.setdefault(other, set()).add(block.start)
    return {language: frozenset(starts) for language, starts in found.items()}


def _of_sentence(text: str, code: str, little: _Little) -> str:
    """The language of a short paragraph that ends as a sentence does, where it has several little words of that and none of its
    document's; else nothing."""
    counts = _words([text]) if _STOP.search(text[-ENDING:]) else collections.Counter[str]()
    if counts.total() < MIN_SENTENCE or any(word in little.words[code] for word in counts):
        return ""
    best, share, _ = _guess(counts, little)
    found = [word for word in little.words[best] if word in counts]
    sure = share >= SURE and len(found) >= MIN_DISTINCT and any(len(word) >= MIN_TELLING for word in found)
    return best if sure else ""


def _foreign(words: Sequence[str], code: str, little: _Little, others: Set[str]) -> str:
    """The language of words that are hardly of `code`; empty where they are that, or it cannot be told. `others` are the little words of
    all other languages."""
    own = sum(map(little.words[code].__contains__, words))
    if own * FOREIGN > sum(map(others.__contains__, words)):  # as of nearly all text
        return ""
    counts = collections.Counter(words)
    best, share, sure = _guess(counts, little)
    return best if best != code and sure and own * FOREIGN <= share * counts.total() else ""


def _words(texts: Iterable[str]) -> collections.Counter[str]:
    return collections.Counter(map(str.lower, itertools.chain.from_iterable(map(_LETTERS.findall, texts))))


@dataclass(frozen=True, slots=True)
class _Little:
    """The little words of each language, and the languages that have each: a text is asked for its own words alone."""

    words: Mapping[str, Collection[str]]
    languages: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, words: Mapping[str, Collection[str]]) -> _Little:
        languages: dict[str, list[str]] = collections.defaultdict(list)
        for code, known in words.items():
            for word in known:
                languages[word].append(code)
        return cls(words, dict(languages))


def _guess(counts: collections.Counter[str], little: _Little) -> tuple[str, float, bool]:
    """The likeliest language, the share of its little words, and whether that is enough to tell."""
    votes = dict.fromkeys(little.words, 0)
    for word in counts.keys() & little.languages.keys():
        for code in little.languages[word]:
            votes[code] += counts[word]
    best = max(votes, key=lambda code: votes[code])
    total = counts.total()
    share = votes[best] / (total or 1)
    distinct = sum(word in counts for word in little.words[best])
    enough = MIN_SHARE if total >= SHORT_TEXT else MIN_SHARE / 2
    return best, share, distinct >= MIN_DISTINCT and share >= enough


def _sentences(document: Document) -> Iterator[str]:
    """The text of the first blocks that have a sentence in them, as far as it is looked at."""
    for block in document.blocks:
        if block.start > LANGUAGE_SAMPLE:
            return
        text = document.text[block.start : min(block.end, LANGUAGE_SAMPLE)]
        if block.kind != "heading" and len(text.split()) >= MIN_SENTENCE and _STOP.search(text):
            yield text


def _kind(document: Document) -> str:
    """What most of its blocks are."""
    kinds = collections.Counter(block.kind for block in document.blocks)
    names = {"cell": TABLE, "item": "a list"}
    return names.get(kinds.most_common(1)[0][0], "names and figures") if kinds else "marks"


def _counted(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"
