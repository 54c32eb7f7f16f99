"""Writes extractor/vendorlint_extractor/documents/lookalikes.yaml from Unicode's confusables.txt as confusable-homoglyphs 3.3.1 ships it.

    python -m pip download --no-deps confusable-homoglyphs==3.3.1, unpack it, and
    python tools/lookalikes.py confusable_homoglyphs/confusables.json

No part of `just generate`: it is run anew where Unicode's table changes.
"""

from __future__ import annotations

import collections
import json
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parents[1] / "extractor" / "vendorlint_extractor" / "documents" / "lookalikes.yaml"
HEAD = """\
# Letters of other scripts, and rare Latin ones, that look like a letter of English and French: the letter, then its look-alikes.
# Written by tools/lookalikes.py from Unicode's confusables.txt (UTS 39), those with one letter for one letter, and
# MORE of its own: small Cyrillic letters that have the form of a capital, an i without its dot. What NFKC folds is not here.
"""
FIRST = 0x17F  # below are the letters that languages in Latin script are written with
MORE = {"k": "к", "m": "м", "t": "т", "h": "н", "b": "в", "n": "п", "l": "ӏ", "i": "ı"}


def main() -> None:
    """Write the table."""
    confusables = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = collections.defaultdict(set, {letter: set(more) for letter, more in MORE.items()})
    for sign, partners in confusables.items():
        if is_letter(sign) and sign not in "".join(MORE.values()):
            latin = [
                each["c"] for each in partners if len(each["c"]) == 1 and each["c"].isascii() and each["c"].isalpha()
            ]
            for each in latin[:1]:
                found["I" if each == "l" and not sign.islower() else each].add(sign)
    lines = (f'"{letter}": "{"".join(sorted(signs))}"\n' for letter, signs in sorted(found.items()))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


def is_letter(sign: str) -> bool:
    """Whether a sign is a letter written from left to right, and neither a common one nor one that NFKC folds."""
    return (
        len(sign) == 1
        and ord(sign) >= FIRST
        and unicodedata.category(sign).startswith("L")
        and unicodedata.bidirectional(sign) == "L"
        and unicodedata.normalize("NFKC", sign) == sign
        and "IDEOGRAPH" not in unicodedata.name(sign, "IDEOGRAPH")
    )


if __name__ == "__main__":
    main()
