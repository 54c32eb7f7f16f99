"""`vendorlint calendar`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def calendar(
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=FILE]", help="To stdout or to a file: text, ics; repeatable.", show_default=False
        ),
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date to go by, YYYY-MM-DD.")] = None,
) -> None:
    """List the dates to keep: notice of non-renewal, renewals, new terms, the ends of waivers; also as an .ics file."""
    from vendorlint.choices import CALENDAR_FORMATS
    from vendorlint.cli.run import iso_date, require_all_checked, write_reports
    from vendorlint.facts.anew import Trust
    from vendorlint.files.paths import shown_path
    from vendorlint.findings.subjects import read_subjects
    from vendorlint.jobs.calendar import calendar_file, deadlines, unknown_renewals
    from vendorlint.policy.rules import all_rules
    from vendorlint.policy.waivers import all_waivers
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.project.project import find_project
    from vendorlint.project.targets import find_targets
    from vendorlint.reports.catalogue import table
    from vendorlint.unsafe import escape

    project, date = find_project(Path.cwd()), iso_date(today)
    outputs = parse_outputs(output or ["text"], Path.cwd(), "--output", CALENDAR_FORMATS)
    subjects, unchecked = read_subjects(find_targets([], project.config), project, Trust(date))
    found = deadlines(subjects, all_waivers(project, all_rules(project)), date)
    texts = []
    for each in outputs:
        if each.format == "ics":
            texts.append(calendar_file(found, date).decode())
        else:
            rows = [("DATE", "VENDOR", "WHAT", "WHY"), *((one.day, one.vendor, one.title, one.detail) for one in found)]
            texts.append(table(rows) if found else "no date to keep\n")
    for notice in unknown_renewals(subjects):
        typer.echo(escape(f"{shown_path(notice.place.path)}: note {notice.message}"), err=True)
    write_reports(outputs, texts)
    require_all_checked(unchecked)
