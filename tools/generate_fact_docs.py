"""Writes docs/facts/ from the extractor's ontology and definitions; with --check it only says which pages are stale."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generate_rule_docs import CATEGORIES, ROOT, by_number, write
from markdown_text import escaped

from vendorlint.policy.packs import bundled_packs, read_packs
from vendorlint.policy.rules import Rule, load_rules
from vendorlint.reports.catalogue import titled
from vendorlint_extractor import Extractor
from vendorlint_extractor.ontology import FactInfo, facts
from vendorlint_extractor.readings.definitions import Example, FactDefinition, load_examples

TARGET = ROOT / "docs" / "facts"
DEFINITIONS = Extractor().definitions
FAMILIES = {"document": "Document"} | CATEGORIES
LANGUAGES = {"en": "English", "fr": "French"}
TYPES = {
    "bool": "true or false",
    "enum": "one of the values below",
    "set": "one or more of the values below",
    "int": "a whole number",
    "number": "a number",
    "date": "a date, such as 2026-03-01",
    "code": "a country as in ISO 3166, with a part of it where that has laws of its own: FR, US-DE",
    "text": "text",
}
# These have no readings: they are told from the whole document.
WHOLE = {
    "document.type": "its first headings, else its first clauses",
    "document.language": "the frequent words of each; terms in a language in which no facts are read are refused",
}
SAMPLES = {
    "bool": "true",
    "int": "30",
    "number": "99.9",
    "date": '"2026-03-01"',
    "code": "FR",
    "text": '"USD 100000"',
}  # of values in a facts file; an enum or a set has its first one
EXPERIMENTAL = (
    "**Experimental:** it is read right less often than the others ([figures](../accuracy.md#scored-before-they-were-read)), "
    "and no pack that ships makes more than an info of it."
)
PER_LANGUAGE = 3  # examples of a kind on a page
MANY = 20  # values: of more, those without an example are told in a line
MADE = "<!-- Written by tools/generate_fact_docs.py from the extractor's ontology and definitions. -->"

Limbs = Sequence[tuple[str, Mapping[str, Any]]]  # (pack, limb of a law that a rule checks)


def pages() -> dict[str, str]:
    """The text of each page by its file's name, the index README.md among them."""
    rules = load_rules([ROOT / "rego"]).rules.values()
    limbs = _limbs()
    texts = {
        f"{fact.id}.md": "\n".join([*_page(fact, [rule for rule in rules if fact.id in rule.facts], limbs), MADE, ""])
        for fact in facts().values()
    }
    return texts | {"README.md": "\n".join([*_index(rules), MADE, ""])}


def _limbs() -> Limbs:
    packs = ((name, read_packs([name], ROOT)[-1].document.value) for name in bundled_packs())
    return [(name, limb) for name, document in packs for limb in document.get("covers", ()) if limb["rules"]]


def _page(fact: FactInfo, reading: Sequence[Rule], limbs: Limbs) -> Iterator[str]:
    definition = DEFINITIONS.get(fact.id)
    examples = load_examples(definition) if definition else {}
    yield from (f"# {fact.id}", "", f"**{fact.title}.** {fact.meaning}", "", f"Type: {TYPES[fact.type]}.", "")
    if fact.status == "experimental":
        yield from (EXPERIMENTAL, "")
    values = _values(fact, examples)
    if values:
        shown = {value: text for value, text in values.items() if text or len(values) <= MANY}
        rows = [f"| `{value}` | {escaped(text) or '-'} |" for value, text in shown.items()]
        others = [f"`{value}`" for value in values if value not in shown]
        rest = ["", f"And {', '.join(others)}."] if others else []
        yield from _section("Values", ["| value | as in |", "| --- | --- |"], [*rows, *rest])
    yield from ("## Languages", "", _languages(fact, definition), "")
    yield from _examples(examples, set(values.values()))
    yield from ("## In facts.yaml", "", "```yaml", *_place(fact), "```", "")
    yield from ("## Rules", "", *_rules(reading), "")
    ids = {rule.id for rule in reading}
    rows = [
        f"| {limb['provision']} | {limb['asks']} | [{name}](../policies/{name.partition('/')[2]}.md) |"
        for name, limb in limbs
        if ids & set(limb["rules"])
    ]
    yield from _section("Limbs of laws", ["| provision | what it asks | pack |", "| --- | --- | --- |"], rows)


def _section(title: str, head: Sequence[str], lines: Iterable[str]) -> list[str]:
    """A section, or nothing where there are no lines for it."""
    inside = list(lines)
    return [f"## {title}", "", *head, *inside, ""] if inside else []


def _values(fact: FactInfo, examples: Mapping[str, Sequence[Example]]) -> dict[str, str]:
    """The values of an enum or a set, each with a text that states it, or with an empty one."""
    known = [each for language in LANGUAGES for each in _read(examples, language)]
    return {value: next((each.text for each in known if each.value in (value, [value])), "") for value in fact.values}


