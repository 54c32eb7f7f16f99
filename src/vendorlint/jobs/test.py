"""The tests of an organisation's own facts and rules: examples in definitions, and `_test.rego` in the embedded engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB
from vendorlint.errors import NothingToCheckError
from vendorlint.facts.extraction import check_patterns
from vendorlint.files.notice import Notice
from vendorlint.files.yaml.document import read_yaml
from vendorlint.policy.own import idle_rules, unknown_paths
from vendorlint.policy.requirements import policy_in_force
from vendorlint.policy.rules import all_rules, load_tests, rules_folder
from vendorlint.project.own_facts import iter_examples
from vendorlint.project.project import Project

if TYPE_CHECKING:
    from vendorlint_extractor import Extractor
    from vendorlint_extractor.ontology import OwnFact

MAX_SHOWN = 300  # characters of a text as patterns see it


CaseStatus = Literal["pass", "fail", "todo"]


@dataclass(frozen=True, slots=True)
class Case:
    """One test; one that is todo is expected to fail, and does. `fault` says why it is no pass."""

    path: Path
    line: int
    name: str
    status: CaseStatus
    fault: str


def run_tests(project: Project) -> Iterator[Case]:
    """Every case, those of facts first. Raises NothingToCheckError where there is none, InputError and InputErrors for
    definitions and rules that cannot be used, EngineError."""
    facts, tests = project.facts.own, load_tests(project.config.rego)
    cases = any(iter_examples(read_yaml(fact.path).value) for fact in facts)
    if not cases and not tests:
        raise NothingToCheckError(
            "nothing to test: no example of a fact and no _test.rego is in the folders that 'facts' and 'rego' name"
        )
    extractor = project.facts.extractor
    check_patterns(facts, extractor)
    rules = all_rules(project)
    for fact in facts:
        yield from _fact_cases(fact, extractor)
    if tests:
        helpers = load_tests([rules_folder() / "lib" / "cases"])
        engine = EmbeddedEngine(DEADLINE_SECONDS, MEMORY_MB)
        for path, line, name, fault in engine.run_tests([*rules.modules, *helpers], tests):
            yield Case(Path(path), line, name, "fail" if fault else "pass", fault or "")


def own_rule_notices(project: Project) -> Iterator[Notice]:
    """What own rules do in vain, by the policy of the project. Raises InputError and InputErrors for what cannot be read."""
    rules = all_rules(project)
    yield from unknown_paths(rules, project.facts.judged)
    try:
        policy = policy_in_force(project.config, rules.rules)
    except NothingToCheckError:  # a new repository, where tests come first
        yield from idle_rules(rules, (), ())
    else:
        yield from idle_rules(rules, {*policy.requirements, *policy.origins}, policy.packs)


def _fact_cases(fact: OwnFact, extractor: Extractor) -> Iterator[Case]:
    from vendorlint_extractor.documents.file import DocumentError
    from vendorlint_extractor.readings.definitions import DefinitionError

    document = read_yaml(fact.path)
    for pointer, language, example in iter_examples(document.value):
        try:
            stated = _stated(fact.info.id, example["text"], language, extractor)
            fault = _fault(example, stated, language, extractor)
        except (DocumentError, DefinitionError) as error:
            fault = str(error)
        status: CaseStatus = "todo" if "todo" in example else "fail"
        if "todo" in example and not fault:
            status, fault = "fail", "passes; delete its 'todo'"
        elif "todo" in example:
            fault = example["todo"]
        line, _ = document.position(pointer)
        yield Case(fact.path, line, f"{fact.info.id} {language}", status if fault else "pass", fault)


def _stated(fact: str, text: str, language: str, extractor: Extractor) -> Any:
    """What the text states: a value, a sorted list for a set, 'conflict', or None."""
    from vendorlint_extractor.documents.document import parse_document

    document = parse_document(text, path=Path("example.md"), document_id="example")
    found = extractor.facts_of(document, language).get(fact)
    if found is None:
        return None
    if len(found.sides) > 1:
        return "conflict"
    value = found.sides[0].value
    return sorted(value) if isinstance(value, tuple) else value


def _fault(example: Mapping[str, Any], stated: Any, language: str, extractor: Extractor) -> str:
    expected = sorted(example["value"]) if isinstance(example["value"], list) else example["value"]
    if stated == expected and type(stated) is type(expected):
        return ""
    return f"states {_shown(stated)}; expected {_shown(expected)}; patterns see: {_seen(example['text'], language, extractor)}"


def _shown(value: Any) -> str:
    import json

    return "nothing" if value is None else value if isinstance(value, str) else json.dumps(value)


def _seen(text: str, language: str, extractor: Extractor) -> str:
    """The text of its clauses as patterns see it."""
    from vendorlint_extractor.documents.document import parse_document

    document = parse_document(text, path=Path("example.md"), document_id="example")
    seen = " | ".join(clause.text for clause in extractor.clauses_of(document, language))
    return seen if len(seen) <= MAX_SHOWN else f"{seen[:MAX_SHOWN]}…"
