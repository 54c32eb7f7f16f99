"""`vendorlint facts`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import ListFormat


def facts(
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to print them.")] = "text",
) -> None:
    """List the facts that are read out of terms: those that ship with vendorlint and the organisation's own."""
    from vendorlint.cli.run import print_safely
    from vendorlint.project.project import find_project
    from vendorlint.reports.catalogue import table, titled

    known = find_project(Path.cwd()).facts.infos.values()
    if output_format == "json":
        import dataclasses

        from vendorlint.files.json import ascii_json

        print_safely(ascii_json([dataclasses.asdict(fact) for fact in known]))
        return
    print_safely(table([(fact.id, fact.type, titled(fact)) for fact in known]))
