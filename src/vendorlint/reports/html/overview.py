"""The matrix of the overview: for each vendor and category of rules, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vendorlint.choices import SEVERITIES, Severity
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.report import Report
from vendorlint.findings.subjects import Subject

OTHER = "custom"  # of rules that name no category, and of findings by rules that only a server knows
# In the order of the columns; a category that somebody's own rules name comes after these.
CATEGORIES = (
    "licence", "ai", "consent", "change", "data", "security", "term", "termination", "suspension", "liability",
    "indemnity", "warranty", "dispute", "assignment", "sla", "use", "payment", "declared", "document",
)  # fmt: skip
KIND = ("severity", "category", "status", "state")
CAPITALS = {"ai": "AI", "sla": "SLA"}


def category_title(category: str) -> str:
    """How a category is called in headings."""
    return CAPITALS.get(category, category[:1].upper() + category[1:])


def state_of(finding: Finding) -> str:
    """Whether a finding counts: open, or else waived or baselined."""
    return "waived" if finding.waived else "baselined" if finding.baselined else "open"


def columns_of(report: Report) -> list[str]:
    """The categories of the rules that are on or found something."""
    named = {rule.id: rule.category for rule in report.rules}
    there = {*named.values(), *(named.get(finding.rule, OTHER) for finding in report.findings)}
    known = [category for category in CATEGORIES if category in there]
    return [*known, *sorted(there - set(known))]


def overview_rows(
    subjects: Sequence[Subject],
    found: Mapping[str, Sequence[Finding]],
    categories: Mapping[str, str],
    columns: Sequence[str],
    fail_on: Severity,
) -> list[dict[str, Any]]:
    """A row per vendor, the one with the most and most severe findings first.

    `cells` has one per column, with `worst` ("" where nothing is open), `counts` by severity, and how many of the open
    ones are silent or conflicting, and of all are waived or baselined. `findings` is what filters go by:
    severity, category, status and state of each kind of finding.
    """
    rows = [_row(subject, found.get(subject.vendor.id, ()), categories, columns, fail_on) for subject in subjects]
    rows.sort(key=lambda row: (row["name"].casefold(), row["id"]))
    for number, row in enumerate(rows):
        row["by_vendor"] = number
    rows.sort(key=lambda row: [-row["counts"][severity] for severity in SEVERITIES])
    return rows


def _row(
    subject: Subject,
    findings: Sequence[Finding],
    categories: Mapping[str, str],
    columns: Sequence[str],
    fail_on: Severity,
) -> dict[str, Any]:
    vendor = subject.vendor
    of_category: dict[str, list[Finding]] = {column: [] for column in columns}
    for finding in findings:
        told: dict[str, Finding] = {}  # by category the gravest: what another's rule tells counts in its own
        for each in (finding, *finding.also):
            told.setdefault(categories.get(each.rule, OTHER), each)
        for category, each in told.items():
            of_category[category].append(each)
    cells = [{"category": column, **_cell(some)} for column, some in of_category.items()]
    kinds = {
        (each.severity, column, each.status, state_of(each)): None
        for column, some in of_category.items()
        for each in some
    }
    return {
        "id": vendor.id,
        "name": vendor.name,
        "tier": vendor.tier,
        "fails": fails(findings, fail_on),
        "cells": cells,
        "findings": [dict(zip(KIND, kind, strict=True)) for kind in kinds],
        **_cell(findings),
    }


def _cell(findings: Sequence[Finding]) -> dict[str, Any]:
    still_open = [finding for finding in findings if state_of(finding) == "open"]
    counts = Counter(finding.severity for finding in still_open)
    states = Counter(state_of(finding) for finding in findings)
    statuses = Counter(finding.status for finding in still_open)
    return {
        "worst": next((severity for severity in SEVERITIES if counts[severity]), ""),
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "silent": statuses["silent"],
        "conflict": statuses["conflict"],
        "waived": states["waived"],
        "baselined": states["baselined"],
    }
