"""Who the vendor is and what the document's own terms mean: names, roles and definitions, read before any clause."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Sequence

from vendorlint_extractor.lexicon import Concept, Lexicon, Phrases, add_phrase, plural, sort_phrases, words
from vendorlint_extractor.tag import fold_case

_QUOTED = re.compile(r'"([^"\n]{1,80}?)[,.]?"')
_BETWEEN = re.compile(r'^[\s,;()]*(?:(?:and|or|and/or|also|to as|referred|collectively|the|together|with)\s*)*$', re.IGNORECASE)
_COMPANY = re.compile(r"\b(Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|SAS|S\.A\.S|SARL|SA|S\.A|Corp|Corporation|B\.V|BV|PLC|plc|AG|AB|Oy|Pty|LLP|LP|Company|Foundation|ApS|A/S|AS|S\.r\.l|SE|N\.V)\b\.?[^\"]{0,140}$")
_BEFORE_MODAL = re.compile(r"(?<![\w'’.])([A-Z][\w&.\-]*(?: [A-Z][\w&.\-]*)?) (?:may|will|shall|does|reserves|is not|cannot|agrees|grants|has no|provides|processes|undertakes|retains)\b")
_MEANS = re.compile(r"^\s*(?:\([^()]{0,80}\)\s*)?(?:shall |will )?(?:means?|refers? to|includes?|is|are|has the meaning|have the meaning|shall mean)\b")
_FIRST_PERSON = frozenset({"we", "us", "our", "ours"})
_SECOND_PERSON = frozenset({"you", "your", "yours"})
_NOT_A_NAME = frozenset(
    "the a an this that these those such it they each either neither no any all if as in by to for of and or but section"
    " nothing everything party parties both we you i he she who which there here what no-one anyone someone otherwise"
    " failure notice payment termination arbitrator arbitration company order seller buyer please".split()
)


def read_parties(texts: Sequence[str], lexicon: Lexicon) -> Phrases:
    """The lexicon's phrases with those of this document added: its vendor's and customer's names and its defined terms."""
    phrases: Phrases = {first: list(known) for first, known in lexicon.phrases.items()}
    vendors, customers = _aliases(texts)
    vendors |= _frequent_actor(texts, lexicon, vendors)
    for name, tag in [(n, "VENDOR") for n in vendors] + [(n, "CUSTOMER") for n in customers]:
        form = words(name)
        if form and len(form) <= 5:
            add_phrase(phrases, form, tag)
    for name, definition in _definitions(texts):
        tag = _classify(definition, lexicon, phrases)
        form = words(name)
        known = dict(phrases.get(form[0], ())).get(form) if form else None
        if tag and form and known not in ("VENDOR", "CUSTOMER", "AGREEMENT", "SERVICE"):
            for variant in plural(form):
                add_phrase(phrases, variant, tag)
    sort_phrases(phrases)
    return phrases


def _groups(text: str) -> Iterable[tuple[int, int, list[str]]]:
    """Quoted terms that stand together: ("Acme", "we" or "us"). Yields where the group starts and ends, and its terms."""
    group: list[str] = []
    begun = ended = 0
    for match in _QUOTED.finditer(text):
        if group and match.start() - ended < 60 and _BETWEEN.match(text[ended : match.start()]):
            group.append(match[1])
        else:
            if group:
                yield begun, ended, group
            begun, group = match.start(), [match[1]]
        ended = match.end()
    if group:
        yield begun, ended, group


def _aliases(texts: Sequence[str]) -> tuple[set[str], set[str]]:
    vendors: set[str] = set()
    customers: set[str] = set()
    for text in texts:
        for begun, _, group in _groups(text):
            lowered = {term.lower() for term in group}
            before = text[:begun]
            if lowered & _SECOND_PERSON:
                customers |= lowered - _SECOND_PERSON
            elif lowered & _FIRST_PERSON:
                vendors |= lowered - _FIRST_PERSON
            elif _COMPANY.search(before[-160:]) and before.rstrip()[-1:] in "(," + "" and len(group) <= 2:
                name = group[0]
                if _resembles(name, before[-160:]):
                    vendors.add(name.lower())
    return {v for v in vendors if _is_name(v)}, {c for c in customers if _is_name(c)}


def _is_name(name: str) -> bool:
    return bool(name) and len(name.split()) <= 4 and name.split()[0] not in _NOT_A_NAME and not name.startswith("agreement")


def _resembles(name: str, before: str) -> bool:
    """Whether a short name is made of the words before it: 'Acme Hosting Ltd. ("Acme")'."""
    return words(name)[:1] != () and words(name)[0] in words(before)


def _frequent_actor(texts: Sequence[str], lexicon: Lexicon, known: set[str]) -> set[str]:
    """The capitalised name that most often 'may', 'will' or 'shall' and is not a role word: the vendor, where none is defined."""
    counts: collections.Counter[str] = collections.Counter()
    for text in texts:
        for match in _BEFORE_MODAL.finditer(text):
            name = match[1]
            if name.isupper() and len(name) > 3 and text.upper()[:200] == text[:200]:
                continue
            form = words(name)
            if not form or form[0] in _NOT_A_NAME or form[0] in lexicon.phrases or form[-1] in lexicon.phrases:
                continue
            counts[" ".join(form)] += 1
    best = counts.most_common(1)
    return {best[0][0]} if best and best[0][1] >= (8 if known else 3) else set()


def _definitions(texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    """(term, the words that define it): "X" means ..., or ... (the "X")."""
    for text in texts:
        if '"' not in text:
            continue
        for begun, ended, group in _groups(text):
            after = text[ended : ended + 500]
            if _MEANS.match(after):
                definition = re.split(r"(?<=[a-z)])\. (?=[A-Z\"])", after, maxsplit=1)[0]
            elif text[max(begun - 60, 0) : begun].rfind("(") > text[max(begun - 60, 0) : begun].rfind(")"):
                opened = text.rfind("(", 0, begun)
                definition = re.split(r"\. |; ", text[max(opened - 350, 0) : opened])[-1]
            else:
                continue
            for term in group:
                if len(term.split()) <= 5 and term[:1].isupper():
                    yield term, definition


def _classify(definition: str, lexicon: Lexicon, phrases: Phrases) -> str | None:
    lowered = fold_case(definition)
    for tag, forms in (("CUSTOMER", ("you", "your", "customer", "user", "users", "client", "member", "subscriber")),):
        alternatives = "|".join([*forms, *(re.escape(" ".join(p)) for known in phrases.values() for p, t in known if t == tag and len(p) == 1 and p[0] not in forms)])
        lowered = re.sub(rf"\b({alternatives})('s)?\b", lambda m, tag=tag: tag + (m[2] or ("'s" if m[1] == "your" else "")), lowered)
    for concept in lexicon.concepts:
        if _meets(concept, lowered):
            return concept.tag
    return None


def _meets(concept: Concept, definition: str) -> bool:
    if any(pattern.search(definition) for pattern in concept.not_defined_by):
        return False
    return any(p.search(definition) for p in concept.defined_by) and (
        not concept.needs or any(p.search(definition) for p in concept.needs)
    )
