"""The vendor that no definition names: whoever acts most often, or is granted rights."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Sequence

from vendorlint_extractor.language.cues import Naming
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

USES = 3  # of a name before a modal verb, where the document does not say who the vendor is
USES_BESIDE = 8  # the same where it does
MIN_ACRONYM = 3  # letters
MAX_SHOUTED = 3  # letters of a word in capitals that may be a name in a text of capitals


def frequent_actor(texts: Sequence[str], language: Language, known: set[str], customers: set[str]) -> set[str]:
    """The capitalised name that most often 'may', 'will' or 'shall', or to which the customer grants a licence, and is no role
    word and no customer: the vendor, where none is defined."""
    naming = language.naming
    counts: collections.Counter[str] = collections.Counter()
    for text in texts:
        shouted = text[:200].isupper()  # where all is in capitals, a name is no more capital than the rest
        for match in itertools.chain(naming.before_modal.finditer(text), naming.granted_to.finditer(text)):
            name = _actor(match[1], naming)
            form = language.tokens.words(name)
            if (shouted and len(match[1]) > MAX_SHOUTED) or not form or name in customers or is_word(form, language):
                continue
            counts[name] += USES if match.re is naming.granted_to and not known else 1
    if not known and (titled := [name for name, _ in counts.most_common() if _opens(texts, name, language)]):
        return {titled[0]}
    best = counts.most_common(1)
    return {best[0][0]} if best and best[0][1] >= (USES_BESIDE if known else USES) else set()


def _opens(texts: Sequence[str], name: str, language: Language) -> bool:
    """Whether a document's title begins with a name: 'Acme Maps Terms of Service'."""
    form, title = language.tokens.words(name), texts[0].strip()
    return not title.endswith(".") and language.tokens.words(title)[: len(form)] == form


def _actor(words: str, naming: Naming) -> str:
    """The name before a verb, without a conjunction ('While Acme may').

    It loses its article where that makes no role of it: before a registered name ('The Acme Group GmbH'), an acronym ('The BTC'),
    and in some languages a name of several words ('Les Halles Larkspur').
    """
    first, _, rest = words.partition(" ")
    article = fold_case(first)
    if article not in naming.articles:
        begins = first.istitle() and article in naming.not_a_name - naming.first_person - naming.second_person
        return fold_case(rest if rest and begins else words)
    named = naming.registered.search(words) or _is_acronym(rest)
    return fold_case(rest if named or (article in naming.name_articles and " " in rest) else words)


def _is_acronym(name: str) -> bool:
    return len(name) >= MIN_ACRONYM and name.isupper() and name.isalpha()


def is_word(form: tuple[str, ...], language: Language) -> bool:
    """Whether words before a modal verb are words of the language, and no name."""
    phrases, naming = language.phrases, language.naming
    if form[0] in naming.not_a_name or phrases.begins(form[0]) or " ".join(form) in naming.never_defined:
        return True
    return phrases.begins(form[-1]) and form[-1] not in naming.name_endings
