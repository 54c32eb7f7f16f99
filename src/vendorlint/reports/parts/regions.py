"""Where findings and their clauses are, to the character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vendorlint.choices import Role
from vendorlint.errors import InputError
from vendorlint.facts.closest import MAX_SHOWN, Closest
from vendorlint.facts.quotes import Source, read_source
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace

_ROLES: Mapping[Role, str] = {
    "lead_in": "the list that it is an item of",
    "exception": "an exception",
    "outranked": "a clause that the terms put behind it",
}


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of a file. Columns are in characters, `end_column` is the one after the last: None where the end is not
    known, of what is no clause in a text."""

    start: FilePlace
    end_line: int
    end_column: int | None

    @classmethod
    def from_place(cls, place: FilePlace) -> Region:
        """What begins at a place, and ends somewhere on its line."""
        return cls(place, place.line, None)

    @classmethod
    def start_of(cls, path: Path) -> Region:
        """The beginning of a file, and nothing of it."""
        return cls(FilePlace(path), 1, 1)


class Regions:
    """The regions of a report's findings. Documents and facts files are read when somebody asks, each once."""

    def __init__(self, report: Report) -> None:
        self._subjects = {subject.vendor.id: subject for subject in report.subjects}
        self._sources: dict[Path, Source | None] = {}
        self._facts: dict[Path, YamlDocument] = {}

    def of_finding(self, finding: Finding) -> Region:
        """The first statement, or where the finding points at without one."""
        for citation in finding.citations:
            if citation.start == finding.place:
                return self.of_citation(citation)
        return Region.from_place(finding.place)

    def of_citation(self, citation: Citation) -> Region:
        """All of the clause; of a document that is no text the first line, because its lines are not the file's."""
        if citation.place:
            return Region.from_place(FilePlace(citation.path))
        source = self._source(citation.path)
        ends = (
            standing.end_column
            for standing in (source.find(citation.quote) if source else ())
            if (standing.lines, standing.column) == (citation.lines, citation.column)
        )
        return Region(citation.start, citation.lines[1], next(ends, None))

    def others(self, finding: Finding) -> Iterator[tuple[Region, str]]:
        """What else to look at, each with what it is: the other clauses, then the fact in the facts file."""
        seen = {self.of_finding(finding)}
        for citation in finding.citations:
            region = self.of_citation(citation)
            if region not in seen:
                yield region, _ROLES.get(citation.role, "another clause")
            seen.add(region)
        yield from ((self._of_closest(each), "a clause close to it") for each in finding.closest[:MAX_SHOWN])
        subject = self._subjects[finding.vendor]
        if finding.citations and finding.place.path != subject.home and subject.home not in subject.documents.values():
            yield self._of_fact(subject, finding.fact), f"{finding.fact} as extracted"

    def _of_closest(self, closest: Closest) -> Region:
        if closest.place:
            return Region.from_place(FilePlace(closest.path))
        return Region(closest.start, closest.lines[1], closest.end_column)

    def _of_fact(self, subject: Subject, fact: str) -> Region:
        if subject.home not in self._facts:
            self._facts[subject.home] = read_yaml(subject.home)
        return Region.from_place(self._facts[subject.home].place(("facts", *fact.split("."))))

    def _source(self, path: Path) -> Source | None:
        if path not in self._sources:
            try:
                self._sources[path] = read_source(path)
            except InputError:  # a rule of somebody's own may name what is no document
                self._sources[path] = None
        return self._sources[path]
