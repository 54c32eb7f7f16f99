"""The writers of reports, by format."""

from __future__ import annotations

from importlib import import_module

from vendorlint.findings.report import Report


def render(name: str, report: Report, fail_on: str) -> str:
    """The report in a format other than text."""
    text: str = getattr(import_module(f"vendorlint.reports.{name}"), f"{name}_report")(report, fail_on)
    return text