def _read(examples: Mapping[str, Sequence[Example]], language: str) -> list[Example]:
    return [example for example in examples.get(language, ()) if not example.todo]


def _languages(fact: FactInfo, definition: FactDefinition | None) -> str:
    if definition is None:
        return f"Told of {' and '.join(LANGUAGES.values())} documents by {WHOLE[fact.id]}."
    if definition.derive:
        links = " or ".join(f"[{each}]({each}.md)" for each in definition.derive)
        return f"It has no readings of its own: it is how the clauses put it that state {links}, in their languages."
    read = [name for language, name in LANGUAGES.items() if definition.readings.get(language)]
    unread = [name for name in LANGUAGES.values() if name not in read]
    return f"Read in {' and '.join(read)}." + (f" **Not read in {' and '.join(unread)}.**" if unread else "")


def _examples(examples: Mapping[str, Sequence[Example]], shown: set[str]) -> Iterator[str]:
    """What states the fact, what looks alike and does not, and what is not read yet."""
    stated, alike, unread = [], [], []
    for language in LANGUAGES:
        known = _read(examples, language)
        states = _spread(each for each in known if each.value not in (None, "conflict") and each.text not in shown)
        nothing = [each for each in known if each.value is None and each.why]
        stated += [f"- {escaped(each.text)} → `{_words(each.value)}`" for each in states[:PER_LANGUAGE]]
        alike += [f"- {escaped(each.text)} → nothing ({escaped(each.why or '')})" for each in nothing[:PER_LANGUAGE]]
        todo = [each for each in examples.get(language, ()) if each.todo]
        unread += [f"- {escaped(each.text)} → would be `{_words(each.value)}`" for each in todo[:PER_LANGUAGE]]
    yield from _section("What states it", [], stated)
    yield from _section("What looks alike and does not", [], alike)
    yield from _section("What is not read yet", [], unread)


def _spread(examples: Iterable[Example]) -> list[Example]:
    """A first example of each value, then the others."""
    first: list[Example] = []
    others: list[Example] = []
    for example in examples:
        known = any(example.value == each.value for each in first)
        (others if known else first).append(example)
    return first + others


def _words(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(each if isinstance(each, str) else json.dumps(each) for each in values) or "nothing"


def _place(fact: FactInfo) -> Iterator[str]:
    """Where the fact stands in a facts file, and with which keys."""
    path = fact.id.split(".")
    for depth, key in enumerate(("facts", *path)):
        yield f"{'  ' * depth}{key}:"
    indent = "  " * (len(path) + 1)
    yield f"{indent}value: {_sample(fact)}"
    yield f"{indent}confidence: high"
    yield f"{indent}evidence: []  # the clauses: document, section, lines, quote"


def _sample(fact: FactInfo) -> str:
    if fact.values:
        return f"[{fact.values[0]}]" if fact.type == "set" else fact.values[0]
    return SAMPLES[fact.type]


def _rules(reading: Sequence[Rule]) -> list[str]:
    if not reading:
        return ["No rule that ships reads it; [one of yours](../own-facts-and-rules.md) can."]
    return [f"- [{rule.id}](../rules/{rule.id}.md): {rule.title}" for rule in reading]


def _index(rules: Iterable[Rule]) -> Iterator[str]:
    known = facts()
    yield from ("# Facts", "", f"vendorlint reads {len(known)} facts out of terms; `vendorlint facts` lists them.", "")
    for family, title in FAMILIES.items():
        rows = [
            f"| {_link(fact.id)} | {titled(fact)} | {_type(fact)} | {_in(fact)} |"
            for fact in known.values()
            if fact.id.partition(".")[0] == family
        ]
        yield from _section(title, ["| fact | what it is | type | read in |", "| --- | --- | --- | --- |"], rows)
    by_provision: dict[str, dict[str, None]] = {}
    for rule in rules:
        for reference in rule.references:
            by_provision.setdefault(reference, {}).update(dict.fromkeys(fact for fact in rule.facts if fact in known))
    rows = [
        f"| {provision} | {', '.join(map(_link, by_provision[provision]))} |"
        for provision in sorted(by_provision, key=by_number)
        if by_provision[provision]
    ]
    yield from _section("By law and standard", ["| provision | facts |", "| --- | --- |"], rows)


def _link(fact: str) -> str:
    return f"[{fact}]({fact}.md)"


def _type(fact: FactInfo) -> str:
    return f"{fact.type} of {len(fact.values)}" if fact.values else fact.type


def _in(fact: FactInfo) -> str:
    """The codes of the languages in which it is read; of a derived fact, those of what it is derived from."""
    definition = DEFINITIONS.get(fact.id)
    if definition is None:
        return ", ".join(LANGUAGES)
    sources = [DEFINITIONS[each] for each in definition.derive] or [definition]
    return ", ".join(language for language in LANGUAGES if any(each.readings.get(language) for each in sources))


if __name__ == "__main__":
    sys.exit(write(TARGET, pages(), sys.argv[1:]))
