"""`vendorlint schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    name: Annotated[str, typer.Argument(help="config, facts, fact, policy, vendor, waivers, rule or report.")],
) -> None:
    """Print the JSON Schema (draft-07) of a file that vendorlint reads or writes; that of facts has your own too."""
    import json

    from vendorlint.cli.run import print_safely
    from vendorlint.config import find_config
    from vendorlint.errors import InputError, did_you_mean
    from vendorlint.own_facts import own_facts
    from vendorlint.schemas import NAMES
    from vendorlint.schemas import schema as schema_of

    if name not in NAMES:
        raise InputError(f"unknown schema '{name}'{did_you_mean(name, NAMES)}; expected one of {', '.join(NAMES)}")
    own = own_facts(find_config(Path.cwd()).facts) if name == "facts" else ()
    print_safely(json.dumps(schema_of(name, own), indent=2, ensure_ascii=False) + "\n")
