"""Text cut into words, marks and figures, as phrases are made of them and as the tagger sees them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Patterns are written without accents: terms drop them on capitals, and RE2 is fastest on ASCII.
_ACCENTS = str.maketrans("àâäáãåçéèêëíìîïñóòôöõúùûüýÿœæ", "aaaaaaceeeeiiiinooooouuuuyyoa")
_ACCENTED = re.compile(f"[{''.join(map(chr, _ACCENTS))}]")
_WORD = r"[^\W_]+(?:['\-/&][^\W_]+)*|&"
_MARK = r"[^\w\s]"


def fold_case(text: str) -> str:
    """Lower case without accents and without a change of length (a few letters of other scripts would grow)."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # Most texts have a curly quote or a dash and no accent, and to translate takes longer than to look.
    return lower if lower.isascii() or not _ACCENTED.search(lower) else lower.translate(_ACCENTS)


@dataclass(frozen=True, slots=True)
class Tokens:
    """How a language's text is cut. `possessives` are the endings of an owner's name ("'s")."""

    word: re.Pattern[str]
    token: re.Pattern[str]
    possessives: tuple[str, ...]

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a phrase."""
        return tuple(self.word.findall(fold_case(text)))

    def owner(self, word: str) -> str | None:
        """Whose a possessive is ('vendor' of "vendor's"); None of another word."""
        if not word.endswith(self.possessives):  # as nearly all
            return None
        return next(word.removesuffix(ending) for ending in self.possessives if word.endswith(ending))


@dataclass(frozen=True, slots=True)
class Plurals:
    """The regular plurals of a language: each rule an ending, and what stands for it; the first that matches counts."""

    rules: tuple[tuple[re.Pattern[str], str], ...]

    def forms(self, phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The phrase and its plural."""
        yield phrase
        for ending, written in self.rules:
            plural, changed = ending.subn(written, phrase[-1], count=1)
            if changed:
                yield (*phrase[:-1], plural)
                return


def build_tokens(elided: Collection[str], possessives: Collection[str]) -> Tokens:
    """`elided` are words that lose their vowel and stand before an apostrophe: they are words of their own."""
    before = rf"(?:{'|'.join(elided)})'(?=[^\W\d_]{{2}})|" if elided else ""
    return Tokens(
        re.compile(f"{before}{_WORD}"),
        re.compile(f"{before}{_WORD}|{_MARK}"),
        tuple(possessives),
    )


def build_plurals(raw: Collection[Mapping[str, Any]]) -> Plurals:
    """The rules as a language's cues have them."""
    return Plurals(tuple((re.compile(rule["ending"]), rule["plural"]) for rule in raw))
