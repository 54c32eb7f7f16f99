"""`vendorlint extract`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorlint.choices import FactsFormat
from vendorlint.cli.options import NoCache

if TYPE_CHECKING:
    from vendorlint.project.project import Project


def extract(  # noqa: PLR0913, PLR0917 - the options of a command
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Vendor folders or documents. Without any: every vendor.", show_default=False),
    ] = None,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print the facts of one document; write nothing.")] = False,
    output_format: Annotated[FactsFormat, typer.Option("--format", help="With --stdout.")] = "yaml",
    ocr: Annotated[bool, typer.Option("--ocr", help="Let ocrmypdf read a PDF that holds no text.")] = False,
    office: Annotated[bool, typer.Option("--office", help="Let LibreOffice read old Word documents (.doc).")] = False,
    no_cache: NoCache = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where facts are stale.")] = False,
) -> None:
    """Read the facts of vendor terms and write them to the vendor's facts.yaml; exits with 2 where a document cannot be read."""
    from vendorlint.cli.gate import ending, gate_folders, gate_project
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import EXIT_OK, InputError
    from vendorlint.project.project import find_project

    flags = {"limits.ocr": ocr or None, "limits.office": office or None}
    if stdout:
        from vendorlint.jobs.extract import facts_in_format, facts_of_path, require_all_read

        if check or len(paths or []) != 1:
            raise InputError("--stdout goes with one document or vendor folder, and without --check")
        path = (paths or [])[0]
        facts = facts_of_path(path, find_project(Path.cwd(), flags=flags))
        print_safely(facts_in_format(facts, output_format))
        require_all_read(facts, path if path.is_dir() else path.parent)
        return
    codes: list[int] = []
    for folder, named in gate_folders(paths or []):
        with ending(codes):
            _extract(named, gate_project(folder, flags), check=check)
    raise typer.Exit(max(codes, default=EXIT_OK))


def _extract(paths: list[Path], project: Project, *, check: bool) -> None:
    """Bring the facts files that the paths name up to date, or say whether they are."""
    from vendorlint.cli.gate import is_hook
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import EXIT_FINDINGS
    from vendorlint.jobs.extract import find_extractable, update_all
    from vendorlint.unsafe import escape

    changed = False
    targets = find_extractable(paths, project.config, hook=is_hook())
    for outcome in update_all(targets, project, write=not check):
        changed = changed or outcome.changed
        for line in outcome.lines:
            print_safely(f"{escape(line)}\n")
    if check and changed:
        raise typer.Exit(EXIT_FINDINGS)
