"""Who the vendor and the customer are: names and roles, read before any clause."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterable, Sequence

from vendorlint_extractor.clauses.acting import USES, frequent_actor, is_word
from vendorlint_extractor.clauses.aliases import add_aliases
from vendorlint_extractor.clauses.defined import add_branded, add_defined, add_own_names, quoted_groups
from vendorlint_extractor.clauses.roles import acts, is_signed, lawful_roles, read_roles, stated_roles
from vendorlint_extractor.language.cues import Naming
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.tokens import fold_case

_SUBJECT_TAGS = frozenset({"AI", "MODEL", "AI MODEL"})
COMPANY = "COMPANY"  # a registered name that is none of the parties'
MIN_SHORT_NAME = 4  # letters
MAX_NAMES = 20  # names of a vendor whose short forms are looked for: each costs a look at the whole document
MAX_NAME = 5  # words
MAX_BRAND = 4  # words of a name
MAX_INITIALS = 5  # letters of a short name that is made of the longer one's
ROLES = 2  # times that a name has an article: it is a role
ALIAS = 360  # characters between a company's registered name and its short one: its form, its seat, its number
REGISTERED = 80  # characters of a registered name
ADDRESSED = 5  # times that a document says 'you'
MANY_SELLERS = 4  # times that a market speaks of its sellers
USES_OF_CUSTOMER = 10  # of a word for customers that is no such word elsewhere
ACTS_OF_COUNTERPART = 5  # times that whoever signs acts under a name that elsewhere is others'


def read_parties(texts: Sequence[str], language: Language) -> Phrases:
    """The language's phrases with those of this document added: its vendor's and customer's names and its defined terms."""
    phrases = Phrases(language.tokens, base=language.phrases)
    vendors, customers = _names(texts, language)
    for name, tag in [(n, "VENDOR") for n in vendors] + [(n, "CUSTOMER") for n in customers]:
        form = tuple(language.tokens.token.findall(fold_case(name.rstrip(".,"))))
        if form and len(form) <= MAX_NAME:
            phrases.add(form, tag, proper=" ".join(form) in language.naming.capitalised)
            for article in language.naming.articles:  # 'the company' may be a phrase of the language with another tag
                if language.phrases.tag_of((article, *form)):
                    phrases.add((article, *form), tag)
            if tag == "VENDOR":
                _add_brand(phrases, form, language.naming)
    _add_papers(phrases, texts, language)
    _add_companies(phrases, texts, language)
    add_own_names(phrases, texts, language)
    add_branded(phrases, texts, language)
    add_defined(phrases, texts, language)
    _add_data(phrases, customers, language)
    add_aliases(phrases, texts, language)
    return phrases


def _add_data(phrases: Phrases, customers: set[str], language: Language) -> None:
    """What is the customer's by its name ('Publisher Data'), unless the document says what that is."""
    for name, noun in itertools.product(sorted(customers), language.naming.data_behind):
        data = language.tokens.words(noun)
        form = (*language.tokens.words(name), *data)
        if len(form) <= MAX_NAME and phrases.tag_of(form) is None:
            phrases.add(form, "PERSONAL" if language.phrases.tag_of(data) == "PERSONAL" else "CONTENT")


def _add_papers(phrases: Phrases, texts: Sequence[str], language: Language) -> None:
    """What contracts of a kind call themselves, in a word that elsewhere is another thing's: 'le marché'."""
    for pair in language.naming.pairs:
        if pair.papers and is_signed(pair, texts):
            for paper in pair.papers:
                phrases.add(language.tokens.words(paper), "AGREEMENT")


def _add_brand(phrases: Phrases, name: tuple[str, ...], naming: Naming) -> None:
    """The vendor's name as that of its service: 'use Acme', 'the Acme app'."""
    for verb in naming.brand_after:
        phrases.add((*verb.split(), *name), f"{verb} SERVICE")
    for noun in naming.brand_before:
        phrases.add((*name, noun), "SERVICE")


def _add_companies(phrases: Phrases, texts: Sequence[str], language: Language) -> None:
    """A company's registered name is a name, whatever words are in it: 'Acme AI, Inc.' has no AI in it."""
    for found in {match for text in texts for match in language.naming.registered.findall(text)}:
        form = tuple(language.tokens.token.findall(fold_case(found)))
        tags = {
            phrases.tag_of(form[begin:end]) for begin in range(len(form)) for end in range(begin + 1, len(form) + 1)
        }
        if tags & _SUBJECT_TAGS:
            phrases.add(form, "VENDOR" if phrases.tag_of(form[:1]) == "VENDOR" else COMPANY)


