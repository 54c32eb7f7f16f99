"""`vendorlint diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorlint.choices import CHANGES_FORMATS, Color, Threshold
from vendorlint.cli.options import InColor, NoCache, Policies, Today, output_option

if TYPE_CHECKING:
    from vendorlint.jobs.changes.compare import Changes


def diff(  # noqa: PLR0913, PLR0917 - the options of a command
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A document, facts file or vendor's folder; with --git a revision.")
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]", help="The other one; with --git the files as they are, where left out.", show_default=False
        ),
    ] = None,
    git: Annotated[
        bool, typer.Option("--git", help="Compare all vendors at revisions of this git repository.")
    ] = False,
    fail_on: Annotated[
        Threshold,
        typer.Option(help="What fails: a new violation; that or a graver one; any change."),
    ] = "introduced",
    policy: Policies = None,
    vendor: Annotated[
        list[str] | None, typer.Option(help="With --git, only this vendor, by id; repeatable.", show_default=False)
    ] = None,
    today: Today = None,
    output: Annotated[list[str] | None, output_option(CHANGES_FORMATS)] = None,
    color: InColor = "auto",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="In text, whole clauses, also those with no fact.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 in spite of changes.")] = False,
    no_cache: NoCache = False,
) -> None:
    """Tell what changed in meaning between two versions of terms; exits with 1 where it breaks the policy anew, with 2 where
    not everything could be read."""
    from vendorlint.cli.run import iso_date, policy_names, require_all_compared
    from vendorlint.errors import EXIT_FINDINGS
    from vendorlint.jobs.changes.terms_versions import compared
    from vendorlint.project.project import find_project

    project = find_project(Path.cwd(), flags={"policy": policy_names(policy) if policy else None})
    changes = compared(old, new, project, iso_date(today), git=git, vendors=vendor or ())
    _write(changes, output or ["text"], color=color, verbose=verbose)
    require_all_compared(changes)
    if changes.reaches(fail_on) and not exit_zero:
        raise typer.Exit(EXIT_FINDINGS)


def _write(changes: Changes, words: list[str], *, color: Color, verbose: bool) -> None:
    from vendorlint.cli.run import in_color, text_width, write_reports
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.reports.changes.formats import render_changes
    from vendorlint.reports.changes.text import changes_text
    from vendorlint.reports.check.lines import WIDTH

    outputs = parse_outputs(words, Path.cwd(), "--output", CHANGES_FORMATS)
    texts = [
        changes_text(
            changes,
            color=in_color(each, color),
            width=WIDTH if each.file else text_width(),
            whole=verbose,
        )
        if each.format == "text"
        else render_changes(each.format, changes)
        for each in outputs
    ]
    write_reports(outputs, texts)
