"""The words by which a text's blocks are told, in all languages that are read: words.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from vendorlint_extractor.ontology import LOADER

WORDS: dict[str, Any] = yaml.load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - safe
