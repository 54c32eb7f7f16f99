"""`vendorlint init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where; the current folder by default.")] = Path(),
) -> None:
    """Lay out a procurement repository that passes its own first check."""
    from vendorlint.cli.run import print_safely
    from vendorlint.jobs.init import lay_out_repository
    from vendorlint.unsafe import escape

    for path in lay_out_repository(folder):
        print_safely(f"created {escape(str(path))}\n")
    print_safely("now run 'vendorlint check'\n")
