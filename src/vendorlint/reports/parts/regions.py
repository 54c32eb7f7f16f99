"""Where findings and their clauses are, to the character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.facts.quotes import Source, read_source
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.findings.finding import Clause, Finding
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject

_ROLES = {"lead_in": "the list that it is an item of", "exception": "an exception"}


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of a file: lines from 1, columns from 1 in characters, `end_column` the one after the last. It is None
    where the end is not known: of what is no clause in a text."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int | None


class Regions:
    """The regions of a report's findings. Documents and facts files are read when somebody asks, each once."""

    def __init__(self, report: Report) -> None:
        self._subjects = {subject.vendor.id: subject for subject in report.subjects}
        self._sources: dict[Path, Source | None] = {}
        self._facts: dict[Path, YamlDocument] = {}

    def of_finding(self, finding: Finding) -> Region:
        """The first statement, or where the finding points at without one."""
        place = (finding.path, finding.line, finding.column)
        for clause in finding.clauses:
            if (clause.path, clause.lines[0], clause.column) == place:
                return self.of_clause(clause)
        return Region(finding.path, finding.line, finding.column, finding.line, None)

    def of_clause(self, clause: Clause) -> Region:
        """All of the clause; of a document that is no text the first line, because its lines are not the file's."""
        if clause.place:
            return Region(clause.path, 1, 1, 1, None)
        source = self._source(clause.path)
        ends = (
            standing.end_column
            for standing in (source.find(clause.quote) if source else ())
            if (standing.lines, standing.column) == (clause.lines, clause.column)
        )
        first, last = clause.lines
        return Region(clause.path, first, clause.column, last, next(ends, None))

    def others(self, finding: Finding) -> Iterator[tuple[Region, str]]:
        """What else to look at, each with what it is: the other clauses, then the fact in the facts file."""
        seen = {self.of_finding(finding)}
        for clause in finding.clauses:
            region = self.of_clause(clause)
            if region not in seen:
                yield region, _ROLES.get(clause.role, "another clause")
            seen.add(region)
        subject = self._subjects[finding.vendor]
        if finding.clauses and finding.path != subject.home and subject.home not in subject.documents.values():
            yield self._of_fact(subject, finding.fact), f"{finding.fact} as extracted"

    def _of_fact(self, subject: Subject, fact: str) -> Region:
        if subject.home not in self._facts:
            self._facts[subject.home] = read_yaml(subject.home)
        line, column = self._facts[subject.home].position(("facts", *fact.split(".")))
        return Region(subject.home, line, column, line, None)

    def _source(self, path: Path) -> Source | None:
        if path not in self._sources:
            try:
                self._sources[path] = read_source(path)
            except InputError:  # a rule of somebody's own may name what is no document
                self._sources[path] = None
        return self._sources[path]
