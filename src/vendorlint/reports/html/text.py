"""The text of a vendor's documents, and the clauses in it that facts and findings point at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorlint.facts.quotes import fold_space, read_source
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import EVIDENCE_TEXTS
from vendorlint.findings.subjects import Subject
from vendorlint.reports.contract.cover import Stretch
from vendorlint.reports.contract.element import as_data
from vendorlint.reports.contract.layout import contract_elements, place_of


class ContractText:
    """The documents of a vendor as they are shown, and each clause once, however many facts it proves."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._sources = {name: read_source(path, subject.limits) for name, path in subject.documents.items()}
        self._clauses: dict[tuple[str, str, int, int], dict[str, Any]] = {}
        self._stretches: dict[str, list[Stretch]] = {name: [] for name in self._sources}

    def clause(self, evidence: Mapping[str, Any]) -> dict[str, Any]:
        """How a fact or a finding points at its clause: `clause` is an index into `clauses`; and its role and words.

        `evidence` has the keys of a facts file.
        """
        document, quote = (evidence.get(key, EVIDENCE_TEXTS[key]) for key in ("document", "quote"))
        line, column = evidence.get("lines", (1, 1))[0], evidence.get("column", 1)
        key = (document, fold_space(quote), line, column)
        if key not in self._clauses:
            self._clauses[key] = {"index": len(self._clauses), **self._placed(document, quote, line, column)}
        role = evidence.get("role", EVIDENCE_TEXTS["role"])
        return {"clause": self._clauses[key]["index"], "role": role, "words": list(evidence.get("words", ()))}

    def clauses(self) -> list[dict[str, Any]]:
        """Each with `document` and `line`, from 1; `quote` has the words of one that stands in none of the documents, as the
        evidence of somebody's own rule may."""
        return [{key: value for key, value in each.items() if key != "index"} for each in self._clauses.values()]

    def documents(self) -> list[dict[str, Any]]:
        """What the facts file says of each document, with its whole text as elements: ask once all clauses are known."""
        entries = {entry["id"]: entry for entry in self._subject.facts["documents"]}
        return [
            {
                "id": name,
                "path": shown_path(self._subject.documents[name]),
                "language": entries[name]["language"],
                "type": entries[name]["type"],
                "effective_date": entries[name].get("effective_date", ""),
                "text": as_data(contract_elements(source, self._stretches[name])),
            }
            for name, source in self._sources.items()
        ]

    def _placed(self, name: str, quote: str, line: int, column: int) -> dict[str, Any]:
        source = self._sources.get(name)
        found = place_of(source, len(self._clauses), quote, line, column) if source else None
        if source is None or found is None:
            return {"document": name, "line": line, "quote": quote}
        self._stretches[name].append(found.stretch)
        return {"document": name, "line": found.line}
