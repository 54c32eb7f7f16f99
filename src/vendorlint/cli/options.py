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


def _set_jobs(wanted: int | None) -> int | None:
    if wanted is not None:
        import os

        from vendorlint.project.jobs import JOBS

        os.environ[JOBS] = str(wanted)
    return wanted


StdinFilename = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="With '-' as the path: the name of what stands on standard input; its ending says what it is.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=256,
        callback=_set_jobs,
        help="How many processes read and judge at a time.  [default: one per core]",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", callback=_turn_off, help="Read every document anew, and keep nothing of what is read."),
]
