"""Makes the compiled file (`shipped.py`) of all languages.

`python -m vendorlint_extractor.compiling` in a checkout; the build of a wheel runs it (`hatch_build.py`).
"""

from __future__ import annotations

import os

from vendorlint_extractor import shipped
from vendorlint_extractor.extraction import Extractor
from vendorlint_extractor.language.language import languages


def main() -> None:
    """Write it, where there is none of what the files are now. This process has read nothing of them before."""
    if shipped.compiled():
        return
    for path in shipped.files():
        shipped.read(path)
    extractor = Extractor()
    for code in languages():
        extractor.prepare(code)
    path = shipped.ROOT / shipped.COMPILED
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(shipped.packed())
    written.replace(path)


if __name__ == "__main__":
    main()
