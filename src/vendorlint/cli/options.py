"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer


def _turn_off(wanted: bool) -> bool:
    if wanted:
        import os

        from vendorlint.project.cache import NO_CACHE

        os.environ[NO_CACHE] = "1"
    return wanted


NoCache = Annotated[
    bool,
    typer.Option("--no-cache", callback=_turn_off, help="Read every document anew, and keep nothing of what is read."),
]
