"""Notes for a mail: what changed in the terms of all vendors since a revision, and the dates ahead."""

from __future__ import annotations

from collections.abc import Sequence

from vendorlint.choices import DigestFormat
from vendorlint.jobs.calendar import Deadline, days_after, deadlines
from vendorlint.jobs.changes.compare import Changes
from vendorlint.jobs.changes.terms_versions import compared
from vendorlint.policy.rules import all_rules
from vendorlint.policy.waivers import all_waivers
from vendorlint.project.project import Project
from vendorlint.reports.catalogue import table
from vendorlint.reports.changes.markdown import changes_markdown
from vendorlint.reports.changes.text import changes_text
from vendorlint.reports.check.markdown import inline


def digest(
    project: Project, since: str, today: str, days: int, formats: Sequence[DigestFormat]
) -> tuple[list[str], Changes]:
    """The notes in each format, each ending in a line break, and the changes in them. `days` is how far ahead dates are listed."""
    changes = compared(since, None, project, today, git=True)
    until = days_after(today, days)
    waivers = all_waivers(project, all_rules(project))
    ahead = [each for each in deadlines(changes.new.report.subjects, waivers, today) if each.day <= until]
    texts = [
        changes_text(changes, color=False) + _dates_text(ahead, until)
        if name == "text"
        else changes_markdown(changes) + _dates_markdown(ahead, until)
        for name in formats
    ]
    return texts, changes


def _dates_text(ahead: Sequence[Deadline], until: str) -> str:
    rows = [(each.day, each.vendor, each.title, each.detail) for each in ahead]
    return f"\nDates until {until}\n{table(rows) or 'none'}".rstrip("\n") + "\n"


def _dates_markdown(ahead: Sequence[Deadline], until: str) -> str:
    rows = [f"| {each.day} | {inline(each.vendor)} | {inline(each.title)} | {inline(each.detail)} |" for each in ahead]
    shown = ["| date | vendor | what | why |", "| --- | --- | --- | --- |", *rows] if rows else ["None."]
    return "\n".join(["", f"## Dates until {until}", "", *shown, ""])