def _names(texts: Sequence[str], language: Language) -> tuple[set[str], set[str]]:
    """What the document calls its vendor and its customer."""
    roles = read_roles(texts, language)
    if roles is not None:
        vendors, customers = set(roles.vendor), set(roles.customer)
        return vendors | {name for known in vendors for name in _short_names(texts, known, language)}, customers
    vendors, customers = _aliases(texts, language)
    lawful = lawful_roles(texts, language.naming)
    vendors, customers = vendors - lawful.customer | lawful.vendor, customers - lawful.vendor | lawful.customer
    customers |= _frequent_customers(texts, language.naming) | _counterparts(texts, language.naming) - vendors
    vendors |= _parties(texts, language.naming)
    vendors |= frequent_actor(texts, language, vendors, customers)
    vendors |= _role_of_vendor(texts, language.naming) - customers
    stated = stated_roles(texts, language.naming)
    if not stated.customer & vendors and not stated.vendor & customers:
        vendors, customers = (
            vendors | _unknown(stated.vendor, language),
            customers | _unknown(stated.customer, language),
        )
    customers |= _sellers(texts, language.naming) if vendors - set(language.naming.sellers) else set()
    return vendors | {
        name for known in sorted(vendors)[:MAX_NAMES] for name in _short_names(texts, known, language)
    }, customers


def _unknown(names: Iterable[str], language: Language) -> set[str]:
    """The names among these that are no words of the language with a tag: those say already who is who."""
    return {name for name in names if language.phrases.tag_of(language.tokens.words(name)) is None}


def _aliases(texts: Sequence[str], language: Language) -> tuple[set[str], set[str]]:
    naming = language.naming
    vendors: set[str] = set()
    customers: set[str] = set()
    brands: set[str] = set()
    for text in texts:
        for begun, _, group in quoted_groups(text, naming):
            lowered = {term.lower() for term in group}
            before = text[max(begun - ALIAS, 0) : begun]
            if lowered & naming.second_person:
                customers |= lowered - naming.second_person
            elif lowered & naming.first_person:
                vendors |= lowered - naming.first_person | _registered_names(before, naming)
                brands |= {term.lower() for term in group if _is_brand(term, naming)}
            elif (company := naming.company.search(before)) and len(group) <= 2:
                name, *others = group
                if _is_alias(name, company, language, first=not vendors):
                    vendors |= {name.lower(), *_registered_names(before, naming), *_roles(others, language)}
    return {v for v in vendors if _is_party(v, naming)} | brands, {c for c in customers if _is_party(c, naming)}


def _is_brand(term: str, naming: Naming) -> bool:
    """Whether a term beside 'we' is a name although it begins with a word such as 'we': "We Mend It"."""
    words = term.split()
    return (
        1 < len(words) <= MAX_BRAND
        and words[0].lower() not in naming.articles
        and all(word[:1].isupper() for word in words)
    )


def _registered_names(before: str, naming: Naming) -> set[str]:
    """A company's registered name without its legal form, where it is the last that stands before a short name."""
    found = naming.registered.findall(before)[-1:]
    return {name.rpartition(" ")[0].rstrip(",").lower() for name in found}


def _roles(names: Sequence[str], language: Language) -> set[str]:
    """What a company is called besides its short name: 'Acme Hosting Ltd. ("Acme" or the "Operator")'."""
    naming = language.naming
    bare = {re.sub(rf"^(?:(?:{'|'.join(naming.articles)}) |l['’])", "", name.lower()) for name in names}
    roles = naming.either_side | naming.gives_role
    return {name for name in bare if fold_case(name) in roles or not is_word(language.tokens.words(name), language)}


def _registered(company: re.Match[str]) -> str:
    """The words that may be a company's registered name: those up to its legal form, else all around a word such as 'company'."""
    end = company.end("form")
    return company.string[:end][-REGISTERED:] if end >= 0 else company.string


def _is_alias(name: str, company: re.Match[str], language: Language, *, first: bool) -> bool:
    """Whether a quoted name is a company's short one: in brackets behind it, or hereinafter if it is the first such."""
    if not _resembles(name, _registered(company), language):
        return False
    if company.string.rstrip()[-1:] in "(,":
        return True
    called = bool(language.naming.hereinafter.search(company.string))
    return first and called and not is_word(language.tokens.words(name), language)


def _parties(texts: Sequence[str], naming: Naming) -> set[str]:
    """The vendor where the preamble names it beside the customer."""
    found = {match[1].lower() for text in texts for match in naming.parties.finditer(text)}
    return {name for name in found if _is_name(name, naming) and not _is_role(name, texts, naming)}


