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


StdinFilename = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="With '-' as the path: the name of what stands on standard input; its ending says what it is.",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", callback=_turn_off, help="Read every document anew, and keep nothing of what is read."),
]
