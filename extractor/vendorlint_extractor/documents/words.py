"""The words by which a text's blocks are told, in all languages that are read: words.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vendorlint_extractor.shipped import ShippedError, read

_FILE = Path(__file__).with_name("words.yaml")


class _Words(dict[str, Any]):
    def __missing__(self, key: str) -> Any:
        raise ShippedError(f"{_FILE}: the key '{key}' is missing")


WORDS: dict[str, Any] = _Words(read(_FILE))
