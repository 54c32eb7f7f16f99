"""`vendorlint facts`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def facts(
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print them.")] = "text",
) -> None:
    """List the facts that are read out of terms: those that ship with vendorlint and the organisation's own."""
    from vendorlint.cli.run import print_safely
    from vendorlint.project.config import find_config
    from vendorlint.project.own_facts import known_facts
    from vendorlint.reports.catalogue import table

    known = known_facts(find_config(Path.cwd())).values()
    if output_format == "json":
        import dataclasses
        import json

        print_safely(json.dumps([dataclasses.asdict(fact) for fact in known], indent=2, ensure_ascii=False) + "\n")
        return
    print_safely(table([(fact.id, fact.type, fact.title) for fact in known]))