def _is_role(name: str, texts: Sequence[str], naming: Naming) -> bool:
    """Whether a document writes a name with an article: 'the Carrier' is one of many, and 'Carrier' no company's name."""
    if name.removesuffix("s") in naming.customers:
        return True
    written = re.compile(rf"\b(?:{'|'.join(naming.articles)}) {re.escape(name)}\b", re.IGNORECASE)
    return sum(len(written.findall(text)) for text in texts) >= ROLES


def _frequent_customers(texts: Sequence[str], naming: Naming) -> set[str]:
    """What a service that has a word of its own for its customers calls them, in the singular and the plural."""
    written = re.compile(rf"\b(?:{'|'.join(map(re.escape, naming.customers))})s?\b")
    counts: collections.Counter[str] = collections.Counter()
    for text in texts:
        lower = fold_case(text)
        counts.update(match[0] for match in written.finditer(lower) if text[match.start()].isupper())
    named = {word for word in naming.customers if counts[word] + counts[f"{word}s"] >= USES_OF_CUSTOMER}
    return named | {f"{word}s" for word in named}


def _counterparts(texts: Sequence[str], naming: Naming) -> set[str]:
    """What terms that hardly say 'you' call the other party, under a name that elsewhere is that of others: 'Partner shall'."""
    addressed = re.compile(rf"\b(?:{'|'.join(naming.second_person)})\b", re.IGNORECASE)
    addresses = sum(len(addressed.findall(text)) for text in texts)
    done, word = max((acts((word,), texts, naming), word) for word in naming.counterparts)
    return {word, f"{word}s"} if done >= ACTS_OF_COUNTERPART and done > addresses else set()


def _sellers(texts: Sequence[str], naming: Naming) -> set[str]:
    """What a market calls those who sell on it, of whom there are many: in a shop's terms the same word is the vendor's."""
    found = set()
    for word in naming.sellers:
        many = re.compile(rf"\b{re.escape(word.capitalize())}s\b")
        if sum(len(many.findall(text)) for text in texts) >= MANY_SELLERS:
            found |= {word, f"{word}s"}
    return found


def _short_names(texts: Sequence[str], name: str, language: Language) -> set[str]:
    """The first word of a longer name where the document uses it alone, and as nothing but a name."""
    first, _, rest = name.partition(" ")
    if not rest or len(first) < MIN_SHORT_NAME or language.phrases.begins(first):
        return set()
    written = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE)
    uses = {found for text in texts for found in written.findall(text)}
    return {first} if uses <= {first.capitalize(), first.upper()} else set()


def _is_party(name: str, naming: Naming) -> bool:
    """Whether a term may be a party's: a name, or a role that either side may have."""
    return name in naming.either_side or _is_name(name, naming)


def _role_of_vendor(texts: Sequence[str], naming: Naming) -> set[str]:
    """The role on either side that acts where the document says 'you' to the other: 'Company may end your account'."""
    addressed = re.compile(rf"\b(?:{'|'.join(naming.second_person)})\b", re.IGNORECASE)
    if sum(len(addressed.findall(text)) for text in texts) < ADDRESSED:
        return set()
    acting = (match[1].lower() for text in texts for match in naming.before_modal.finditer(text))
    counts = collections.Counter(re.sub(rf"^(?:{'|'.join(naming.articles)}) ", "", name) for name in acting)
    return {role for role in naming.either_side if counts[role] >= USES}


def _is_name(name: str, naming: Naming) -> bool:
    return (
        bool(name)
        and len(name.split()) <= MAX_BRAND
        and name.split(maxsplit=1)[0] not in naming.not_a_name
        and not name.startswith(naming.not_a_name_begins)
    )


def _resembles(name: str, before: str, language: Language) -> bool:
    """Whether a short name is made of the words before it, written as there: 'Acme Hosting Ltd. ("Acme")'; or of the letters of a
    company's name: 'Acmeworld Ltd. ("AW")'."""
    form = language.tokens.words(name)
    if not form:
        return False
    if form[0] in language.tokens.words(before):
        written = name.split(maxsplit=1)[0].strip(",.")
        return written.lower() != form[0] or written in before or written.upper() in before
    return (
        len(name) <= MAX_INITIALS and name.isupper() and _is_made_of(name, _registered_names(before, language.naming))
    )


def _is_made_of(letters: str, names: Iterable[str]) -> bool:
    """Whether a name begins with the first of the letters and has the others behind it in their order."""
    pattern = re.compile(".*".join(map(re.escape, letters.lower())))
    return any(pattern.match(name) for name in names)
