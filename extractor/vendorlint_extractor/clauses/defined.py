"""What a document's own terms mean: its definitions, read before any clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vendorlint_extractor.clauses.periods import filled_in, period_of
from vendorlint_extractor.clauses.values import value_of
from vendorlint_extractor.language.cues import Naming
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.tokens import fold_case

_QUOTED = re.compile(r'"([^"\n]{1,80}?)[,.]?"')
_FIXED_TAGS = frozenset({"VENDOR", "CUSTOMER", "AGREEMENT", "SERVICE"})
_CONTENT_TAGS = frozenset({"CONTENT", "OUTPUT", "FEEDBACK", "PERSONAL", "USAGE"})
_DATA_TAGS = _CONTENT_TAGS | {"DEID"}

MIN_TERM = 2  # letters: a grade that a text gives ("A", "B") is no term, and is a word of some languages


def add_own_names(phrases: Phrases, texts: Sequence[str], language: Language) -> None:
    """What the document calls itself: 'these Community Terms'."""
    for found in {match for text in texts for match in language.naming.own_name.findall(text)}:
        form = language.tokens.words(found)
        if phrases.tag_of(form) is None:
            phrases.add(form, "AGREEMENT")


def add_defined(phrases: Phrases, texts: Sequence[str], language: Language) -> None:
    """The terms that the document defines as something which has a tag."""
    owners, naming = _owners(phrases, language), language.naming
    defined = [*_definitions(texts, naming), *_glossary(texts, naming)]
    for name, definition in defined:
        form = language.tokens.words(name)
        if len("".join(form)) < MIN_TERM or " ".join(form) in naming.never_defined:
            continue
        if period := period_of(name, definition, language):
            for variant in filled_in(form, language):
                phrases.add(variant, period)
            continue
        found = _classify(definition, language, owners)
        if found in _DATA_TAGS and _is_no_data(form, definition, naming):
            continue
        if found and _may_take(found, form, phrases):
            for variant in language.plurals.forms(form):
                phrases.add(variant, found)
    for name, definition in defined:  # last, as their words have tags of their own
        form = language.tokens.words(name)
        if phrases.tag_of(form) is None and (value := value_of(name, definition, phrases, language)):
            for variant in filled_in(form, language):
                phrases.add(variant, value)
        else:
            _add_joined(form, phrases)


def _add_joined(form: tuple[str, ...], phrases: Phrases) -> None:
    """A term for data as it is written as one word, too: "customer-data", "customerdata"."""
    tag = phrases.tag_of(form) if form[1:] else None
    for joined in ("-".join(form), "".join(form)) if tag in _DATA_TAGS else ():
        if phrases.tag_of((joined,)) is None:
            phrases.add((joined,), str(tag))


def add_stated(phrases: Phrases, clauses: Sequence[str], language: Language) -> bool:
    """Let phrases become what the document's clauses state of them: confidential information that includes content.

    Whether any did; the clauses are then to be tagged anew.
    """
    found = [term for term in language.stated if any(p.search(text) for p in term.patterns for text in clauses)]
    for term in found:
        for form in term.forms:
            phrases.add(form, term.tag)
    return bool(found)


def _is_no_data(form: tuple[str, ...], definition: str, naming: Naming) -> bool:
    """Whether a term is that of a person, a place, a request or the like: its definition mentions data, and is none."""
    return form[naming.head] in naming.no_data or bool(naming.no_data_defined.match(definition))


def _may_take(tag: str, form: tuple[str, ...], phrases: Phrases) -> bool:
    """Whether a defined term may become a tag: parties and agreements keep theirs, and 'Your Content' stays content whatever
    its definition lists; but it may turn out to be the vendor's, and usage data what the customer puts in."""
    known = _known(form, phrases)
    if known in _FIXED_TAGS:
        return False
    return known not in _CONTENT_TAGS or tag in ("VENDOR_CONTENT", known) or (tag == "CONTENT" and known == "USAGE")


def _known(form: tuple[str, ...], phrases: Phrases) -> str | None:
    """The tag that a term has already, by the whole of it or by its last word behind an owner ('Your Content')."""
    return phrases.tag_of(form) or phrases.tag_of(form[-1:])


def quoted_groups(text: str, naming: Naming) -> Iterable[tuple[int, int, list[str]]]:
    """Quoted terms that stand together: ("Acme", "we" or "us"). Yields where the group starts and ends, and its terms."""
    group: list[str] = []
    begun = ended = 0
    for match in _QUOTED.finditer(text):
        if group and match.start() - ended < 60 and naming.between.match(text[ended : match.start()]):
            group.append(match[1].strip())
        else:
            if group:
                yield begun, ended, group
            begun, group = match.start(), [match[1].strip()]
        ended = match.end()
    if group:
        yield begun, ended, group


def _definitions(texts: Sequence[str], naming: Naming) -> Iterable[tuple[str, str]]:
    """(term, the words that define it): "X" means ..., or ... (the "X")."""
    for text in texts:
        if '"' not in text:
            continue
        for begun, ended, group in quoted_groups(text, naming):
            after = text[ended : ended + 500]
            if naming.means.match(after):
                definition = re.split(r"(?<=[a-z)])\. (?=[A-Z\"])", after, maxsplit=1)[0]
            elif text[max(begun - 60, 0) : begun].rfind("(") > text[max(begun - 60, 0) : begun].rfind(")"):
                definition = _before(text, text.rfind("(", 0, begun))
            elif naming.called.search(text[max(begun - 160, 0) : begun]):
                definition = _before(text, begun)
            else:
                continue
            for term in group:
                if len(term.split()) <= 5 and term[:1].isupper():
                    yield term, definition


def _before(text: str, end: int) -> str:
    """The words of a sentence up to the term that they define."""
    return re.split(r"\. |; ", text[max(end - 350, 0) : end])[-1]


def _glossary(texts: Sequence[str], naming: Naming) -> Iterable[tuple[str, str]]:
    """(term, the words that define it) of a glossary's entries: 'Data: all information that ...'."""
    for text in texts:
        if match := naming.entry.match(text):
            yield match[1], text[match.end() : match.end() + 500]


def _owners(phrases: Phrases, language: Language) -> re.Pattern[str]:
    """Every single word for the customer ('you', 'client', this document's own) and, in the group `own`, its possessives."""
    names = "|".join(map(re.escape, phrases.single_words("CUSTOMER")))
    own = "|".join(map(re.escape, phrases.single_words("CUSTOMER's")))
    ending = "|".join(map(re.escape, language.tokens.possessives))
    return re.compile(rf"\b(?:(?P<own>{own})|(?:{names})(?P<s>{ending})?)\b")


def _classify(definition: str, language: Language, owners: re.Pattern[str]) -> str | None:
    tagged = owners.sub(lambda match: "CUSTOMER's" if match["own"] or match["s"] else "CUSTOMER", fold_case(definition))
    return next((concept.tag for concept in language.concepts if concept.is_defined(tagged)), None)
