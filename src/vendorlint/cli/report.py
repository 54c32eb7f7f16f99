"""`vendorlint report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import DIGEST_FORMATS
from vendorlint.cli.options import output_option


def report(
    since: Annotated[
        str, typer.Option(metavar="REV", help="The revision to compare with, such as HEAD~10 or 'main@{1 week ago}'.")
    ],
    changes: Annotated[
        bool,
        typer.Option("--changes", help="What changed in the terms of all vendors; as without it.", show_default=False),
    ] = True,
    output: Annotated[list[str] | None, output_option(DIGEST_FORMATS)] = None,
    days: Annotated[int, typer.Option(min=0, help="How many days ahead to list dates.")] = 60,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date to go by, YYYY-MM-DD.")] = None,
) -> None:
    """Write the notes for the weekly mail: what changed in the vendors' terms since a revision, and the dates ahead."""
    from vendorlint.cli.run import iso_date, require_all_compared, write_reports
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.project.project import find_project
    from vendorlint.reports.digest import digest

    project, date = find_project(Path.cwd()), iso_date(today)
    outputs = parse_outputs(output or ["text"], Path.cwd(), "--output", DIGEST_FORMATS)
    texts, found = digest(project, since, date, days, [each.format for each in outputs])
    write_reports(outputs, texts)
    require_all_compared(found)
