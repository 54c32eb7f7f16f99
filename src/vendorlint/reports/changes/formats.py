"""The formats of a comparison."""

from __future__ import annotations

from importlib import import_module

from vendorlint.jobs.changes.compare import Changes

FORMATS = ("text", "json", "markdown", "html")


def render(name: str, changes: Changes) -> str:
    """The comparison in a format other than text."""
    text: str = getattr(import_module(f"vendorlint.reports.changes_{name}"), f"changes_{name}")(changes)
    return text
