"""From a name to what it names: facts to clauses and back, rules to their files, packs to theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from vendorlint.errors import InputError, VendorlintError
from vendorlint.facts.file import FactNode, FactsFile, evidence_of, fact_node, iter_facts, iter_sides, read_facts
from vendorlint.facts.quotes import Source, document_path, read_source
from vendorlint.files.text import holding
from vendorlint.files.yaml.document import Pointer
from vendorlint.lsp.knowledge import Knowledge
from vendorlint.lsp.outline import keys_at, word_at
from vendorlint.lsp.problems import contains, is_text
from vendorlint.lsp.query import Query
from vendorlint.lsp.workspace import Workspace
from vendorlint.place import FilePlace, Position
from vendorlint.project.folders import home_of
from vendorlint.project.vendors import FACTS_NAME
from vendorlint.reports.parts.regions import Region

_PACKAGE = re.compile(r"package\b")


def definition(query: Query) -> list[Region]:
    """Where to go from a place in a file; an empty list for nowhere.

    From a fact in a facts file to the clauses that prove it, from one piece of its evidence to that clause, from an entry of
    `documents` to the document; from a clause to all facts that it proves; from the id of a rule to its file, from a pack or
    a policy to its own.
    """
    known, path, place = query.known, query.path, query.place
    with holding(query.workspace.unsaved()):
        if query.kind in {"facts", "terms"}:
            home = home_of(path, known.project.config.vendors) or path.parent
            facts = _facts(home / FACTS_NAME, known)
            if facts is None:
                return []
            if query.kind == "terms":
                return list(_proved(facts, path, place))
            return list(_named_in_facts(facts, keys_at(query.lines, place[0]), place[0]))
        word = word_at(query.lines, *place)
        if word in known.rules:
            return [_package(query.workspace, Path(known.rules[word].path))]
        target = known.policy(word, path.parent)
        return [Region.start_of(target)] if target else []


def _facts(path: Path, known: Knowledge) -> FactsFile | None:
    try:
        return read_facts(path, known.project) if path.is_file() else None
    except VendorlintError:  # the margin says what is wrong
        return None


def _named_in_facts(facts: FactsFile, keys: tuple[str, ...], line: int) -> Iterator[Region]:
    """What the keys of a line in a facts file are about: a document, or the clauses of a fact."""
    if keys[:1] == ("documents",):
        entries = range(len(facts.documents))
        above = [index for index in entries if facts.document.position(("documents", index))[0] <= line]
        if above:
            yield from _document(facts, facts.documents[above[-1]])
        return
    names = (".".join(keys[1:end]) for end in range(len(keys), 1, -1))
    fact = next((name for name in names if fact_node(facts.facts, name)), None)
    if fact:
        pieces = list(_pieces(facts, fact))
        here = max((at for at, _ in pieces if at <= line), default=None)
        for at, evidence in pieces:
            if here in {None, at}:
                yield from _clause(facts, evidence)


def _pieces(facts: FactsFile, fact: str) -> Iterator[tuple[int, FactNode]]:
    """Each piece of a fact's evidence with the line where it begins in the facts file."""
    node = fact_node(facts.facts, fact)
    start: Pointer = ("facts", *fact.split("."))
    for at, side in iter_sides(node) if node else ():
        for number, evidence in enumerate(evidence_of(side)):
            yield facts.document.position((*start, *at, "evidence", number))[0], evidence


def _clause(facts: FactsFile, evidence: FactNode) -> Iterator[Region]:
    """Where the clause of a piece of evidence stands now; the beginning of a document that an editor does not show."""
    entry = next(document for document in facts.documents if document["id"] == evidence["document"])
    for there in _document(facts, entry):
        path = there.start.path
        region = _standing(path, read_source(path), evidence) if is_text(path) else there
        if region:
            yield region


def _document(facts: FactsFile, entry: FactNode) -> Iterator[Region]:
    try:
        path = document_path(facts.path.parent, entry)
    except InputError:
        return
    if path.is_file():
        yield Region.start_of(path)


def _standing(path: Path, source: Source, evidence: FactNode) -> Region | None:
    """Where a quote stands: of several places, the one nearest to where the facts file has it."""
    standings = list(source.find(evidence["quote"]))
    if not standings:
        return None
    best = min(standings, key=lambda standing: abs(standing.lines[0] - evidence["lines"][0]))
    return Region(FilePlace(path, best.lines[0], best.column), best.lines[1], best.end_column)


def _proved(facts: FactsFile, path: Path, place: Position) -> Iterator[Region]:
    """The keys of all facts that a clause at this place of a document proves."""
    source = read_source(path)
    own = {entry["id"] for entry in facts.documents if (facts.path.parent / entry["path"]).resolve() == path}
    for fact, _ in iter_facts(facts.facts):
        for _, evidence in _pieces(facts, fact):
            region = _standing(path, source, evidence) if evidence["document"] in own else None
            if region and contains(region, place):
                key = facts.place(fact)
                yield Region(key, key.line, key.column + len(fact.rpartition(".")[2]))
                break


def _package(workspace: Workspace, path: Path) -> Region:
    lines = workspace.lines(path)
    line = next((number for number, text in enumerate(lines, start=1) if _PACKAGE.match(text)), 1)
    return Region(FilePlace(path, line), line, 1)
