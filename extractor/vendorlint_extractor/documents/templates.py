"""What a template leaves open: blanks, alternatives that nobody chose between, and notes to whoever fills it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.unseen import Passage, count_words
from vendorlint_extractor.documents.words import WORDS


def _any(name: str) -> str:
    return f"(?:{'|'.join(WORDS[name])})"


_BLANK = re.compile(
    r"(?P<money>[$€£¥]\s?)?(?:(?:\\?_){3,}|(?<![.…])(?:\.{5,}|…{2,})(?=\s*[^\s\d.…])(?!\s*[-–—(]\s?\d{1,4}\s?[-–—)])|\{\{?[^{}\n]{1,60}\}\}?"
    rf"|\b[xX]{{2,4}}(?=\s?(?:%|{_any('units')}\b))"
    rf"|\\?<{_any('bracketed')}\b[^<>\n]{{0,80}}>|\b{_any('placeholders')})(?P<share>\s?(?:%|{_any('shares')}\b))?",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"\\<!--(?:[^\\]|\\(?!<!--)){0,3000}?-->", re.DOTALL)  # as it is typed into a word processor
_BRACKET = re.compile(r"\\?[\[\]]")
_LINKED = re.compile(r"\(|\\?\[([^\[\]\n]{0,100})\]")
_NOTE = re.compile(rf"{_any('drafting')}\b|{_any('bracketed')}\b(?:\s*[:–—-]|\s+\w)", re.IGNORECASE)
_NOTE_BLOCK = re.compile(rf"[\s>*_\-•\"“(\[]*{_any('drafting')}\b", re.IGNORECASE)
_CLOSED = re.compile(
    rf"(?:{_any('closed')}|!\w+|\^?[\w†‡§]{{1,2}}|\d{{1,4}}(?:\s?[,–-]\s?\d{{1,4}})*)[.,]?", re.IGNORECASE
)
_NOTHING = re.compile(rf"[\s_•●○*.…\-–—#?xX]*|{_any('pending')}\.?", re.IGNORECASE)
_VALUE = re.compile(r"[$€£¥]?\s?\d[\d.,]*\s?(?:%|[$€£¥])?")
_OR_NOT = re.compile(_any("or_not"), re.IGNORECASE)
_TURNING = re.compile(rf"\b{_any('turning')}(?!\w)", re.IGNORECASE)
_EITHER = re.compile(rf"\s{_any('either')}\s|(?<=\w)/(?=\w)|(?<=\w)\|(?=\w)", re.IGNORECASE)
_JOINED = re.compile(r"\.?[^\W\d_]")  # behind a bracket
_BETWEEN = re.compile(rf"\s*(?:{_any('either')})?\s*", re.IGNORECASE)
_REDACTED = re.compile(rf"\*[\s*\\]*|{_any('redacted')}", re.IGNORECASE)  # '[***]', '[redacted]'
_WORD = re.compile(r"[^\W\d_]{2}")
_ANSWERED = re.compile(r"\s?:[^\S\n]*\w")  # behind the options that a label has: 'Plan [Basic or Pro]: Pro'
_UNIT = re.compile(rf"\s?(?:%|{_any('units')}\b)", re.IGNORECASE)
_SHARE = re.compile(rf"\s?(?:%|{_any('shares')}\b)", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]\s?$")
_SIGNING = re.compile(rf"[\W_]*(?:{_any('signing')}(?:[\W_]+|$))+", re.IGNORECASE)
_STOP = re.compile(r"[.;!?][\"'”»)]*(?=\s)")
MAX_BLOCKS = 20  # that a bracket may go over
MIN_CHOICE = 2  # brackets
MAX_LABEL = 60  # characters
MAX_NAME = 5  # words of a bracket that may be a name to put in
MAX_LITTLE = 3  # letters of a word that names have in small letters: 'State of New York'
MAX_SENTENCE = 2000  # characters before and behind what is left open
MAX_BRACKET = 3000  # characters


def left_open(text: str, blocks: Sequence[Block], defined: frozenset[str] = frozenset()) -> list[Passage]:
    """The blanks, alternatives and drafting notes of a text. `defined` are the labels that links go by, in lower case."""
    found: list[Passage] = []
    skipped = 0  # blocks of a bracket that goes over several
    for index, block in enumerate(blocks):
        if skipped == 0:
            skipped = _in_bracket(text, blocks, index)
        if skipped:
            skipped -= 1
            found.append(Passage("alternative", block.start, block.end, count_words(text[block.start : block.end])))
        else:
            found += _of_block(text, block, defined)
    return found


def _in_bracket(text: str, blocks: Sequence[Block], first: int) -> int:
    """How many blocks from one on stand in a bracket that it begins and another one ends; none where it does not."""
    if text[blocks[first].start : blocks[first].start + 2].lstrip("\\")[:1] != "[":
        return 0
    depth = 0
    for count, block in enumerate(blocks[first : first + MAX_BLOCKS], start=1):
        words = text[block.start : block.end].rstrip(" .;*_\\\n")
        depth += words.count("[") - words.count("]")
        if depth <= 0:
            return count if count > 1 and words.endswith("]") else 0
    return 0


def _of_block(text: str, block: Block, defined: frozenset[str]) -> Iterator[Passage]:
    words = text[block.start : block.end]
    line = max(text.rfind("\n", 0, block.start) + 1, block.start - MAX_LABEL)  # where a label in bold type may stand
    if not gate_of(_COMMENT, _BRACKET, _OR_NOT, _BLANK, _NOTE_BLOCK).opens(text[line : block.end]):
        return
    noted = _NOTE_BLOCK.match(text, line, block.end)
    if noted and not ("[" in noted[0] and "]" in words):  # in brackets that end, it is a note of its own
        yield Passage("drafting_note", block.start, block.end, count_words(words))
        return
    for comment in _COMMENT.finditer(text, block.start, block.end):
        yield Passage("drafting_note", *comment.span(), count_words(comment[0]))
    for run in _runs(text, _brackets(text, block, defined)):
        inner = [text[start:end].strip("\\[]").strip() for start, end in run]
        if _is_choice(text, run, inner):
            span = _sentence(text, block, (run[0][0], run[-1][1]))
            yield _left("alternative", text, span, sum(map(count_words, inner)))
            continue
        for span, name in zip(run, inner, strict=True):
            if name.lower() not in defined:
                yield from _of_bracket(text, block, span, name)
    for choice in _OR_NOT.finditer(text, block.start, block.end):
        span = _sentence(text, block, choice.span())
        yield _left("alternative", text, span, count_words(choice[0].replace("/", " ")))
    if not _SIGNING.fullmatch(words):
        for blank in _BLANK.finditer(text, block.start, block.end):
            bounds = blank["money"] or blank["share"]
            place = _sentence(text, block, blank.span()) if bounds else blank.span()
            yield _left("blank", text, place, max(count_words(blank[0].removesuffix(blank["share"] or "")), 1))


def _left(kind: NoteKind, text: str, span: tuple[int, int], words: int) -> Passage:
    """What is left out, with its words, of which a sentence has more where a bound of it is open."""
    return Passage(kind, *span, max(words, count_words(text[slice(*span)])))


def _brackets(text: str, block: Block, defined: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The outermost square brackets of a block that are no links."""
    depth, start = 0, 0
    for mark in _BRACKET.finditer(text, block.start, block.end):
        if mark[0].endswith("["):
            start = mark.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            linked = _LINKED.match(text, mark.end(), block.end)
            if linked and (linked[1] is None or linked[1].lower() in defined):
                continue
            if depth == 0 and mark.end() - start <= MAX_BRACKET:
                yield start, mark.end()


