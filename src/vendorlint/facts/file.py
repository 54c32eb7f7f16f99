"""A vendor's facts.yaml: what the terms state, each fact with the clauses that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import ErrorCollector, InputError
from vendorlint.facts.brief import CLAUSES, whole
from vendorlint.facts.quotes import Source, document_path, fold_space, read_source, text_lines, words_at
from vendorlint.files.yaml.document import Pointer, YamlDocument, read_yaml
from vendorlint.near import did_you_mean
from vendorlint.place import FilePlace
from vendorlint.project.config import Config
from vendorlint.project.project import Project
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits

FactNode = Mapping[str, Any]
CANDIDATES = "candidates"  # of silent facts, see closest.py
NOT_THERE = "not_there"  # in a fact that a person marks as read wrongly, with an override and no value


@dataclass(frozen=True, slots=True)
class FactsFile:
    """A facts file that its schema accepts. `raw` is all of it, as rules get it, with the quotes of one in brief; `facts` is nested by dotted name;
    `known` are the ids of all facts that there are, in their order."""

    path: Path
    vendor: str
    documents: tuple[dict[str, Any], ...]
    facts: dict[str, Any]
    raw: dict[str, Any]
    document: YamlDocument
    known: tuple[str, ...]

    def place(self, fact: str) -> FilePlace:
        """The place of a fact, or of what is nearest to where it would be."""
        return self.document.place(("facts", *fact.split(".")))

    def document_path(self, document_id: str) -> Path:
        """The file of one of the documents, by its id. Raises KeyError for an id that evidence cannot have."""
        paths = {document["id"]: document["path"] for document in self.documents}
        return self.path.parent / str(paths[document_id])


def read_facts(path: Path, project: Project) -> FactsFile:
    """Read a facts file, which may hold any fact that the project knows.

    Raises InputError and InputErrors: no YAML, against the schema, unknown facts, evidence of unknown documents.
    """
    document = read_yaml(path)
    project.facts.schema.validate(document)
    raw = _whole(document, project.config)
    facts = FactsFile(path, raw["vendor"], tuple(raw["documents"]), raw["facts"], raw, document, project.facts.ids)
    ErrorCollector([*_repeated_documents(facts), *_unknown_documents(facts)]).finalize()
    return facts


def _whole(document: YamlDocument, config: Config) -> dict[str, Any]:
    try:
        return whole(document.value, document.path.parent, config)
    except KeyError as error:
        raise document.error((CLAUSES,), f"lacks the clause {error.args[0]}; take the file as git has it") from None


def fact_node(facts: Mapping[str, Any], fact: str) -> FactNode | None:
    """The node of a fact in nested facts, or None where the terms are silent."""
    node: Any = facts
    for part in fact.split("."):
        node = node.get(part) if isinstance(node, Mapping) else None
    return node if isinstance(node, Mapping) and is_node(node) else None


def is_not_there(node: FactNode) -> bool:
    """Whether a person says that the terms do not state it, whatever was read."""
    return NOT_THERE in node


def is_silent(facts: Mapping[str, Any], fact: str) -> bool:
    """Whether the terms say nothing of a fact for the customer, whatever they say for others."""
    node = fact_node(facts, fact)
    return node is None or not sides(node)


def iter_facts(facts: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, FactNode]]:
    """Every fact that is stated or conflicting, with its dotted name, in the order of the file."""
    for name, node in facts.items():
        if is_node(node):
            yield f"{prefix}{name}", node
        else:
            yield from iter_facts(node, f"{prefix}{name}.")


def is_node(node: Mapping[str, Any]) -> bool:
    """Whether it is a fact rather than a family of facts."""
    return "value" in node or "conflict" in node or "elsewhere" in node or NOT_THERE in node


def sides(node: FactNode) -> list[FactNode]:
    """What a fact says for the customer: one side, or each side of a conflict; none where it is stated for others alone."""
    if "conflict" in node:
        return list(node["conflict"])
    return [node] if "value" in node else []


def evidence_of(side: FactNode) -> Sequence[FactNode]:
    """The clauses of a side; of a value that a person set there may be none."""
    found: Sequence[FactNode] = side.get("evidence", ())
    return found


def value_of(node: FactNode) -> Any:
    """The value of a fact; of a conflict, the list of its values; None where it is stated for others alone."""
    return [side["value"] for side in node["conflict"]] if "conflict" in node else node.get("value")


def verify_quotes(facts: FactsFile, limits: Limits = LIMITS) -> list[InputError]:
    """What is wrong with the evidence: documents missing, changed or outside the folder, quotes that do not stand.

    White space is folded. An empty list means that every fact is proved by the documents as they are now.
    """
    errors: list[InputError] = []
    sources: dict[str, Source] = {}
    for index, document in enumerate(facts.documents):
        try:
            path = document_path(facts.path.parent, document)
            source = read_source(path, limits)
        except InputError as error:
            place = f"{error.file_place.path.name}: " if error.file_place else ""
            errors.append(facts.document.error(("documents", index, "path"), f"{place}{error.message}"))
            continue
        if source.sha256 != document["sha256"]:
            message = f"{document['path']} has changed since its facts were extracted; run 'vendorlint extract'"
            errors.append(facts.document.error(("documents", index, "sha256"), message))
            continue  # which of its quotes moved says no more: all of it has to be read again
        sources[document["id"]] = source
    for pointer, evidence in iter_evidence(facts.raw):
        known = sources.get(evidence["document"])
        fault = _quote_error(evidence, known) if known else None
        if fault:
            errors.append(facts.document.error(pointer, fault))
    return [*errors, *_misplaced(facts, sources)]


def iter_evidence(raw: Mapping[str, Any]) -> Iterator[tuple[Pointer, FactNode]]:
    """Each piece of evidence in the content of a facts file, with the pointer of its quote."""
    for index, entry in enumerate(raw.get("incorporated", ())):
        for number, evidence in enumerate(entry["evidence"]):
            yield ("incorporated", index, "evidence", number, "quote"), evidence
    for fact, node in iter_facts(raw["facts"]):
        start: Pointer = ("facts", *fact.split("."))
        for at, side in iter_sides(node):
            for number, evidence in enumerate(evidence_of(side)):
                yield (*start, *at, "evidence", number, "quote"), evidence


def iter_sides(node: FactNode) -> Iterator[tuple[Pointer, FactNode]]:
    """All that a fact says, for the customer first, each with where it stands in the fact; what may take it back; and what the terms
    read as where a person set another value."""
    for index, side in enumerate(sides(node)):
        yield (("conflict", index) if "conflict" in node else ()), side
    for key in ("elsewhere", "set_aside"):
        yield from (((key, index), side) for index, side in enumerate(node.get(key, ())))
    if "doubts" in node:
        yield ("doubts",), node["doubts"]
    read = node.get("review", {}).get("read", ())
    yield from ((("review", "read", index), side) for index, side in enumerate(read))


def _quote_error(evidence: FactNode, source: Source) -> str | None:
    standings = list(source.find(evidence["quote"]))
    if not standings:
        start = fold_space(evidence["quote"])[:60]
        return f"the quote '{start}…' does not stand in document '{evidence['document']}'"
    if tuple(evidence["lines"]) not in {standing.lines for standing in standings}:
        first, last = standings[0].lines
        return f"the quote stands on lines {first}-{last} of document '{evidence['document']}', not where 'lines' says"
    return None


def _misplaced(facts: FactsFile, sources: Mapping[str, Source]) -> Iterator[InputError]:
    """Candidates that stand nowhere in their document: a hand has moved them."""
    lines = {name: text_lines(source.text) for name, source in sources.items()} if CANDIDATES in facts.raw else {}
    for pointer, candidate in _iter_candidates(facts.raw):
        name = candidate["document"]
        if name in lines and not words_at(lines[name], candidate):
            message = f"the document '{name}' has no words there; run 'vendorlint extract'"
            yield facts.document.error((*pointer, "lines"), message)


def _iter_candidates(raw: Mapping[str, Any]) -> Iterator[tuple[Pointer, FactNode]]:
    for fact, candidates in raw.get(CANDIDATES, {}).items():
        yield from (((CANDIDATES, fact, index), each) for index, each in enumerate(candidates))


def _repeated_documents(facts: FactsFile) -> Iterator[InputError]:
    seen: set[str] = set()
    for index, document in enumerate(facts.documents):
        if document["id"] in seen:
            yield facts.document.error(("documents", index, "id"), f"the document '{document['id']}' stands here twice")
        seen.add(document["id"])


def _named(raw: Mapping[str, Any]) -> set[str]:
    """The documents that evidence and candidates name, wherever in the file."""
    sides = [side for _, node in iter_facts(raw["facts"]) for _, side in iter_sides(node)]
    entries = [*raw.get("incorporated", ()), *sides]
    candidates = [each for found in raw.get(CANDIDATES, {}).values() for each in found]
    return {each["document"] for each in (*candidates, *(each for entry in entries for each in evidence_of(entry)))}


def _unknown_documents(facts: FactsFile) -> Iterator[InputError]:
    known = [document["id"] for document in facts.documents]
    if _named(facts.raw) <= set(known):
        return
    pointers = ((pointer[:-1], evidence) for pointer, evidence in iter_evidence(facts.raw))
    for pointer, entry in (*pointers, *_iter_candidates(facts.raw)):
        name = entry["document"]
        if name not in known:
            message = f"unknown document '{name}'{did_you_mean(name, known)}"
            yield facts.document.error((*pointer, "document"), message)
