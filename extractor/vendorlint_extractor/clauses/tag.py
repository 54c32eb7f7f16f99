"""Replaces the phrases of a block by tags: `we` by VENDOR, `Your Content` by CONTENT, `thirty (30) days` by `30 days`.

Patterns are then written over tags, so that one pattern reads every drafter's words. Tags are upper case and everything else
is lower case, so a tag is never mistaken for a word.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.stops import INNER, without_inner
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.spans import Derived, DerivedBuilder
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.tokens import fold_case

_DOMAIN = re.compile(r"(?:\.[a-z]{2,7}){1,3}(?![\w.]\w)")  # behind a name
NEIGHBOURS = 12  # characters on either side of a pronoun that tell whether all is in capitals
_PARTIES = frozenset({"VENDOR", "CUSTOMER", "AGREEMENT"})
_DATA_TAGS = frozenset({"CONTENT", "PERSONAL", "USAGE", "DEID", "OUTPUT", "FEEDBACK"})
_MODELS = frozenset({"MODEL", "AI", "AI MODEL"})
_USED = _DATA_TAGS | {"MODEL", "AI", "VENDOR_CONTENT"}  # what the vendor uses
_THINGS = _DATA_TAGS | {"SERVICE", "AGREEMENT", "MODEL", "AI", "PRICE", "VENDOR_CONTENT"}
_ACTING = frozenset({"VENDOR", "CUSTOMER"})  # who acts
_SUBJECTS = _PARTIES | _THINGS | {"THIRD_PARTY", "SUBCONTRACTOR", "AFFILIATE", "OTHERS"}
OPENING = 24  # characters at the head of a sentence in which the party is named that it is about
REACH = 300  # characters before a pronoun in which it is told what it stands for


@dataclass(frozen=True, slots=True)
class _Mark:
    """A replacement: [begin, stop) of the plain text by `written`."""

    begin: int
    stop: int
    written: str


def tag_text(plain: Derived, phrases: Phrases, language: Language, before: str = "") -> Derived:
    """The tagged text, with these phrases of a document; its map leads to the offsets of `plain.text`.

    `before` is the data that the text before was about, for words that refer to it.
    """
    lower = fold_case(plain.text)
    shown = without_inner(plain.text, lower, language.sentences)
    out = DerivedBuilder()
    position = 0
    marks = _marks(plain.text, lower, phrases, language)
    for mark in _with_references(lower, marks, before, language):
        out.add(shown[position : mark.begin], position, mark.begin)
        position = mark.stop + (
            shown[mark.stop : mark.stop + 1] == INNER and not shown[mark.stop + 1 : mark.stop + 2].isalnum()
        )
        out.add(mark.written, mark.begin, position)  # 'Inc.' with its stop
    out.add(shown[position:], position, len(lower))
    return out.build()


def _marks(plain: str, lower: str, phrases: Phrases, language: Language) -> list[_Mark]:
    found = list(language.tokens.token.finditer(lower))
    tokens, spoken = [match.span() for match in found], [match[0] for match in found]
    first_words, numbers, possessives = phrases.first_words, language.numbers, language.tokens.possessives
    telling = phrases.telling
    marks: list[_Mark] = []
    index, after_owner = 0, -1  # `after_owner`: the token behind a possessive such as "your"
    while index < len(tokens):
        word = spoken[index]
        known = telling.get(word)
        if known is None:
            known = telling[word] = word in first_words or numbers.begins(word) or word.endswith(possessives)
        if not known and index != after_owner:  # most words, so they must cost little
            index += 1
            continue
        start, end = tokens[index]
        owner = marks[-1] if index == after_owner else None
        phrase = None if _is_country(plain, start, end, language) else phrases.longest(spoken, index)
        if phrase and not plain[start].isupper() and phrases.is_proper(spoken[index : phrase[1]]):
            phrase = None
        if owner is not None and owner.written == "CUSTOMER's":
            phrase = _owned(spoken, index, language.possessed, phrase)
        if phrase is not None:
            tag, index, possessive = phrase
            if not possessive and _owns_as_plural(lower, start, tokens[index - 1][1], possessives):
                possessive, index = True, index + 1
            if tag == "VENDOR" and not possessive:
                index = _behind_domain(plain, tokens, index)
            if owner is not None and tag in _DATA_TAGS and owner.written in ("CUSTOMER's", "VENDOR's"):
                # "your Customer Data" is one thing: the possessive goes into the tag. "Our content" is not the customer's.
                marks.pop()
                start = owner.begin
                if (
                    owner.written == "CUSTOMER's"
                    and marks
                    and marks[-1].written == "VENDOR's"
                    and marks[-1].stop + 1 == start
                ):
                    start = marks.pop().begin  # 'our users' data' is theirs
                tag = "VENDOR_CONTENT" if (owner.written, tag) == ("VENDOR's", "CONTENT") else tag
            written = tag if tag.endswith("'s") or not possessive else tag + "'s"
            begun = _before_article(lower, start, language) if tag in _PARTIES else start
            marks.append(_Mark(begun, tokens[index - 1][1], written))
            after_owner = index if written.endswith("'s") else -1
            continue
        index += 1
        figure = numbers.read(lower, start, word) if numbers.begins(word) else None
        if figure is not None:
            marks.append(_Mark(start, figure[1], figure[0]))
            while index < len(tokens) and tokens[index][0] < figure[1]:
                index += 1
    return marks


def _owns_as_plural(lower: str, start: int, end: int, possessives: Sequence[str]) -> bool:
    """Whether a name is that of several owners, 'the users' data', in a language that writes one owner with a letter more. An apostrophe
    that closes what another opened is none."""
    behind = lower[end : end + 3]
    written = any(behind[:1] == ending[:1] and lower[start:end].endswith(ending[1:]) for ending in possessives)
    return (
        written and behind[1:2].isspace() and behind[2:3].isalpha() and lower[max(start - 1, 0) : start] != behind[:1]
    )


def _behind_domain(plain: str, tokens: Sequence[tuple[int, int]], index: int) -> int:
    """The token behind what makes a domain's name of a party's: 'acme.example'."""
    if index >= len(tokens) or not (found := _DOMAIN.match(plain, tokens[index][0])):
        return index
    return next((at for at in range(index, len(tokens)) if tokens[at][0] >= found.end()), len(tokens))


def _with_references(lower: str, marks: list[_Mark], before: str, language: Language) -> list[_Mark]:
    """The marks, and those of the words that stand for data named just before them: 'such data', 'use it'."""
    found = []
    naming = language.naming
    for match in naming.referring.finditer(lower) if gate_of(naming.referring).opens(lower) else ():
        begin, stop = match.span(match.lastindex or 0)
        tag = _referred(match.start(), marks) or before
        if tag in _DATA_TAGS and not any(mark.begin < stop and begin < mark.stop for mark in marks):
            found.append(_Mark(begin, stop, tag))
    if gate_of(naming.pronoun).opens(lower):
        found += _pronouns(lower, marks, language)
    return sorted([*marks, *found], key=lambda mark: mark.begin) if found else marks


def _pronouns(lower: str, marks: Sequence[_Mark], language: Language) -> list[_Mark]:
    """The marks of pronouns that stand for the party with which the words before begin: 'The Supplier ... It shall ...'."""
    found: list[_Mark] = []
    subjects = [mark for mark in marks if mark.written.rstrip("'s") in _SUBJECTS]
    for match in language.naming.pronoun.finditer(lower):
        begin, stop = match.span(match.lastindex or 0)
        ends = match[0][:1] in ".;"
        sentence = max(lower.rfind(". ", 0, match.start()), lower.rfind("; ", 0, match.start()) if ends else -1)
        first = [_next(each, sentence) for each in (subjects, found)]
        subject = min(filter(None, first), key=lambda mark: mark.begin, default=None)
        if (
            subject
            and subject.written in _ACTING
            and subject.stop <= match.start()
            and subject.begin - sentence <= OPENING
        ):
            found.append(_Mark(begin, stop, subject.written))
    return found


def _next(marks: Sequence[_Mark], offset: int) -> _Mark | None:
    """The first of some marks behind an offset; they stand in order."""
    at = bisect.bisect_right(marks, offset, key=lambda mark: mark.begin)
    return marks[at] if at < len(marks) else None


def _referred(begin: int, marks: Sequence[_Mark]) -> str:
    """What the last thing before an offset is, of things that the vendor uses the last data or model, as its service is none of
    them; empty where none is near.

    A thing that stands right before the offset is who does it ('our models learn from them'), and one before another tag says what
    kind that is ('our model suppliers').
    """
    things = _USED if _party_before(begin, marks) == "VENDOR" else _THINGS
    if any(mark.stop + 1 == begin and mark.written in _MODELS for mark in marks):
        things = _DATA_TAGS
    starts = {mark.begin for mark in marks}
    for mark in reversed(marks):
        if mark.stop <= begin and mark.written in things and mark.stop + 1 not in {begin, *starts}:
            return mark.written if begin - mark.stop <= REACH else ""
    return ""


def _party_before(begin: int, marks: Sequence[_Mark]) -> str:
    """The last party that is named before an offset, or an empty string."""
    return next(
        (mark.written for mark in reversed(marks) if mark.stop <= begin and mark.written in ("VENDOR", "CUSTOMER")), ""
    )


def data_of(tagged: str) -> str:
    """The last kind of data that a tagged text names, or an empty string."""
    return max(_DATA_TAGS, key=tagged.rfind) if any(tag in tagged for tag in _DATA_TAGS) else ""


def _before_article(lower: str, start: int, language: Language) -> int:
    """Where the tag of a party or of the agreement begins: 'the Supplier' is VENDOR, as 'Supplier' and 'we' are."""
    for article in language.naming.silent_articles:
        begun = start - len(article) - 1
        if lower[max(begun, 0) : start] == f"{article} " and not lower[max(begun - 1, 0) : begun].isalnum():
            return begun
    return start


def _is_country(plain: str, start: int, end: int, language: Language) -> bool:
    """Whether a pronoun in capitals is none: the 'US' of 'US$ 100' and of 'US law', in text that is not all in capitals."""
    if not plain[start:end].isupper() or plain[start:end].lower() not in language.naming.first_person:
        return False
    around = plain[max(start - NEIGHBOURS, 0) : start] + plain[end : end + NEIGHBOURS]
    return plain[end : end + 2].lstrip()[:1] in tuple("$€£") or any(letter.islower() for letter in around)


def _owned(
    tokens: Sequence[str],
    index: int,
    possessed: Mapping[str, str],
    found: tuple[str, int, bool] | None,
) -> tuple[str, int, bool] | None:
    """A common noun is a class of data only as the customer's: 'your files'."""
    if found is not None and found[0] in _DATA_TAGS:
        return found
    for length in (3, 2, 1):
        if index + length > len(tokens):
            continue
        phrase = " ".join(tokens[index : index + length])
        if phrase in possessed and (found is None or found[1] <= index + length):
            return possessed[phrase], index + length, False
    return found