def _runs(text: str, brackets: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Brackets that stand beside one another, with nothing or 'or' between them."""
    runs: list[list[tuple[int, int]]] = []
    for start, end in brackets:
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1][1], start):
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs


def _is_choice(text: str, run: Sequence[tuple[int, int]], inner: Sequence[str]) -> bool:
    """Whether brackets beside one another are alternatives, and no references or notes."""
    if len(run) < MIN_CHOICE or any(_NOTE.match(each) or _NOTHING.fullmatch(each) for each in inner):
        return False
    return not all(map(_CLOSED.fullmatch, inner)) or bool(_UNIT.match(text, run[-1][1]))


def _of_bracket(text: str, block: Block, span: tuple[int, int], inner: str) -> Iterator[Passage]:
    start, end = span
    words = count_words(inner)
    unit = _UNIT.match(text, end)
    money = _MONEY.search(text[max(block.start, start - 2) : start])
    # What a blank share or amount bounds is open as a whole; one that is kept from readers was agreed on.
    is_bound = (money or _SHARE.match(text, end)) and not _REDACTED.fullmatch(inner)
    whole = _sentence(text, block, span) if is_bound else span
    before = text[max(start - 1, 0) : start]
    if before.isalpha() or before == "!" or _JOINED.match(text, end) or _in_address(text, start):
        return  # 'agree[s]', '[your-shop].example.com'
    if _REDACTED.fullmatch(inner) and not _is_mark(inner, money, unit):
        yield _left("blank", text, span, 1)
    elif _NOTHING.fullmatch(inner):
        if not _is_mark(inner, money, unit):
            yield _left("blank", text, whole, 1)
    elif _NOTE.match(inner):
        yield Passage("drafting_note", start, end, words)
    elif _VALUE.fullmatch(inner):
        if unit or money or not inner.isdigit():
            yield _left("blank", text, whole, max(words, 1))
    elif _CLOSED.fullmatch(inner) or not _WORD.search(inner) or _is_answered(text, span):
        return
    elif _EITHER.search(inner):
        yield _left("alternative", text, _sentence(text, block, span), words)
    elif _is_name(inner):  # whoever a sentence begins with is a party, which the text calls by that name
        opens = _sentence(text, block, span)[0] >= start - 1
        yield _left("blank", text, (start, start) if opens else whole, words)
    else:  # 'may [at any time] end it' ends it, 'may [not] end it' says nothing
        yield _left("alternative", text, _sentence(text, block, span) if _TURNING.search(inner) else span, words)


def _in_address(text: str, start: int) -> bool:
    """Whether what begins here is a part of an address: of a page, or of a mail with its subject."""
    word = text[max(start - MAX_LABEL * 2, 0) : start].rsplit(" ", maxsplit=1)[-1]
    return "://" in word or "mailto:" in word


def _is_answered(text: str, span: tuple[int, int]) -> bool:
    """Whether a bracket has the options of a field that is filled in behind it, on a line of its own: 'Plan [Basic or Pro]: Pro'."""
    line = text.rfind("\n", 0, span[0]) + 1
    return 0 < len(text[line : span[0]].strip()) <= MAX_LABEL and bool(_ANSWERED.match(text, span[1]))


def _is_mark(inner: str, money: re.Match[str] | None, unit: re.Match[str] | None) -> bool:
    """Whether what stands in brackets is a reference such as [*] or a tick, and nothing that was to be filled in."""
    return inner in {"x", "X", "*", "**"} and not money and not unit


def _is_name(inner: str) -> bool:
    """Whether words in brackets stand for a name: all of them begin with capitals, or with small letters of names."""
    words = re.findall(r"[^\W\d_]+", inner)
    return (
        0 < len(words) <= MAX_NAME
        and words[0][0].isupper()
        and all(word[0].isupper() or len(word) <= MAX_LITTLE for word in words)
    )


def _sentence(text: str, block: Block, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence around a bracket: without a choice it is none. What stands in brackets as a whole is by itself."""
    first, last = max(block.start, span[0] - MAX_SENTENCE), min(block.end, span[1] + MAX_SENTENCE)
    begin = max((stop.end() for stop in _STOP.finditer(text, first, span[0])), default=first)
    after = _STOP.search(text, span[1], last)
    inside = text[span[0] : span[1]].rstrip("\\]").rstrip()[-1:] in ".;"
    if inside and not text[begin : span[0]].strip():
        return span
    return begin, after.end() if after else last
