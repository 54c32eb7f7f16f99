"""Macros: patterns that have a name and stand wherever another says {name}.

A language has some (cues/<language>.yaml), a definition has words of its own, and a reading of several values has {value}.
A macro is a pattern, or a list of patterns any one of which may match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Source = str | Sequence[str]
Shared = Mapping[str, Source]  # the macros of a language

VALUE = "value"  # the name that the pattern of a reading's value has
_CALL = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)  # what brackets and alternatives are told by


@dataclass
class MacroError(Exception):
    """A call of a macro that does not exist or that ends in itself."""

    message: str

    def __str__(self) -> str:
        return self.message


class Macros:
    """The macros of a language, with the words of a definition."""

    def __init__(self, code: str, shared: Shared, words: Mapping[str, Source]) -> None:
        self._code = code
        self._shared = shared
        self._words = words
        self._known: Mapping[str, Source] = {**shared, **words}

    def with_value(self, source: str | None) -> Macros:
        """The same, with {value}; None leaves it unknown."""
        return self if source is None else Macros(self._code, self._shared, {**self._words, VALUE: source})

    def expanded(self, text: str, within: tuple[str, ...] = ()) -> str:
        """A pattern with every macro filled in that it calls. Raises MacroError."""
        return _CALL.sub(lambda call: self._standing(call, within), text)

    def whole(self, source: Source, within: tuple[str, ...] = ()) -> str:
        """A pattern, or a list of them as one. Raises MacroError."""
        if isinstance(source, str):
            return self.expanded(source, within)
        return f"(?:{'|'.join(self.expanded(each, within) for each in source)})"

    def alternatives(self, text: str) -> tuple[str, ...]:
        """A pattern of which one alternative is enough: where it only calls a list, the patterns of the list.

        They stay apart because small automata are faster than one of all. Raises MacroError.
        """
        whole = self.expanded(text)
        call = _CALL.fullmatch(text)
        source = self._known[call[1]] if call else text
        if isinstance(source, str):
            return (whole,)
        return tuple(pattern for each in source for pattern in self.alternatives(each))

    def _standing(self, call: re.Match[str], within: tuple[str, ...]) -> str:
        """What a call stands for: one of several alternatives is of the pattern around it, and not of all of it."""
        found = self._called(call[1], within)
        alone = call.end() - call.start() == len(call.string)
        return found if alone or not _parted(found) else f"(?:{found})"

    def _called(self, name: str, within: tuple[str, ...]) -> str:
        if name in within:
            raise MacroError(f"'{{{name}}}' calls itself by way of {', '.join(within[within.index(name) :])}")
        if name not in self._known:
            raise MacroError(f"'{{{name}}}' is no word of the definition and no macro of {self._code}.yaml")
        return self.whole(self._known[name], (*within, name))


def _parted(pattern: str) -> bool:
    """Whether a pattern has alternatives outside of its brackets."""
    depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and depth == 0:
            return True
    return False


def expand_macros(code: str, shared: Shared, source: Source) -> str:
    """A pattern of a language's cues, or a list of them as one, with the macros filled in. Raises MacroError."""
    return Macros(code, shared, {}).whole(source)


def word_faults(
    code: str, shared: Shared, words: Mapping[str, Source], texts: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a definition's words, by name; `texts` are the patterns that may call them."""
    macros = Macros(code, shared, words)
    called = _reached(words, texts)
    for name in words:
        if name in shared:
            yield name, f"hides the macro of {code}.yaml that has its name"
        elif name == VALUE:
            yield name, "has the name of the pattern of a reading's value"
        elif name not in called:
            yield name, "is called by no pattern"
        else:
            try:
                macros.expanded(f"{{{name}}}")
            except MacroError as error:
                yield name, f"cannot be filled in: {error}"


def calls(source: Source) -> Iterator[str]:
    """The names that a pattern, or a list of them, calls."""
    for text in (source,) if isinstance(source, str) else source:
        yield from _CALL.findall(text)


def _reached(words: Mapping[str, Source], texts: Iterable[str]) -> set[str]:
    """The words that patterns call, by way of others too."""
    reached: set[str] = set()
    waiting = [name for text in texts for name in calls(text)]
    while waiting:
        name = waiting.pop()
        if name in words and name not in reached:
            reached.add(name)
            waiting.extend(calls(words[name]))
    return reached
