"""Which of a contract's two parties takes the service, where it calls them by name or by role ('the Bank', 'Recipient')."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vendorlint_extractor.clauses.defined import quoted_groups
from vendorlint_extractor.language.cues import Naming, Pair
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

_Group = tuple[int, int, list[str]]  # where quoted names begin and end, and the names
_SLASH = re.compile(r"[\"”»]\s*/\s*[\"“«]")  # two names of one party: '"Licensor" / "Acme"'
_ELIDED = re.compile(r"^\w'(?=\w\w)")  # an article that has lost its vowel
_WORD = re.compile(r"[A-ZÀ-Þ]\w+")  # of a name
ACTS = 2  # times that a party acts under the name that a law gives it
WEAK = 1  # times that a party provides more than it takes, which tells less than its name
SIDES = 2  # of a contract
PREAMBLE = 12  # blocks at the top of a document in which its parties are named
ALIAS = 360  # characters between a company's registered name and its short one
HIRED = 60  # characters before a name in which it is said to be hired
REACH = 1200  # characters behind 'between' in which both are


@dataclass(frozen=True, slots=True)
class _Party:
    """What a contract calls a party, and the words before that which tell who it is."""

    names: list[str]
    told: str


@dataclass(frozen=True, slots=True)
class Roles:
    """What a contract calls its vendor and its customer; both empty where it does not tell which of its parties is which."""

    vendor: frozenset[str]
    customer: frozenset[str]


def read_roles(texts: Sequence[str], language: Language) -> Roles | None:
    """The roles of the two parties that a contract names; None where it names no two."""
    top = "\n".join(texts[:PREAMBLE])
    parties = _parties(top, language) or _companies(top, texts, language)
    if parties is None:
        return None
    if len(parties) > SIDES and (several := _of_several(parties, texts, language)):
        return several
    parties = parties[:SIDES]
    first, second = (party.names for party in parties)
    lawful = _stated(lawful_roles(texts, language.naming), stated_roles(texts, language.naming), first, second)
    named = [_lawful_side(party.names, lawful) or _tag(party.names, language) for party in parties]
    tags = named if named[0] != named[1] else [_side(party, language) for party in parties]
    if tags[0] == tags[1]:
        lead = _provides(first, texts, language.naming) - _provides(second, texts, language.naming)
        told = _is_customer(second, language.naming) - _is_customer(first, language.naming)
        lead = told if abs(lead) <= WEAK and told else lead
        lead = lead or _handles(first, texts, language.naming) - _handles(second, texts, language.naming)
        return Roles(frozenset(), frozenset()) if lead == 0 else _roles(first, second, swapped=lead < 0)
    return _roles(first, second, swapped=tags[0] == "CUSTOMER" or tags[1] == "VENDOR")


def _of_several(parties: Sequence[_Party], texts: Sequence[str], language: Language) -> Roles | None:
    """The sides of three parties or more, by what each is called, or else does more often; None where all would be on one side."""
    sides: dict[str, set[str]] = {"VENDOR": set(), "CUSTOMER": set()}
    for party in parties:
        lead = _provides(party.names, texts, language.naming)
        side = _tag(party.names, language) or (("VENDOR" if lead > 0 else "CUSTOMER") if lead else None)
        if side:
            sides[side] |= {name.lower() for name in party.names}
    return Roles(*map(frozenset, sides.values())) if all(sides.values()) else None


def lawful_roles(texts: Sequence[str], naming: Naming) -> Roles:
    """The parties by the names that a law gives them: 'Business Associate shall' tells who is the vendor, wherever they are named."""
    acting = [
        (acts(pair.vendor, texts, naming, small=bool(pair.signs)), pair)
        for pair in naming.pairs
        if (not pair.signs or is_signed(pair, texts)) and any(_written(pair.customer, texts, small=bool(pair.signs)))
    ]
    done, pair = max(acting, key=lambda each: each[0], default=(0, None))
    if pair is None or done < ACTS:
        return Roles(frozenset(), frozenset())
    return Roles(frozenset(pair.vendor), frozenset(pair.customer))


def is_signed(pair: Pair, texts: Sequence[str]) -> bool:
    """Whether a document is of the kind in which these roles are: a public contract."""
    signs = re.compile(rf"\b(?:{'|'.join(map(re.escape, pair.signs))})\b")
    return bool(pair.signs) and any(signs.search(fold_case(text)) for text in texts)


def stated_roles(texts: Sequence[str], naming: Naming) -> Roles:
    """Who is said to decide on data, and who to process it for that one: 'the Council is controller and Acme its processor'.

    Empty where only one of both is said, as who decides on some data may process other.
    """
    found = []
    for said in (naming.processes, naming.controls):
        names = {match[match.lastindex or 0].lower() for text in texts for match in said.finditer(text)}
        found.append({name for name in names if name.split(maxsplit=1)[0] not in naming.not_a_name})
    vendors, customers = found[0] - found[1], found[1] - found[0]
    return Roles(frozenset(vendors), frozenset(customers)) if vendors and customers else Roles(frozenset(), frozenset())


def _stated(lawful: Roles, stated: Roles, first: Sequence[str], second: Sequence[str]) -> Roles:
    """The roles that a law gives the parties by their names, or else those that the text says they have."""
    names = {name.lower() for name in (*first, *second)}
    return lawful if names & (lawful.vendor | lawful.customer) else stated


def acts(words: tuple[str, ...], texts: Sequence[str], naming: Naming, *, small: bool = False) -> int:
    """How often somebody of such a name, written with a capital or in `small` letters as well, acts."""
    return sum(bool(naming.acts.match(match.string, match.end())) for match in _written(words, texts, small=small))


def _written(words: tuple[str, ...], texts: Sequence[str], *, small: bool = False) -> Iterator[re.Match[str]]:
    """Where any of these names stands with a capital; most names are in no text, which is told by a look for their letters."""
    forms, written = _capital(words, small=small)
    texts = [fold_case(text) for text in texts] if small else texts
    for text in texts:
        if any(form in text for form in forms):
            yield from written.finditer(text)


@functools.cache
def _capital(words: tuple[str, ...], *, small: bool) -> tuple[Collection[str], re.Pattern[str]]:
    capital = {form for word in words for form in (word.title(), word.capitalize(), word.upper())}
    forms = set(words) if small else capital
    return forms, re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b")


def _lawful_side(names: Iterable[str], lawful: Roles) -> str | None:
    """The side of a party that a law gives its name."""
    lowered = {name.lower() for name in names}
    if lowered & lawful.vendor:
        return "VENDOR"
    return "CUSTOMER" if lowered & lawful.customer else None


def _roles(vendor: Sequence[str], customer: Sequence[str], *, swapped: bool) -> Roles:
    sides = (customer, vendor) if swapped else (vendor, customer)
    return Roles(*(frozenset(name.lower() for name in names) for names in sides))


def _parties(text: str, language: Language) -> Sequence[_Party] | None:
    """The names of the two parties, or of more: what stands in brackets and quotation marks behind each ('Acme Ltd (the "Bank")').

    A title in capitals may name them before ('BETWEEN ACME LTD AND ZED LTD'), in other words than the agreement does.
    """
    for opened in language.naming.contract.finditer(text):
        found = _named(text[opened.end() : opened.end() + REACH], language)
        if found or not opened[0].isupper():
            return found
    return None


def _companies(top: str, texts: Sequence[str], language: Language) -> Sequence[_Party] | None:
    """The same where 'between' is a heading or left out: two companies by their registered names, in a text that says 'you' to nobody."""
    addressed = re.compile(rf"\b(?:{'|'.join(language.naming.second_person)})\b", re.IGNORECASE)
    if any(addressed.search(text) for text in texts):
        return None
    return _named(top[:REACH], language, registered=True)


def _named(behind: str, language: Language, *, registered: bool = False) -> Sequence[_Party] | None:
    naming = language.naming
    region = naming.bracketed.sub(r'("\g<name>")', behind)
    every = [
        (begun, ended, names)
        for begun, ended, quoted in quoted_groups(region, naming)
        if (names := [_bare(name, naming) for name in quoted])
        if (_is_named(region[max(begun - 40, 0) : begun], naming) or _SLASH.search(region[begun:ended]))
        and not _is_other(names, language)
        and (not registered or naming.company.search(region[max(begun - ALIAS, 0) : begun]))
    ]
    sides = _one_side(every, region, language)
    apart = [each for index, each in enumerate(sides) if all(each[2] != told[2] for told in sides[:index])]
    groups = apart[:SIDES]
    if len(groups) < SIDES or naming.contract_ends.search(region, 0, groups[1][1]):
        return None
    if any(_is_class(name, language) for _, _, names in groups for name in names):
        return None
    (begun, ended, first), (begun_second, ended_second, second) = groups
    if _is_running_text(region[:ended], language):
        return None
    addressed = {word.lower() for word in re.findall(r"\w+", region[:ended_second])} & naming.second_person
    if addressed:
        return None
    named = [_Party(first, region[:begun]), _Party(second, region[ended:begun_second])]
    for (_, end, _), (start, _, names) in itertools.pairwise(apart[1:]):
        if not _is_further(region[end:start], names, language):
            break
        named.append(_Party(names, region[end:start]))
    return named


def _is_further(before: str, names: Sequence[str], language: Language) -> bool:
    """Whether quoted names are of one more party in the list of them: 'Acme Ltd ("Acme"), Zed Ltd ("Zed") and Anna Osk ("Dr. Osk")'."""
    naming = language.naming
    joined = naming.next_party.search(before) or before.lstrip(") ").startswith(",")
    known = set(_WORD.findall(before))
    return (
        bool(joined)
        and not naming.contract_ends.search(before)
        and len(before) <= ALIAS
        and all(known & set(_WORD.findall(name)) for name in names)
    )


def _one_side(every: Sequence[_Group], region: str, language: Language) -> list[_Group]:
    """The groups of names with those of one side as one: 'Acme ("Acme"), Zed ("Zed" and, together with Acme, the "Buyers")'."""
    naming = language.naming
    sides: list[_Group] = []
    for begun, ended, names in every:
        if sides and _is_second_name(region[sides[-1][1] : begun], sides[-1][2], names, language):
            sides[-1] = (sides[-1][0], ended, [*sides[-1][2], *names])
            continue
        joined = naming.together.search(region, sides[-1][1], begun) if sides else None
        told = region[joined.end() : begun] if joined else ""
        first = next((at for at, (_, _, known) in enumerate(sides) if any(name in told for name in known)), None)
        if first is None:
            sides.append((begun, ended, names))
        else:
            same = [name for _, _, known in sides[first:] for name in known]
            sides[first:] = [(sides[first][0], ended, [*same, *names])]
    return sides


def _is_second_name(between: str, names: Sequence[str], others: Sequence[str], language: Language) -> bool:
    """Whether quoted names are of the party before, by what it is: 'Acme LLC ("Acme"), a company of Bath ("Reseller")'."""
    naming = language.naming
    if any(told.search(between) for told in (naming.next_party, naming.registered, naming.contract_ends)):
        return False
    tags = {_tag(names, language), _tag(others, language)} - {None}
    return len(tags) < SIDES and "\n" not in between


def _bare(name: str, naming: Naming) -> str:
    """A name without the article that is quoted with it: ("the Bank"), ("l'Abonné")."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold_case(first) in naming.articles else _ELIDED.sub("", name)


