"""The report for people who read contracts: one HTML file that opens offline, from the overview down to the clause.

The overview stands in the page as a table; what a vendor's page shows is JSON, from which report.js builds it when it
is opened. All that comes from contracts, rules and waivers is escaped here, and is never markup there.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from vendorlint import __version__
from vendorlint.choices import SEVERITIES, Severity
from vendorlint.files.paths import shown_path
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.place import FilePlace
from vendorlint.project.declared import declared_facts
from vendorlint.reports.contract import STYLE
from vendorlint.reports.html.overview import category_title, columns_of, overview_rows
from vendorlint.reports.html.vendor import vendor_data
from vendorlint.reports.parts.page import digest, template
from vendorlint.reports.parts.wording import all_notices, definitions_of, report_verdict, unchecked_count
from vendorlint.unsafe import escape

TEMPLATES = Path(__file__).with_name("templates")


def html_report(report: Report, fail_on: Severity) -> str:
    """The whole report. Reads the vendors' documents once more, for their text; raises InputError where it cannot."""
    files = (TEMPLATES / "report.css", STYLE, TEMPLATES / "report.js")
    own, contract, script = (path.read_text(encoding="utf-8") for path in files)
    style = own + contract
    return template(TEMPLATES, "report.html.jinja").render(
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        **_shown(_page(report, fail_on)),
    )


def _page(report: Report, fail_on: Severity) -> dict[str, Any]:
    """What the template shows. `shared` is the data of all vendors' pages, `vendors` that of each."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.told:
        found[finding.vendor].append(finding)
    passed: defaultdict[str, list[str]] = defaultdict(list)
    for each in report.passed:
        passed[each.vendor].append(each.rule)
    categories = {rule.id: rule.category for rule in report.rules}
    columns = columns_of(report)
    rows = overview_rows(report.subjects, found, categories, columns, fail_on)
    return {
        "version": __version__,
        "engine": " ".join(filter(None, (report.engine, report.engine_version))),
        "today": report.today,
        "packs": report.packs,
        "fail_on": fail_on,
        "verdict": report_verdict(report, fail_on),
        "rules": len(report.rules),
        "counts": {severity: report.count(severity) for severity in SEVERITIES},
        "waived": sum(finding.waived for finding in report.told),
        "baselined": sum(finding.baselined and not finding.waived for finding in report.told),
        "columns": [(column, category_title(column)) for column in columns],
        "rows": rows,
        "trusted": (report.trusted.title, list(report.trusted.lines())) if report.trusted else None,
        "unchecked": [
            (
                each.vendor,
                each.whole,
                f"{shown_path(each.place.path)}:{each.place.line}:{each.place.column}",
                each.reason,
            )
            for each in report.unchecked
        ],
        "missing": unchecked_count(report.unchecked),
        "notices": [(_place(notice.place), notice.message) for notice in all_notices(report, _place)],
        "shared": {**_shared(report, columns), "kinds": {row["id"]: row["findings"] for row in rows}},
        "vendors": [
            vendor_data(subject, found[subject.vendor.id], passed[subject.vendor.id], report.rules)
            for subject in report.subjects
        ],
    }


def _place(place: FilePlace) -> str:
    return f"{shown_path(place.path)}:{place.line}"


def _shared(report: Report, columns: list[str]) -> dict[str, Any]:
    from vendorlint_extractor import ontology

    rules = {
        finding.rule: {
            "why": finding.why,
            "remedy": finding.remedy,
            "negotiate": finding.negotiate,
            "documentation": finding.documentation,
        }
        for finding in report.told
    }
    titles = {rule.id: {"title": rule.title, "category": rule.category} for rule in report.rules}
    return {
        "rules": [{"id": rule, **rules.get(rule, {}), **titles.get(rule, {})} for rule in sorted(rules | titles)],
        "facts": [
            *({"id": fact.id, "title": fact.title} for fact in ontology.facts().values()),
            *({"id": fact, "title": meaning} for fact, meaning in declared_facts().items()),
        ],
        "definitions": list(definitions_of(report).values()),
        "categories": [{"id": column, "title": category_title(column)} for column in columns],
    }


def _shown(value: Any) -> Any:
    """The same data with every text escaped: nothing in it steers or hides what a reader sees."""
    match value:
        case str():
            return escape(value)
        case dict():
            return {key: _shown(each) for key, each in value.items()}
        case list() | tuple():
            return [_shown(each) for each in value]
        case _:
            return value
