"""Where the labelled terms are: they belong to their vendors and are no part of this repository. VENDORLINT_GOLD names their folder.

It holds score.py, dev/docs/*.md and dev/labels/*.json. In schemas/ beside it stand published JSON Schemas that no package ships, in
corpus/ documents without labels, by language.
Nothing else here reads a folder that is not the repository's.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

VARIABLE = "VENDORLINT_GOLD"
UNSET = f"{VARIABLE} is not set; it names the folder of the labelled terms"


def gold() -> Path | None:
    """The folder of labelled terms, where it is named."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def schemas() -> Path | None:
    """The folder of published schemas, where that of labelled terms is named."""
    folder = gold()
    return folder and folder.parent / "schemas"


def corpus() -> Path | None:
    """The folder of documents without labels, where that of labelled terms is named."""
    folder = gold()
    return folder and folder.parent / "corpus"


def add_gold(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The option --gold; it is required where the environment does not say it."""
    folder = gold()
    default = folder and folder / "dev"
    wanted = required and default is None
    parser.add_argument("--gold", type=Path, default=default, required=wanted, help=f"by default ${VARIABLE}/dev")
