"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from vendorlint.choices import Color


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


def output_option(formats: Iterable[str]) -> Any:
    """--output of a command that writes these formats."""
    return typer.Option(
        metavar="FORMAT[=FILE]",
        help=f"To stdout or to a file: {', '.join(formats)}; repeatable.",
        show_default=False,
    )


Policies = Annotated[
    list[str] | None,
    typer.Option(help="A pack (vendorlint/ai) or a policy file; repeatable.", show_default=False),
]
Today = Annotated[str | None, typer.Option(metavar="DATE", help="The date that rules go by, YYYY-MM-DD.")]
InColor = Annotated[Color, typer.Option(help="Colour in text.")]
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
Executor = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Let a Dask cluster read documents: dask://HOST:PORT, its scheduler; see docs/scale.md.",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", callback=_turn_off, help="Read every document anew, and keep nothing of what is read."),
]
