"""The writers of a comparison, by format. Each is loaded when its format is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vendorlint.choices import ChangesFormat
from vendorlint.jobs.changes.compare import Changes

ChangesWriter = Callable[[Changes], str]


def _json() -> ChangesWriter:
    from vendorlint.reports.changes.json import changes_json

    return changes_json


def _markdown() -> ChangesWriter:
    from vendorlint.reports.changes.markdown import changes_markdown

    return changes_markdown


def _html() -> ChangesWriter:
    from vendorlint.reports.changes.html import changes_html

    return changes_html


# Text takes the terminal's options.
WRITERS: Mapping[ChangesFormat, Callable[[], ChangesWriter]] = {"json": _json, "markdown": _markdown, "html": _html}


def render_changes(name: ChangesFormat, changes: Changes) -> str:
    """The comparison in a format other than text."""
    return WRITERS[name]()(changes)
