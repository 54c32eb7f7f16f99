"""Caps and levels that a document defines: '"Liability Cap" means the fees of 12 months'. Later clauses are read with them filled in."""

from __future__ import annotations

import re

from vendorlint_extractor.clauses.tag import tag_text
from vendorlint_extractor.documents.spans import DerivedBuilder
from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.phrases import Phrases
from vendorlint_extractor.language.tokens import fold_case

MAX_VALUE = 140  # characters; longer definitions are formulas and lists, which no clause reads as if they stood in it
MAX_SHARE = 40  # of one that holds a percentage: an availability, and no way to compute it
_END = re.compile(r"[.;](?:\s|$)")


def value_of(name: str, definition: str, phrases: Phrases, language: Language) -> str | None:
    """A term that is a cap or a level by its name, with the tagged words that its definition gives it; None where there is no figure."""
    means = language.naming.means.match(definition)
    if not means or not language.naming.values.search(fold_case(name)):
        return None
    words = _END.split(definition[means.end() :], maxsplit=1)[0].strip(' ".')
    plain = DerivedBuilder()
    plain.add(words, 0, len(words))
    tagged = tag_text(plain.build(), phrases, language).text
    if len(words) > (MAX_SHARE if "%" in words else MAX_VALUE) or not any(map(str.isdigit, tagged)):
        return None
    return f"{fold_case(name)} {tagged}"
