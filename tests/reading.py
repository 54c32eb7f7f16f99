"""One extractor for all tests: building it takes half a second."""

from __future__ import annotations

from vendorlint_extractor import Extractor

EXTRACTOR = Extractor()
