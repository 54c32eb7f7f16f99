"""Other names that a document gives to what has one already: '"Rulebook" means this agreement'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorlint_extractor.clauses.defined import MIN_TERM, quoted_groups
from vendorlint_extractor.clauses.tag import tag_text
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.spans import DerivedBuilder
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases

MAX_ALIASED = 160  # characters of what has the other name
MAX_NAME = 5  # words
ROUNDS = 3  # a name may be that of a name
_DATA = frozenset({"CONTENT", "OUTPUT", "PERSONAL"})
_WEAKER = frozenset({"USAGE", "FEEDBACK", "DEID"})  # classes of data that are less than content


def add_aliases(phrases: Phrases, texts: Sequence[str], language: Language) -> None:
    """Let other names of the parties, the agreement, models and content be tagged as these. Content is called by what seems
    less ('"Usage Data" means Customer Data') as well, and by what is content and more."""
    found = [each for text in texts if '"' in text for each in _named(text, language)]
    joined = language.naming.joined
    opens = gate_of(joined).opens
    found += [(match["name"], match["words"]) for text in texts if opens(text) for match in joined.finditer(text)]
    for _ in range(ROUNDS):
        added = [_add(phrases, name, words, language) for name, words in found]
        if not any(added):
            return


def _add(phrases: Phrases, name: str, words: str, language: Language) -> bool:
    form = language.tokens.words(name)
    if len("".join(form)) < MIN_TERM or len(form) > MAX_NAME:
        return False
    match = language.naming.alias.match(_tagged(words, phrases, language))
    tag = next(filter(None, match.groups())) if match else None
    known = phrases.tag_of(form) or phrases.tag_of(form[-1:])
    if tag is None or known == tag or (known and not (tag == "CONTENT" and known in _WEAKER)):
        return False
    if tag in _DATA and " ".join(form) in language.naming.never_defined:
        return False
    for variant in language.plurals.forms(form) if tag != "VENDOR" else (form,):
        phrases.add(variant, tag, proper=known is None)
    return True


def _tagged(words: str, phrases: Phrases, language: Language) -> str:
    builder = DerivedBuilder()
    builder.add(words, 0, len(words))
    return tag_text(builder.build(), phrases, language).text


def _named(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """(name, what has it): "X" means ..., or ... is called "X"."""
    naming = language.naming
    for begun, ended, group in quoted_groups(text, naming):
        before = text[max(begun - MAX_ALIASED, 0) : begun]
        behind = text[ended : ended + MAX_ALIASED]
        if means := naming.means.match(behind):
            words = _sentence(behind[means.end() :], language)
        elif called := naming.called.search(before):
            words = _last_sentence(before[: called.start()], language)
        else:
            continue
        yield from ((name, words) for name in group if name[:1].isupper())


def _sentence(text: str, language: Language) -> str:
    stop = language.sentences.stop.search(text)
    return text[: stop.start()] if stop else text


def _last_sentence(text: str, language: Language) -> str:
    return text[max((stop.end() for stop in language.sentences.stop.finditer(text)), default=0) :]
