"""`vendorlint schema`."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(name: Annotated[str, typer.Argument(help="config, facts, policy, vendor, rule or report.")]) -> None:
    """Print the JSON Schema (draft-07) of a file that vendorlint reads or writes."""
    import json

    from vendorlint.cli.run import print_safely
    from vendorlint.errors import InputError, did_you_mean
    from vendorlint.schemas import NAMES
    from vendorlint.schemas import schema as schema_of

    if name not in NAMES:
        raise InputError(f"unknown schema '{name}'{did_you_mean(name, NAMES)}; expected one of {', '.join(NAMES)}")
    print_safely(json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n")
