"""`vendorlint compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import CHANGES_FORMATS
from vendorlint.cli.options import InColor, NoCache, Policies, Today, output_option


def compare(  # noqa: PLR0913, PLR0917 - the options of a command
    first: Annotated[str, typer.Argument(metavar="A", help="A vendor by id or folder, a document, or a facts file.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    policy: Policies = None,
    today: Today = None,
    output: Annotated[list[str] | None, output_option(CHANGES_FORMATS)] = None,
    color: InColor = "auto",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="In text, the clauses, and the facts that are alike.")
    ] = False,
    no_cache: NoCache = False,
) -> None:
    """Show two vendors or two offers side by side, what differs first, and which is better for you."""
    from vendorlint.cli.run import in_color, iso_date, policy_names, require_all_checked, text_width, write_reports
    from vendorlint.jobs.comparison import compared_offers
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.project.project import find_project
    from vendorlint.reports.check.lines import WIDTH
    from vendorlint.reports.comparison import WRITERS, comparison_text

    outputs = parse_outputs(output or ["text"], Path.cwd(), "--output", CHANGES_FORMATS)
    project = find_project(Path.cwd(), flags={"policy": policy_names(policy) if policy else None})
    found = compared_offers(first, second, project, iso_date(today))
    texts = [
        comparison_text(
            found,
            color=in_color(each, color),
            width=WIDTH if each.file else text_width(),
            whole=verbose,
        )
        if each.format == "text"
        else WRITERS[each.format](found)
        for each in outputs
    ]
    write_reports(outputs, texts)
    require_all_checked((*found.first.report.unchecked, *found.second.report.unchecked))
