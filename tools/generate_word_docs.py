"""Writes docs/extractor-words.md, the tags and the macros that patterns are made of; with --check it only says if that is stale.

They come from the extractor's concepts and cues, and what each means from extractor/words.yaml.
"""

from __future__ import annotations

import functools
import itertools
import re
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml
from markdown_text import escaped

from vendorlint_extractor.language.cues import FOLDER, read_cues
from vendorlint_extractor.language.language import languages
from vendorlint_extractor.language.lexicon import expand

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "extractor-words.md"
WORDS = ROOT / "extractor" / "words.yaml"
SHOWN = 3  # phrases of a tag in a language
UNSAID = "-"
_TAG = re.compile(r"[A-Z_-]+")  # other entries of concepts keep words plain: "l'accord de"
HEAD = """\
# Tags and macros

A pattern is held against clauses in which phrases have become tags, in capitals; all else is lower case without accents, and amounts are
figures: `VENDOR shall delete CONTENT within 30 days`. `python -m vendorlint_extractor FILE` prints a document's clauses so. A possessive
keeps its ending: `CUSTOMER's`. A document's own names and defined terms get the tag of what they are defined as."""
MACROS = """\
## Macros

A pattern calls one as `{name}`, and its language's file in
[cues](../extractor/vendorlint_extractor/language/cues/) has it."""
MADE = "<!-- Written by tools/generate_word_docs.py from the extractor's concepts and cues, and from extractor/words.yaml. -->"


def page() -> str:
    """The page's text."""
    return "\n".join([HEAD, "", *_tags(), "", MACROS, "", *_macros(), "", MADE, ""])


def unsaid() -> list[str]:
    """Tags and macros that words.yaml has no word on."""
    kinds = {"tags": tags(), "macros": macros()}
    return [f"{kind}: {name}" for kind, names in kinds.items() for name in names if _word(kind, name) == UNSAID]


@functools.cache
def tags() -> Mapping[str, Mapping[str, list[str]]]:
    """By tag and language, the phrases that become it."""
    found: dict[str, dict[str, list[str]]] = {}
    for language in languages():
        for path in sorted((FOLDER / "concepts" / language).glob("*.yaml")):
            for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
                if _TAG.fullmatch(entry["tag"]):
                    found.setdefault(entry["tag"], {}).setdefault(language, []).extend(_phrases(entry))
    return found


@functools.cache
def macros() -> Mapping[str, list[str]]:
    """By macro, the languages that have it."""
    found: dict[str, list[str]] = {}
    for language in languages():
        for macro in read_cues(language)["macros"]:
            found.setdefault(macro, []).append(language)
    return found


def _phrases(entry: Mapping[str, Any]) -> Iterator[str]:
    for template in itertools.chain(entry.get("phrases", ()), entry.get("exact", ())):
        yield " ".join(next(expand(template)).split())


def _tags() -> Iterator[str]:
    yield f"| tag | what it stands for | {' | '.join(languages())} |"
    yield f"| --- | --- |{' --- |' * len(languages())}"
    order = list(_words()["tags"])
    for tag in sorted(tags(), key=lambda tag: (order.index(tag) if tag in order else len(order), tag)):
        shown = (", ".join(map(escaped, tags()[tag].get(each, [])[:SHOWN])) or UNSAID for each in languages())
        yield f"| `{tag}` | {escaped(_word('tags', tag))} | {' | '.join(shown)} |"


def _macros() -> Iterator[str]:
    yield "| macro | what it matches | in |"
    yield "| --- | --- | --- |"
    for macro in sorted(macros()):
        yield f"| `{macro}` | {escaped(_word('macros', macro))} | {', '.join(macros()[macro])} |"


def _word(kind: str, name: str) -> str:
    return next((word for pattern, word in _words()[kind].items() if fnmatchcase(name, pattern)), UNSAID)


@functools.cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return words


def main(arguments: list[str]) -> int:
    """Write the page, or compare it. Returns the exit code."""
    text = page()
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET}: is stale; run python tools/generate_word_docs.py", file=sys.stderr)  # noqa: T201
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
