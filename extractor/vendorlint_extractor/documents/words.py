"""The words by which a text's blocks are told, in all languages that are read: words.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vendorlint_extractor.shipped import read

WORDS: dict[str, Any] = read(Path(__file__).with_name("words.yaml"))
