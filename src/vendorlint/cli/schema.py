"""`vendorlint schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Which one; without it, their names are listed.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema (draft-07) of what vendorlint reads or writes; that of facts has your own facts too."""
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import InputError
    from vendorlint.files.json import ascii_json
    from vendorlint.near import did_you_mean
    from vendorlint.project.project import find_project
    from vendorlint.reports.catalogue import table
    from vendorlint.schemas.schema import NAMES
    from vendorlint.schemas.schema import schema as schema_of

    if name is None:
        print_safely(table([(each, schema_of(each)["title"]) for each in NAMES]))
        return
    if name not in NAMES:
        raise InputError(f"unknown schema '{name}'{did_you_mean(name, NAMES)}; expected one of {', '.join(NAMES)}")
    content = find_project(Path.cwd()).facts.schema.content if name == "facts" else schema_of(name)
    print_safely(ascii_json(content))
