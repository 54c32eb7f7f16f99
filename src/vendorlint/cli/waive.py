"""`vendorlint waive`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.cli.options import Today


def waive(  # noqa: PLR0913, PLR0917 - the options of a command
    finding: Annotated[str, typer.Argument(metavar="VENDOR/RULE", help="Or the beginning of a finding's fingerprint.")],
    reason: Annotated[str, typer.Option(help="Why it may stand for a while.", show_default=False)],
    until: Annotated[str, typer.Option(metavar="DATE", help="Its last day, YYYY-MM-DD.", show_default=False)],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who approves it.", show_default=False)],
    ticket: Annotated[str, typer.Option(help="Where it is discussed.")] = "",
    today: Today = None,
) -> None:
    """Accept a finding for a while: write it to waivers.yaml."""
    from vendorlint.cli.run import check_everything, iso_date, print_safely
    from vendorlint.files.paths import shown_path
    from vendorlint.jobs.waive import Approval, add_waiver, named_finding, waiver_of
    from vendorlint.project.project import find_project
    from vendorlint.unsafe import escape

    project = find_project(Path.cwd())
    report = check_everything(project, iso_date(today))
    found = named_finding(finding, report)
    entry = waiver_of(found, report, Approval(by, reason, until, ticket))
    path = shown_path(add_waiver(entry, project.config))
    print_safely(f"{escape(path)}: {found.rule} of {found.vendor} is waived until {entry['expires']}\n")
