"""What an editor shows in its margins: findings and errors, each with the place that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vendorlint.choices import Severity
from vendorlint.errors import InputError, InputErrors
from vendorlint.files.yaml.document import YamlDocument
from vendorlint.findings.finding import Finding
from vendorlint.place import FilePlace, Position
from vendorlint.project.vendors import Vendor
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.reports.parts.wording import also_words, mark, waiver_note, web_link
from vendorlint.unsafe import escape
from vendorlint_extractor.documents.readers.rendering import KINDS

ProblemLevel = Literal[Severity, "hint"]
_AT_LINE = re.compile(r"(?P<path>.+):(?P<line>\d+)")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to show at a region. `code` is the id of a rule, or empty; `link` its page, or empty. `related` are other
    places to look at, each with what it is; `vendor` and `fact` are those of a finding."""

    region: Region
    level: ProblemLevel
    message: str
    code: str = ""
    link: str = ""
    related: tuple[tuple[Region, str], ...] = ()
    vendor: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class FactsPlaces:
    """Where facts stand in a vendor's facts file, as it is in the editor."""

    path: Path
    document: YamlDocument

    def region(self, fact: str) -> Region:
        """The key of a fact, or the key that is nearest to where it would be."""
        return Region.from_place(FilePlace(self.path, *self.document.position(("facts", *fact.split(".")))))


def of_error(error: Exception, place: Path) -> list[Problem]:
    """The problems of an error of ours, one or several; `place` is the file to tell what has no place of its own."""
    errors = error.errors if isinstance(error, InputErrors) else [error]
    return [_of_one(each, place) for each in errors]


def of_findings(
    findings: Iterable[Finding], regions: Regions, vendor: Vendor, facts: FactsPlaces | None
) -> Iterator[Problem]:
    """Each finding at its clause in the contract, and again at its fact in the facts file, where there is one.

    Each of the two leads to the other. A finding that no clause proves (the terms are silent) is at the place in the facts
    file where its fact would be, or at the beginning of the first document; one about what a person declares, or about
    wrong parameters, in the file that says so. A clause of a document that an editor does not show as text (PDF, DOCX,
    HTML) is told in the facts file only.
    """
    for finding in findings:
        there = facts.region(finding.fact) if facts else Region.from_place(FilePlace(vendor.documents[0]))
        if not finding.citations:
            at_home = finding.place.path in (vendor.facts_path, *vendor.documents)
            yield _of_finding(finding, there if at_home else regions.of_finding(finding), [])
            continue
        clause = regions.of_finding(finding)
        # Without those in the facts file: where its facts were read anew, its lines are not those in the editor.
        others = [
            pair
            for pair in regions.others(finding)
            if pair[0].start.path != vendor.facts_path and is_text(pair[0].start.path)
        ]
        if is_text(clause.start.path):
            as_extracted = [(there, f"{finding.fact} as extracted")] if facts else []
            yield _of_finding(finding, clause, [*others, *as_extracted])
            others = [(clause, "the clause that proves it"), *others]
        if facts or not is_text(clause.start.path):
            yield _of_finding(finding, there, others)


def contains(region: Region, place: Position) -> bool:
    """Whether a place is within a region, or right behind it. A region without an end goes to the end of its line."""
    end = (region.end_line, region.end_column or place[1])
    return region.start.position <= place <= end


def is_text(path: Path) -> bool:
    """Whether an editor shows a document as the text that its quotes stand in."""
    return path.suffix.lower() not in KINDS


def _of_finding(finding: Finding, region: Region, related: list[tuple[Region, str]]) -> Problem:
    note = waiver_note(finding)
    aside = f" ({mark(finding)})" if mark(finding) else ""
    readers = f"read by {finding.read_by}" if finding.read_by else ""
    also = f"also {also_words(finding)}" if finding.also else ""
    lines = [f"{finding.message}{aside}", also, readers, f"waiver: {note}" if note else ""]
    return Problem(
        region=region,
        level=finding.severity if finding.counts else "hint",
        message="\n".join(escape(line) for line in lines if line),
        code=finding.rule,
        link=web_link(finding.documentation),
        related=tuple(related),
        vendor=finding.vendor,
        fact=finding.fact,
    )


def _of_one(error: Exception, place: Path) -> Problem:
    message, at = str(error), FilePlace(place)
    if isinstance(error, InputError):
        setting = _AT_LINE.fullmatch(error.place) if isinstance(error.place, str) else None  # vendorlint.yaml:3
        if setting and Path(setting["path"]).name == place.name:
            message, at = error.message, FilePlace(place, int(setting["line"]))
        elif (found := error.file_place) and found.path.is_absolute() and not found.path.is_dir():
            message, at = error.message, found._replace(path=found.path.resolve())
    return Problem(Region.from_place(at), "error", escape(message))
