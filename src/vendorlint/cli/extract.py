"""`vendorlint extract`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import FactsFormat


def extract(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Vendor folders or documents. Without any: every vendor.", show_default=False),
    ] = None,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print the facts of one document; write nothing.")] = False,
    output_format: Annotated[FactsFormat, typer.Option("--format", help="With --stdout.")] = "yaml",
    ocr: Annotated[bool, typer.Option("--ocr", help="Let ocrmypdf read a PDF that holds no text.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where facts are stale.")] = False,
) -> None:
    """Read the facts of vendor terms and write them to the vendor's facts.yaml; exits with 2 where a document cannot be read."""
    from vendorlint.cli.run import is_hook, print_safely
    from vendorlint.errors import EXIT_FINDINGS, InputError
    from vendorlint.project.project import find_project

    project = find_project(Path.cwd(), flags={"limits.ocr": ocr or None})
    if stdout:
        from vendorlint.jobs.extract import facts_in_format, facts_of_path, require_all_read

        if check or len(paths or []) != 1:
            raise InputError("--stdout goes with one document or vendor folder, and without --check")
        path = (paths or [])[0]
        facts = facts_of_path(path, project)
        print_safely(facts_in_format(facts, output_format))
        require_all_read(facts, path if path.is_dir() else path.parent)
        return

    from vendorlint.jobs.extract import find_extractable, update_all
    from vendorlint.reports.parts.escape import escape

    changed = False
    targets = find_extractable(paths or [], project.config, hook=is_hook())
    for outcome in update_all(targets, project, write=not check):
        changed = changed or outcome.changed
        for line in outcome.lines:
            print_safely(f"{escape(line)}\n")
    if check and changed:
        raise typer.Exit(EXIT_FINDINGS)
