"""`vendorlint explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explain(
    name: Annotated[
        str, typer.Argument(metavar="RULE|FACT", help="A rule or a fact, such as licence-term or licence.duration.")
    ],
) -> None:
    """Explain a rule or a fact: what it means, why it matters, what to do."""
    from vendorlint.cli.run import print_safely
    from vendorlint.project.project import find_project
    from vendorlint.reports.catalogue import page

    print_safely(page(name, find_project(Path.cwd())))
