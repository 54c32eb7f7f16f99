"""What the terms with capital letters mean in the clauses that rules propose, for whoever pastes these into a contract."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from vendorlint.files.text import read_text
from vendorlint.files.yaml.document import parse_yaml

_FILE = Path(__file__).with_name("definitions.yaml")


@functools.cache
def definitions() -> Mapping[str, str]:
    """The definition of each term, in the order in which a contract would have them."""
    found: Mapping[str, str] = parse_yaml(read_text(_FILE), _FILE).value
    return found


def definitions_used(texts: Iterable[str]) -> dict[str, str]:
    """The definitions of the terms that stand in clauses, and of those that stand in these."""
    open_texts, used = list(texts), set[str]()
    while open_texts:
        text = open_texts.pop()
        new = {term for term in definitions() if term not in used and re.search(rf"\b{term}s?\b", text)}
        used |= new
        open_texts += [definitions()[term] for term in new]
    return {term: clause for term, clause in definitions().items() if term in used}
