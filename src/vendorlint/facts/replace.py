"""Puts a new text in the place of facts.yaml, unless somebody else was faster."""

from __future__ import annotations

from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.facts.file import FactsFile
from vendorlint.files.atomic import write_atomically
from vendorlint.files.text import MAX_BYTES, read_text


def replace_facts(path: Path, text: str, previous: FactsFile | None) -> None:
    """Write the text, which was made from `previous`, what stood there when it was read (None: nothing did).

    Raises InputError where something else stands there now: an editor has saved it, or git has checked it out. To be called
    where the folder is `locked`, so that no vendorlint is among those.
    """
    now = read_text(path) if path.exists() else None
    if now != (previous.document.text if previous else None):
        raise InputError("was changed by somebody else meanwhile, and stays as it is now; run this again", path)
    if (size := len(text.encode())) > MAX_BYTES:
        raise InputError(f"would be {size / 1e6:.0f} MB, which nobody reads; divide the vendor's documents", path)
    write_atomically(path, text)