def _is_named(before: str, naming: Naming) -> bool:
    """Whether a quoted name is one given to a party here: in brackets, or behind 'hereinafter'."""
    return "(" in before or bool(naming.hereinafter.search(before))


def _is_running_text(text: str, language: Language) -> bool:
    """Whether a new sentence begins before the first term is defined: 'between Acme and them. If ... (the "Period")'."""
    words = (text[stop.end() :].split(maxsplit=1) for stop in language.sentences.stop.finditer(text))
    first = (each[0] for each in words if each)
    return any(word.lower() in language.naming.not_a_name and not word.isupper() for word in first)  # no title: PARTIES


def _is_other(names: Iterable[str], language: Language) -> bool:
    """Whether quoted words name no party: the agreement, the date, the parties together."""
    if any(name.lower() in language.naming.no_party for name in names):
        return True
    told = [name for name in names if not _is_helper(name, language)]
    known = {name: language.phrases.tag_of(language.tokens.words(name)) for name in told}
    never = any(tag is None and name.lower() in language.naming.never_defined for name, tag in known.items())
    return never or bool({*known.values()} - {None, "VENDOR", "CUSTOMER"})


def _is_helper(name: str, language: Language) -> bool:
    """Whether it is one helper's name ('Contractor'), who is the vendor of whoever it has a contract with."""
    return language.phrases.tag_of(language.tokens.words(name)) == "SUBCONTRACTOR" and not name.lower().endswith("s")


