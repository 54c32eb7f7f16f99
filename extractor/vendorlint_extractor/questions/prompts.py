"""The prompts: `frame/<language>.md` says how to answer, `families/<family>.yaml` what a family of facts asks, with its rulings and an
example in each language."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.shipped import ROOT, parse

FOLDER = ROOT / "questions"
OTHERWISE = "en"  # the frame of a document in a language without one
_TYPES = {
    "bool": "true or false",
    "int": "a whole number",
    "number": "a number",
    "date": "a date, YYYY-MM-DD",
    "code": "an ISO 3166 code, such as FR or US-CA",
    "text": "text",
}


@dataclass(frozen=True, slots=True)
class Family:
    """What is asked of a family of facts: by language the question and an example {text, answers}; by fact its rulings."""

    ask: Mapping[str, str]
    rulings: Mapping[str, Sequence[str]]
    examples: Mapping[str, Mapping[str, Any]]


NO_FAMILY = Family({}, {}, {})  # of an organisation's own facts


@functools.cache
def frames() -> Mapping[str, str]:
    """How to answer, by language."""
    return {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted((FOLDER / "frame").glob("*.md"))}


@functools.cache
def families() -> Mapping[str, Family]:
    """The families of the facts that ship, by name."""
    return {path.stem: _family(path) for path in sorted((FOLDER / "families").glob("*.yaml"))}


def _family(path: Path) -> Family:
    raw = parse(path.read_text(encoding="utf-8"))
    return Family(raw["ask"], raw.get("rulings", {}), raw["examples"])


@functools.cache
def prompts_digest() -> str:
    """SHA-256 over all prompts and what the ontology says of facts, in hexadecimal: another one is another question."""
    digest = hashlib.sha256()
    for path in (*sorted(FOLDER.rglob("*.md")), *sorted(FOLDER.rglob("*.yaml")), ROOT / "ontology.yaml"):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def asked(name: str, infos: Sequence[FactInfo], language: str) -> str:
    """The question about facts of a family: what each means, its values and rulings, and the family's example."""
    family = families().get(name, NO_FAMILY)
    return "\n".join(_lines(family, infos, language))


def _lines(family: Family, infos: Sequence[FactInfo], language: str) -> Iterator[str]:
    if ask := family.ask.get(language):
        yield ask.strip()
    for info in infos:
        yield f"- {info.id} ({_values(info)}): {info.title}. {info.meaning}"
        yield from (f"  - {ruling}" for ruling in family.rulings.get(info.id, ()))
    if example := family.examples.get(language):
        yield f"\n<example>\n{example['text'].strip()}\n{shown({'answers': example['answers']})}\n</example>"


def _values(info: FactInfo) -> str:
    if info.values:
        return f"{'each of' if info.type == 'set' else 'one of'}: {', '.join(info.values)}"
    return _TYPES[info.type]


def shown(answer: Mapping[str, Any]) -> str:
    """An answer as it is to be given."""
    return json.dumps(answer, ensure_ascii=False)
