"""Puts a new text in the place of facts.yaml, unless somebody else was faster."""

from __future__ import annotations

from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.facts.file import FactsFile
from vendorlint.files.atomic import write_atomically
from vendorlint.files.text import read_text


def replace_facts(path: Path, text: str, previous: FactsFile | None) -> None:
    """Write the text, which was made from `previous`, what stood there when it was read (None: nothing did).

    Raises InputError where something else stands there now: an editor has saved it, or git has checked it out. To be called
    where the folder is `locked`, so that no vendorlint is among those.
    """
    now = read_text(path) if path.exists() else None
    if now != (previous.document.text if previous else None):
        raise InputError("was changed by somebody else meanwhile, and stays as it is now; run this again", path)
    write_atomically(path, text)
