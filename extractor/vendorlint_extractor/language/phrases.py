"""Phrases that become tags, in a trie, so that looking one up costs its own length and not the number of phrases."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vendorlint_extractor.language.tokens import Tokens

_TAG = ""  # no word is empty, so a node keeps its own tag under this key


class Phrases:
    """Phrases with their tags: those of `base` (a language's), and those added (a document's), which come first."""

    def __init__(
        self, tokens: Tokens, forms: Mapping[tuple[str, ...], str] | None = None, base: Phrases | None = None
    ) -> None:
        self._tokens = tokens
        self._base = base
        self._forms: dict[tuple[str, ...], str] = {}
        self._root: dict[str, Any] = {}
        self._proper: set[tuple[str, ...]] = set()
        for form, tag in (forms or {}).items():
            self.add(form, tag)

    def add(self, form: tuple[str, ...], tag: str, *, proper: bool = False) -> None:
        """Let the words `form` become `tag`; `proper` ones only where they begin with a capital."""
        self._forms[form] = tag
        if proper:
            self._proper.add(form)
        self.__dict__.pop("first_words", None)
        self.__dict__.pop("telling", None)
        node = self._root
        for word in form:
            node = node.setdefault(word, {})
        node[_TAG] = tag

    def tag_of(self, form: tuple[str, ...]) -> str | None:
        """The tag of exactly these words."""
        return self._forms.get(form) or (self._base.tag_of(form) if self._base else None)

    def is_proper(self, words: Sequence[str]) -> bool:
        """Whether words, the last perhaps a possessive, are a phrase only with a capital."""
        if not self._proper or not words:
            return False
        return (*words[:-1], self._tokens.owner(words[-1]) or words[-1]) in self._proper

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with the word."""
        return word in self._root or (self._base is not None and self._base.begins(word))

    @functools.cached_property
    def telling(self) -> dict[str, bool]:
        """By word, whether it may begin anything; filled by whoever asks, as a text has its words again and again."""
        return {}

    @functools.cached_property
    def first_words(self) -> frozenset[str]:
        """The words that begin a phrase; asked for once all phrases are added, and for every paragraph."""
        return frozenset(self._root) | (self._base.first_words if self._base else frozenset())

    def single_words(self, tag: str) -> Iterator[str]:
        """Every phrase of one word that becomes `tag`."""
        yield from (form[0] for form, known in self._forms.items() if known == tag and len(form) == 1)
        if self._base:
            yield from (word for word in self._base.single_words(tag) if (word,) not in self._forms)

    def longest(self, tokens: Sequence[str], index: int) -> tuple[str, int, bool] | None:
        """(tag, index after the phrase, whether it ends in a possessive) of the longest phrase that begins at a token."""
        own = self._walk(tokens, index) if self._root else None
        other = self._base.longest(tokens, index) if self._base else None
        return other if own is None or (other is not None and other[1] > own[1]) else own

    def _walk(self, tokens: Sequence[str], index: int) -> tuple[str, int, bool] | None:
        node, best = self._root, None
        while index < len(tokens):
            word = tokens[index]
            owner = self._tokens.owner(word)
            if owner is not None and " " not in node.get(owner, {}).get(_TAG, " "):  # of several words none owns
                best = (node[owner][_TAG], index + 1, True)
            following = node.get(word)
            if following is None:
                break
            node, index = following, index + 1
            if _TAG in node:
                best = (node[_TAG], index, False)
        return best
