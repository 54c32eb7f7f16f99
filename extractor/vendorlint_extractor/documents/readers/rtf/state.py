"""What holds in a group of an RTF, and which groups are text."""

from __future__ import annotations

from dataclasses import dataclass, field

from vendorlint_extractor.documents.readers.rtf.look import Look, Shape
from vendorlint_extractor.documents.readers.rtf.words import Field

# Groups that are no text, by the word that opens them, and what is read of them; nothing of the others.
TABLES = {"fonttbl": "fonts", "colortbl": "colours", "stylesheet": "styles"}
FURNITURE = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
TOLD = {"annotation": "comment", "fldinst": "instruction", "formfield": "form", "ffl": "entry", "listtext": "mark", "pntext": "mark", **dict.fromkeys(FURNITURE, "around")}  # fmt: skip
ASIDE = frozenset({"footnote", "shptxt", "dptxbxtext"})  # text of its own
SHOWN = frozenset({"fldrslt", "shpinst", "shppict", "do", "ud", "moMath", "moMathPara"})
GONE = frozenset({"info", "pict", "nonshppict", "xe", "tc", "tcn", "rxe", "sp", "shprslt", "filetbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonesttables", "themedata", "atnid", "atnauthor", "private1"})  # fmt: skip
SIGNS = {"tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " "}  # fmt: skip
WRITTEN = {"~": "\u00a0", "_": "-", "\t": "\t"}
ENDS = frozenset({"par", "sect", "page", "nestcell"})


@dataclass(slots=True)
class State:
    """What holds in a group. `reads` says what its text is: shown, of a table, told, or nothing."""

    reads: str = "shown"
    look: Look = field(default_factory=Look)
    shape: Shape = field(default_factory=Shape)
    in_table: bool = False
    fallback: int = 1  # characters that stand behind one of Unicode for readers that know none
    field: Field | None = None
    target: str = ""
    opened: str = ""  # the word that says what the group is
    fresh: bool = True  # whether that word may come yet
    starred: bool = False  # nobody who does not know its word shows the group
    twice: bool = False  # its text stands in a second group, in Unicode
