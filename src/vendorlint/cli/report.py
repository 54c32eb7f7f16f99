"""`vendorlint report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    since: Annotated[
        str, typer.Option(metavar="REV", help="The revision to compare with, such as HEAD~10 or 'main@{1 week ago}'.")
    ],
    changes: Annotated[bool, typer.Option("--changes", help="What changed in the terms of all vendors.")] = True,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=FILE]", help="To stdout or to a file: text, markdown; repeatable.", show_default=False
        ),
    ] = None,
    days: Annotated[int, typer.Option(min=0, help="How many days ahead to list dates.")] = 60,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date to go by, YYYY-MM-DD.")] = None,
) -> None:
    """Write the notes for the weekly mail: what changed in the vendors' terms since a revision, and the dates ahead."""
    from vendorlint.cli.run import iso_date, write_reports
    from vendorlint.project.config import find_config
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.reports.digest import FORMATS, digest

    config, date = find_config(Path.cwd()), iso_date(today)
    outputs = parse_outputs(output or ["text"], Path.cwd(), "--output", FORMATS)
    texts = digest(config, since, date, days, [each.format for each in outputs])
    write_reports(outputs, texts)