def _is_class(name: str, language: Language) -> bool:
    """Whether it is the plural of a word for customers: those of a platform, who are no party to this contract alone."""
    one = name.lower().removesuffix("s")
    is_customer = one in language.naming.customers or language.phrases.tag_of(language.tokens.words(one)) == "CUSTOMER"
    return name.lower().endswith("s") and is_customer


def _tag(names: Iterable[str], language: Language) -> str | None:
    """The side that a role is always on; a company may be on either."""
    forms = [language.tokens.words(name) for name in names]
    untold = {*language.naming.either_side, *language.naming.sellers}
    known = {language.phrases.tag_of(form) for form in forms if form and form[-1] not in untold}
    tags = {"VENDOR" if tag == "SUBCONTRACTOR" else tag for tag in known}
    words = {" ".join(form) for form in forms}
    roles = (("VENDOR", language.naming.gives_role), ("CUSTOMER", language.naming.takes_role))
    called = next((tag for tag, known in roles if words & known), None)
    return next((tag for tag in ("VENDOR", "CUSTOMER") if tag in tags), called)


def _side(party: _Party, language: Language) -> str | None:
    """The side that a party's name tells; whoever is anybody that signs is the customer."""
    anybody = language.naming.anybody.search(party.told)
    return _tag(party.names, language) or ("CUSTOMER" if anybody else None)


def _is_customer(names: Iterable[str], naming: Naming) -> bool:
    """Whether it is a word that some services have for their customers ('Merchant'), where nothing else tells the side."""
    return any(fold_case(name) in naming.customers for name in names)


def _provides(names: Iterable[str], texts: Sequence[str], naming: Naming) -> int:
    """How often a party is said to provide something, less how often it is said to take or to pay for it."""
    behind = list(_behind(names, texts))
    done = sum(bool(naming.provides.match(text, end)) - bool(naming.takes.match(text, end)) for text, end in behind)
    return done + sum(bool(naming.hired.search(text, max(end - HIRED, 0), end)) for text, end in _before(names, texts))


def _handles(names: Iterable[str], texts: Sequence[str], naming: Naming) -> int:
    """How often a party is said to do something to data: it has the other's."""
    return sum(bool(naming.handles.match(text, end)) for text, end in _behind(names, texts))


def _before(names: Iterable[str], texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Where each text that names a party comes to its name."""
    written = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return ((text, match.start()) for text in texts for match in written.finditer(text))


def _behind(names: Iterable[str], texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Where each text that names a party goes on behind its name."""
    written = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return ((text, match.end()) for text in texts for match in written.finditer(text))
