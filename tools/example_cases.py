"""Where examples/rules breaks each shipped rule, and where it keeps it, with the clause that says so."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vendorlint.facts.wording import value_words
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.passed import Passed, StatedFact
from vendorlint.findings.report import Report
from vendorlint.jobs.check import check_targets
from vendorlint.policy.requirements import load_policy
from vendorlint.project.config import find_config
from vendorlint.project.project import find_project
from vendorlint.project.targets import find_targets
from vendorlint.reports.parts.wording import declaration_note

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "rules"
TODAY = "2026-11-26"  # no rule of these goes by it
# Facts that are either true or not stated: what the clause of a vendor that keeps the rule begins with instead.
INSTEAD = {
    "ai-training-exceptions": "Supplier shall not use Customer Data, including prompts",
    "ai-output-disclaimer": "Supplier warrants that the AI features",
    "data-transfer-repealed": "Transfers of personal data outside the European Economic Area",
    "dispute-class-action-waiver": "Nothing in this Agreement keeps Customer from taking part",
    "indemnity-by-customer": "Each party bears its own losses",
    "liability-cap-basis": "Each party's total liability under this Agreement is limited",
    "liability-consequential-excluded": "Within that limit a party is liable for all foreseeable damage",
    "warranty-disclaimed": "Supplier warrants that the Services will perform",
}
KEEPER = EXAMPLES / "vendors" / "harrowfield"


@dataclass(frozen=True, slots=True)
class Place:
    """A clause of a contract, or a line of vendor.yaml without a quote."""

    path: Path
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """What a vendor states of a rule: the message of the finding, or what the facts say; and where."""

    vendor: str
    said: str
    places: tuple[Place, ...]


@functools.cache
def broken() -> Mapping[str, Case]:
    """By rule, the first vendor of the examples whose terms break it: by what they state, not by silence."""
    cases: dict[str, Case] = {}
    for found in _report().findings:
        if found.status == "stated":
            cases.setdefault(found.rule, Case(found.vendor, found.message, tuple(_finding_places(found))))
    return cases


@functools.cache
def kept() -> Mapping[str, Case]:
    """By rule, the first vendor of the examples whose terms keep it: by what they state, or by a clause of INSTEAD."""
    cases: dict[str, Case] = {}
    for passed in _report().passed:
        if passed.facts[0].status == "stated":
            cases.setdefault(passed.rule, _kept(passed))
    return cases | {
        passed.rule: _kept_instead(passed)
        for passed in _report().passed
        if passed.vendor == KEEPER.name and passed.rule in INSTEAD
    }


@functools.cache
def parameters(rule: str) -> Mapping[str, object]:
    """The parameters that the examples' policy sets of a rule; without any the rule is as it ships."""
    config = find_config(EXAMPLES)
    policy = load_policy(config.policy, config.root, {each.id: each for each in _report().rules})
    params: Mapping[str, object] = policy.requirements[rule]["params"]
    return params


@functools.cache
def _report() -> Report:
    project = find_project(EXAMPLES)
    return check_targets(find_targets([], project.config), project, TODAY)


def _finding_places(found: Finding) -> Iterator[Place]:
    statement = next((citation for citation in found.citations if citation.role == "statement"), None)
    yield _place(statement) if statement else Place(found.place.path, found.place.line, "")


def _kept(passed: Passed) -> Case:
    """By the rule's own fact, and the next one that is stated: the customer's indemnity is fair beside the vendor's."""
    stated = [each for each in passed.facts if each.status == "stated"][:2]
    said = ", ".join(_said(each) for each in stated)
    places = dict.fromkeys(place for each in stated for place in _stated_places(each))
    return Case(passed.vendor, said, tuple(places))


def _said(stated: StatedFact) -> str:
    if stated.declaration:
        return f"declared as {declaration_note(stated.declaration)}"
    return f"`{stated.fact}` is {value_words(stated.value)}"


def _stated_places(stated: StatedFact) -> Iterator[Place]:
    if stated.citation:
        yield _place(stated.citation)
    elif stated.declaration:
        yield Place(stated.declaration.place.path, stated.declaration.place.line, "")


def _place(citation: Citation) -> Place:
    return Place(citation.path, citation.lines[0], citation.quote)


def _kept_instead(passed: Passed) -> Case:
    begun = INSTEAD[passed.rule]
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(KEEPER.glob("*.md"))}
    path, text = next((path, text) for path, text in texts.items() if begun in text)
    start = text.index(begun)
    quote = re.split(r"\n\n|(?<=\.)\s", text[start:], maxsplit=1)[0]
    line = text.count("\n", 0, start) + 1
    return Case(
        passed.vendor,
        f"`{passed.facts[0].fact}` is not stated; the terms say this instead",
        (Place(path, line, quote),),
    )
