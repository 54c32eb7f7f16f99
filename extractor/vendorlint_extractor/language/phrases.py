"""Phrases that become tags, by their words joined with blanks, and by how they begin, so that looking one up costs its own length and not
the number of phrases."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vendorlint_extractor.language.tokens import Tokens


def beginnings(form: Sequence[str]) -> Iterator[str]:
    """How the words of a phrase begin, short of its last."""
    return (" ".join(form[:length]) for length in range(1, len(form)))


class Phrases:
    """Phrases with their tags: those of `base` (a language's), and those added (a document's), which come first. `forms` have words joined
    by blanks, and `begun` is how they begin (`beginnings`)."""

    def __init__(
        self,
        tokens: Tokens,
        forms: Mapping[str, str] | None = None,
        begun: Iterable[str] = (),
        base: Phrases | None = None,
    ) -> None:
        self._tokens = tokens
        self._base = base
        self._forms = dict(forms or {})
        self._begun = set(begun)
        self._proper: set[tuple[str, ...]] = set()

    def add(self, form: tuple[str, ...], tag: str, *, proper: bool = False) -> None:
        """Let the words `form` become `tag`; `proper` ones only where they begin with a capital."""
        self._forms[" ".join(form)] = tag
        self._begun.update(beginnings(form))
        if proper:
            self._proper.add(form)
        self.__dict__.pop("first_words", None)
        self.__dict__.pop("telling", None)

    def tag_of(self, form: tuple[str, ...]) -> str | None:
        """The tag of exactly these words."""
        return self._forms.get(" ".join(form)) or (self._base.tag_of(form) if self._base else None)

    def is_proper(self, words: Sequence[str]) -> bool:
        """Whether words, the last perhaps a possessive, are a phrase only with a capital."""
        if not self._proper or not words:
            return False
        return (*words[:-1], self._tokens.owner(words[-1]) or words[-1]) in self._proper

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with the word."""
        return word in self._forms or word in self._begun or (self._base is not None and self._base.begins(word))

    @functools.cached_property
    def telling(self) -> dict[str, bool]:
        """By word, whether it may begin anything; filled by whoever asks, as a text has its words again and again."""
        return {}

    @functools.cached_property
    def first_words(self) -> frozenset[str]:
        """The words that begin a phrase; asked for once all phrases are added, and for every paragraph."""
        own = frozenset(each for known in (self._forms, self._begun) for each in known if " " not in each)
        return own | self._base.first_words if self._base else own

    def single_words(self, tag: str) -> Iterator[str]:
        """Every phrase of one word that becomes `tag`."""
        yield from (form for form, known in self._forms.items() if known == tag and " " not in form)
        if self._base:
            yield from (word for word in self._base.single_words(tag) if word not in self._forms)

    def longest(self, tokens: Sequence[str], index: int) -> tuple[str, int, bool] | None:
        """(tag, index after the phrase, whether it ends in a possessive) of the longest phrase that begins at a token."""
        own = self._walk(tokens, index) if self._forms else None
        other = self._base.longest(tokens, index) if self._base else None
        return other if own is None or (other is not None and other[1] > own[1]) else own

    def _walk(self, tokens: Sequence[str], index: int) -> tuple[str, int, bool] | None:
        before, best = "", None
        while index < len(tokens):
            word = tokens[index]
            owner = self._tokens.owner(word)
            tag = None if owner is None else self._forms.get(before + owner)
            if tag is not None and " " not in tag:  # of several words none owns
                best = (tag, index + 1, True)
            known, index = before + word, index + 1
            tag = self._forms.get(known)
            if tag is None and before and "/" in word:  # "customer data/documents"
                tag = self._forms.get(before + word.partition("/")[0])
            if tag is not None:
                best = (tag, index, False)
            if known not in self._begun:
                break
            before = f"{known} "
        return best
