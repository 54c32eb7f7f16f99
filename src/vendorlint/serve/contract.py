"""A vendor's documents beside its facts: each clause with a number, by which cards point at it and it points back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from vendorlint.facts.closest import Closest
from vendorlint.facts.file import FactsFile, evidence_of, iter_facts, iter_sides
from vendorlint.facts.quotes import Source, fold_space, read_source
from vendorlint.reports.contract.cover import Stretch
from vendorlint.reports.contract.element import Element, Node, as_html
from vendorlint.reports.contract.layout import contract_elements, place_of
from vendorlint_extractor.documents.readers.rendering import Limits

Place = tuple[str, str, int, int]  # document, quote, line and column


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the page shows it."""

    id: str
    name: str
    type: str
    html: Markup


class Contract:
    """The documents of a facts file, which has to be of these as they are. Raises InputError where one cannot be read."""

    def __init__(self, facts: FactsFile, limits: Limits, closest: Iterable[Closest] = ()) -> None:
        self._facts = facts
        self._sources = {
            entry["id"]: read_source(facts.document_path(entry["id"]), limits) for entry in facts.documents
        }
        self._numbers: dict[Place, int] = {}
        self._facts_of: dict[int, list[str]] = {}
        for fact, piece in _pieces(facts):
            self._facts_of.setdefault(self.number(piece), []).append(fact)
        for each in closest:
            self.number({"document": each.document, "quote": each.quote, "lines": each.lines, "column": each.column})

    def number(self, piece: Mapping[str, Any]) -> int:
        """The number of a clause, given as evidence is."""
        place = piece["document"], fold_space(piece["quote"]), piece["lines"][0], piece.get("column", 1)
        return self._numbers.setdefault(place, len(self._numbers))

    def documents(self, active: Iterable[int], address: str) -> Iterator[Document]:
        """Each document, with the `active` clauses marked as such; the first fact of any other one is at `address` and its id."""
        shown = _Shown(frozenset(active), {number: f"{address}{facts[0]}" for number, facts in self._facts_of.items()})
        for entry in self._facts.documents:
            source = self._sources[entry["id"]]
            elements = contract_elements(source, self._stretches(entry["id"], source))
            html = as_html(shown.node(each) for each in elements)
            yield Document(entry["id"], entry["path"], entry["type"].replace("_", " "), html)

    def _stretches(self, name: str, source: Source) -> Iterator[Stretch]:
        for (document, quote, line, column), number in self._numbers.items():
            if document == name and (found := place_of(source, number, quote, line, column)):
                yield found.stretch


class _Shown:
    """Marks become links to what they prove; the first mark of each active clause can be jumped to (`#clause-3`)."""

    def __init__(self, active: frozenset[int], links: Mapping[int, str]) -> None:
        self._active = active
        self._links = links
        self._seen: set[int] = set()

    def node(self, node: Node) -> Node:
        if isinstance(node, str):
            return node
        children = tuple(self.node(child) for child in node.children)
        if node.tag == "mark":
            return self._mark(node, children)
        numbered = {"class": "line"} if "data-line" in node.attributes else {}
        return replace(node, attributes={**node.attributes, **numbered}, children=children)

    def _mark(self, node: Element, children: tuple[Node, ...]) -> Element:
        numbers = [int(each) for each in str(node.attributes["data-clauses"]).split()]
        active = [number for number in numbers if number in self._active]
        if not active:
            address = next((self._links[number] for number in numbers if number in self._links), "")
            inner = (Element("a", {"href": address}, children),) if address else children
            return Element("mark", {}, inner)
        first = [number for number in active if number not in self._seen]
        self._seen.update(first)
        anchors = tuple(Element("span", {"id": f"clause-{number}", "class": "anchor"}) for number in first)
        return Element("mark", {"class": "active"}, (*anchors, *children))


def _pieces(facts: FactsFile) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for fact, node in iter_facts(facts.facts):
        for _, side in iter_sides(node):
            yield from ((fact, piece) for piece in evidence_of(side))
