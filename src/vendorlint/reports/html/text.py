"""The text of a vendor's documents, and the clauses in it that facts and findings point at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.facts.quotes import Source, Standing, fold_space, read_source
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import EVIDENCE_TEXTS
from vendorlint.findings.subjects import Subject
from vendorlint.unsafe import escape

TAB = "    "


@dataclass(frozen=True, slots=True)
class _ShownDocument:
    lines: Sequence[str]  # of the text, as its source counts them
    source: Source


class ContractText:
    """The documents of a vendor as they are shown, and each clause once, however many facts it proves."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._documents = {name: _read(path) for name, path in subject.documents.items()}
        self._clauses: dict[tuple[str, str, int, int], dict[str, Any]] = {}

    def clause(self, evidence: Mapping[str, Any]) -> dict[str, Any]:
        """How a fact or a finding points at its clause: `clause` is an index into `clauses`; and its role and words.

        `evidence` has the keys of a facts file.
        """
        document, quote = (evidence.get(key, EVIDENCE_TEXTS[key]) for key in ("document", "quote"))
        line, column = evidence.get("lines", (1, 1))[0], evidence.get("column", 1)
        key = (document, fold_space(quote), line, column)
        if key not in self._clauses:
            pieces = self._pieces(document, quote, line, column)
            self._clauses[key] = {
                "index": len(self._clauses),
                "document": document,
                "line": pieces[0][0] if pieces else line,
                "pieces": pieces,
            } | ({} if pieces else {"quote": quote})
        role = evidence.get("role", EVIDENCE_TEXTS["role"])
        return {"clause": self._clauses[key]["index"], "role": role, "words": list(evidence.get("words", ()))}

    def clauses(self) -> list[dict[str, Any]]:
        """Each with `document`, `line` and `pieces`: (line from 1, start, end) in the shown text.

        A quote that stands in none of the documents, of somebody's own rule, has no pieces but its `quote`.
        """
        shown = ("document", "line", "pieces", "quote")
        return [{key: clause[key] for key in shown if key in clause} for clause in self._clauses.values()]

    def documents(self) -> list[dict[str, Any]]:
        """What the facts file says of each document, with its whole `text`."""
        entries = {entry["id"]: entry for entry in self._subject.facts["documents"]}
        return [
            {
                "id": name,
                "path": shown_path(self._subject.documents[name]),
                "language": entries[name]["language"],
                "type": entries[name]["type"],
                "effective_date": entries[name].get("effective_date", ""),
                "lines": [_shown(line) for line in document.lines],
            }
            for name, document in self._documents.items()
        ]

    def _pieces(self, name: str, quote: str, line: int, column: int) -> list[tuple[int, int, int]]:
        document = self._documents.get(name)
        if document is None:
            return []
        standings = sorted(
            document.source.find(quote),
            key=lambda found: (found.lines[0] != line, found.column != column),
        )
        return list(_spans(document.lines, standings[0])) if standings else []


def _read(path: Path) -> _ShownDocument:
    source = read_source(path)
    return _ShownDocument(source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), source)


def _shown(line: str) -> str:
    return escape(line.replace("\t", TAB))


def _spans(lines: Sequence[str], standing: Standing) -> Iterator[tuple[int, int, int]]:
    """The part of each line that a quote takes up, as offsets in the shown line."""
    first, last = standing.lines
    for number in range(first, last + 1):
        line = lines[number - 1]
        start = standing.column - 1 if number == first else len(line) - len(line.lstrip())
        end = standing.end_column - 1 if number == last else len(line.rstrip())
        if start < end:
            # What a character is escaped to depends on those behind it alone, so offsets are taken from the end.
            length = len(_shown(line))
            yield number, length - len(_shown(line[start:])), length - len(_shown(line[end:]))
