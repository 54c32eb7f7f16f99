"""What of a text states something: all but what a person sees otherwise than as its words, or nobody has chosen."""

from __future__ import annotations

import re

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.blocks import read_blocks
from vendorlint_extractor.documents.deleted import deleted
from vendorlint_extractor.documents.letters import letter_by_letter
from vendorlint_extractor.documents.options import untaken
from vendorlint_extractor.documents.templates import left_open
from vendorlint_extractor.documents.unseen import Passage, blanked, unseen

# A word with a sign for a letter that nobody knows, or one that only its font knows; icons stand alone.
_GLYPH = re.compile(r"(?<!\w)\w+[\ufffd\ue000-\uf8ff]|[\ufffd\ue000-\uf8ff]\w|\ufffd")
_ODD = re.compile(r"[\ufffd\ue000-\uf8ff]")  # which any of them has, and most texts have not
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\](?:\(|\[)|<img\s", re.IGNORECASE)
_LABEL = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:", re.MULTILINE)


def read_stated(text: str, *, markdown: bool) -> tuple[str, list[Block], list[Passage]]:
    """The text with what states nothing blanked out, its blocks, and the passages that were blanked.

    `markdown`: the text is what somebody wrote, and no reader's own, in which nothing is struck or hidden.
    """
    passages = unseen(text) if markdown else []
    stated = blanked(text, passages)
    taken = list(deleted(stated))
    stated = blanked(stated, taken)
    blocks = list(read_blocks(letter_by_letter(stated)))
    defined = frozenset(label.lower() for label in _LABEL.findall(text))
    options = untaken(stated, blocks)
    stated = blanked(stated, options)
    opened = left_open(stated, blocks, defined)
    stated = blanked(stated, opened)
    pictures = [
        Passage("picture", each.start(), each.start(), 1) for each in _PICTURE.finditer(stated if markdown else "")
    ]
    glyphs = [
        Passage("glyph", word.start(), word.start(), 1)
        for word in (_GLYPH.finditer(stated) if _ODD.search(stated) else ())
    ]
    passages += [*taken, *options, *opened, *glyphs, *pictures]
    passages = sorted((each for each in passages if each.words), key=lambda each: each.start)
    return stated, [block for block in blocks if stated[block.start : block.end].strip(" \n*_\u200b")], passages
