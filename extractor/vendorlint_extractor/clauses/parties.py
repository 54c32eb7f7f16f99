"""Who the vendor is and what the document's own terms mean: names, roles and definitions, read before any clause."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Sequence

from vendorlint_extractor.clauses.periods import filled_in, period_of
from vendorlint_extractor.language.cues import Naming
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.tokens import fold_case

_QUOTED = re.compile(r'"([^"\n]{1,80}?)[,.]?"')
_FIXED_TAGS = frozenset({"VENDOR", "CUSTOMER", "AGREEMENT", "SERVICE"})
MIN_SHORT_NAME = 4  # letters
MAX_NAME = 5  # words
MAX_SHOUTED = 3  # letters of a word in capitals that may be a name in a text of capitals
USES = 3  # of a name before a modal verb, where the document does not say who the vendor is
USES_BESIDE = 8  # the same where it does
_CONTENT_TAGS = frozenset({"CONTENT", "OUTPUT", "FEEDBACK", "PERSONAL", "USAGE"})


def read_parties(texts: Sequence[str], language: Language) -> Phrases:
    """The language's phrases with those of this document added: its vendor's and customer's names and its defined terms."""
    phrases = Phrases(language.tokens, base=language.phrases)
    vendors, customers = _names(texts, language)
    for name, tag in [(n, "VENDOR") for n in vendors] + [(n, "CUSTOMER") for n in customers]:
        form = language.tokens.words(name)
        if form and len(form) <= MAX_NAME:
            phrases.add(form, tag)
    owners = _owners(phrases, language)
    for name, definition in (*_definitions(texts, language.naming), *_glossary(texts, language.naming)):
        form = language.tokens.words(name)
        period = period_of(name, definition, language)
        if period and form:
            for variant in filled_in(form, language):
                phrases.add(variant, period)
            continue
        found = _classify(definition, language, owners)
        defined = form and " ".join(form) not in language.naming.never_defined
        if found and defined and _may_take(found, form, phrases):
            for variant in language.plurals.forms(form):
                phrases.add(variant, found)
    return phrases


def _names(texts: Sequence[str], language: Language) -> tuple[set[str], set[str]]:
    """What the document calls its vendor and its customer."""
    vendors, customers = _aliases(texts, language)
    vendors |= _parties(texts, language.naming) or _frequent_actor(texts, language, vendors)
    vendors |= {name for known in vendors for name in _short_names(texts, known, language)}
    return vendors, customers


def _may_take(tag: str, form: tuple[str, ...], phrases: Phrases) -> bool:
    """Whether a defined term may become a tag: parties and agreements keep theirs, and 'Your Content' stays content whatever
    its definition lists; but it may turn out to be the vendor's."""
    known = _known(form, phrases)
    if known in _FIXED_TAGS:
        return False
    return known not in _CONTENT_TAGS or tag in ("VENDOR_CONTENT", known)


def _known(form: tuple[str, ...], phrases: Phrases) -> str | None:
    """The tag that a term has already, by the whole of it or by its last word behind an owner ('Your Content')."""
    return phrases.tag_of(form) or phrases.tag_of(form[-1:])


def _groups(text: str, naming: Naming) -> Iterable[tuple[int, int, list[str]]]:
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


def _aliases(texts: Sequence[str], language: Language) -> tuple[set[str], set[str]]:
    naming = language.naming
    vendors: set[str] = set()
    customers: set[str] = set()
    for text in texts:
        for begun, _, group in _groups(text, naming):
            lowered = {term.lower() for term in group}
            before = text[max(begun - 160, 0) : begun]
            if lowered & naming.second_person:
                customers |= lowered - naming.second_person
            elif lowered & naming.first_person:
                vendors |= lowered - naming.first_person
            elif naming.company.search(before) and before.rstrip()[-1:] in "(," and len(group) <= 2:
                name = group[0]
                if _resembles(name, before, language):
                    vendors.add(name.lower())
    return {v for v in vendors if _is_name(v, naming)}, {c for c in customers if _is_name(c, naming)}


def _parties(texts: Sequence[str], naming: Naming) -> set[str]:
    """The vendor where the preamble names it beside the customer."""
    found = (match[1].lower() for text in texts for match in naming.parties.finditer(text))
    return {name for name in found if _is_name(name, naming)}


def _short_names(texts: Sequence[str], name: str, language: Language) -> set[str]:
    """The first word of a longer name where the document uses it alone, and as nothing but a name."""
    first, _, rest = name.partition(" ")
    if not rest or len(first) < MIN_SHORT_NAME or language.phrases.begins(first):
        return set()
    written = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE)
    uses = {found for text in texts for found in written.findall(text)}
    return {first} if uses <= {first.capitalize(), first.upper()} else set()


def _is_name(name: str, naming: Naming) -> bool:
    return (
        bool(name)
        and len(name.split()) <= 4
        and name.split(maxsplit=1)[0] not in naming.not_a_name
        and not name.startswith(naming.not_a_name_begins)
    )


def _resembles(name: str, before: str, language: Language) -> bool:
    """Whether a short name is made of the words before it: 'Acme Hosting Ltd. ("Acme")'."""
    form = language.tokens.words(name)
    return form != () and form[0] in language.tokens.words(before)


def _frequent_actor(texts: Sequence[str], language: Language, known: set[str]) -> set[str]:
    """The capitalised name that most often 'may', 'will' or 'shall' and is not a role word: the vendor, where none is defined."""
    counts: collections.Counter[str] = collections.Counter()
    for text in texts:
        shouted = text[:200].isupper()  # where all is in capitals, a name is no more capital than the rest
        for match in language.naming.before_modal.finditer(text):
            form = language.tokens.words(match[1])
            if (shouted and len(match[1]) > MAX_SHOUTED) or not form or _is_word(form, language):
                continue
            counts[" ".join(form)] += 1
    best = counts.most_common(1)
    return {best[0][0]} if best and best[0][1] >= (USES_BESIDE if known else USES) else set()


def _is_word(form: tuple[str, ...], language: Language) -> bool:
    """Whether words before a modal verb are words of the language, and no name."""
    phrases, naming = language.phrases, language.naming
    if form[0] in naming.not_a_name or phrases.begins(form[0]):
        return True
    return phrases.begins(form[-1]) and form[-1] not in naming.name_endings


def _definitions(texts: Sequence[str], naming: Naming) -> Iterable[tuple[str, str]]:
    """(term, the words that define it): "X" means ..., or ... (the "X")."""
    for text in texts:
        if '"' not in text:
            continue
        for begun, ended, group in _groups(text, naming):
            after = text[ended : ended + 500]
            if naming.means.match(after):
                definition = re.split(r"(?<=[a-z)])\. (?=[A-Z\"])", after, maxsplit=1)[0]
            elif text[max(begun - 60, 0) : begun].rfind("(") > text[max(begun - 60, 0) : begun].rfind(")"):
                opened = text.rfind("(", 0, begun)
                definition = re.split(r"\. |; ", text[max(opened - 350, 0) : opened])[-1]
            else:
                continue
            for term in group:
                if len(term.split()) <= 5 and term[:1].isupper():
                    yield term, definition


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
