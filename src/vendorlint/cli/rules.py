"""`vendorlint rules`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import ListFormat


def rules(
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to print them.")] = "text",
) -> None:
    """List the rules: those that ship with vendorlint and the organisation's own."""
    from vendorlint.cli.run import print_safely
    from vendorlint.policy.rules import known_rules
    from vendorlint.project.project import find_project
    from vendorlint.reports.catalogue import table

    known = known_rules(find_project(Path.cwd()))
    if output_format == "json":
        import dataclasses

        from vendorlint.files.json import ascii_json

        print_safely(ascii_json([dataclasses.asdict(rule) for rule in known.values()]))
        return
    print_safely(table([(rule.id, rule.severity, rule.category, rule.title) for rule in known.values()]))
