"""The words without which a pattern matches nothing, read off the pattern itself.

Most clauses have the words of few readings. Which those are is told by the words alone, long before a pattern is tried; so what is
found here may be too much for a pattern and never too little.

A pattern comes to ways, one of which a text has to go; each is a list of choices, of which every one has to be met; and of a choice
one word is enough (`wanted_words`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vendorlint_extractor.readings.wanted_words import EDGE, Choice, choices_of, tells

Way = tuple[Choice, ...]

MOST_TEXTS = 100  # that a piece of a pattern is written out as
MOST_WAYS = 20  # of pieces that both have to match
MOST_BRANCHES = 120  # ways of pieces any one of which has to
LONGEST_CLASS = 300  # characters of a class that is taken apart, as _TOKEN has it
MOST_CLASS = 8  # characters of a class that is written out
FIGURES = str.maketrans("123456789", "0" * 9)
_ANY: Way = ()
_BOUNDS = (" ", EDGE)
_TOKEN = re.compile(
    r"\\p\{\w+\}|\\x\{\w+\}|\\x\w\w|\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\]){0,300}\]|\(\?P<\w+>|\(\?:|\(\?|[()|^$.]|[*+?]\??|\{\d+(?:,\d*)?\}\??"
    r"|[^\\\[\](){}|*+?.^$]+(?![*+?{])|.",
    re.DOTALL,
)
_FLAGS = re.compile(r"(?<!\\)\(\?(?!:|P<|<?[=!])")  # of case and the like
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_IN_CLASS = re.compile(r"\\(.)|(.)-(.)|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: the `texts` that it matches, where they are few, else the ways that it asks for."""

    texts: frozenset[str] | None
    ways: tuple[Way, ...] = (_ANY,)

    def asked(self) -> tuple[Way, ...]:
        """The ways of it alone."""
        return self.ways if self.texts is None else (tuple(choices_of(self.texts)),)


_UNKNOWN = _Part(None)
_BOUND = _Part(frozenset({EDGE}))


class Wanted:
    """The ways of patterns. What they have in common, which is most of them, is looked at once."""

    def __init__(self) -> None:
        self._parts: dict[str, _Part] = {}
        self._telling: dict[Choice, bool] = {}

    def ways(self, source: str) -> tuple[Way, ...]:
        """The ways of a pattern of RE2 whose dots have inner stops (`patterns.with_inner_stops`). A way without a choice is open to any
        text."""
        found = (_ANY,) if _is_odd(source) else self._part(source).asked()
        return tuple(dict.fromkeys(map(self._tidy, found)))

    def _part(self, source: str) -> _Part:
        if source not in self._parts:
            branches: list[list[_Part]] = [[]]
            for piece in _pieces(source):
                if piece == "|":
                    branches.append([])
                else:
                    self._add(branches[-1], piece)
            self._parts[source] = _either([_joined(parts) for parts in branches])
        return self._parts[source]

    def _add(self, parts: list[_Part], piece: str) -> None:
        if piece[0] in "*+?" or (piece[0] == "{" and len(piece) > 1):
            parts.append(_repeated(parts.pop(), piece))
        elif opening := _GROUP.match(piece):
            parts.append(self._part(piece[opening.end() : -1]))
        elif piece[0] == "(":  # a look around, of Python's
            parts.append(_Part(frozenset({""})))
        else:
            parts.append(_single(piece))

    def _tidy(self, way: Way) -> Way:
        """Without choices that are met by almost any text or whenever another is."""
        told = [choice for choice in dict.fromkeys(way) if self._tells(choice)]
        return tuple(choice for choice in told if not any(other < choice for other in told))

    def _tells(self, choice: Choice) -> bool:
        if choice not in self._telling:
            self._telling[choice] = tells(choice)
        return self._telling[choice]


def _is_odd(source: str) -> bool:
    """Whether nothing is said of a pattern: it has flags, or a class that is too long to be taken apart."""
    return bool(_FLAGS.search(source)) or (len(source) > LONGEST_CLASS and "[" in _TOKEN.findall(source))


def _pieces(source: str) -> Iterator[str]:
    """The tokens of a pattern, groups as one."""
    depth = begin = 0
    for piece in _TOKEN.finditer(source):
        depth += (piece[0][0] == "(") - (piece[0] == ")")
        if depth == 0:
            yield source[begin : piece.end()]
            begin = piece.end()


def _single(piece: str) -> _Part:
    if piece in ("^", "$"):
        return _BOUND
    if piece == ".":
        return _UNKNOWN
    if piece[0] == "[" and len(piece) > 1:
        return _of_class(piece)
    if piece[0] == "\\":
        return _escaped(piece)
    return _Part(frozenset({"".join(map(_letter, piece))}))


def _letter(character: str) -> str:
    return character.translate(FIGURES) if character.isascii() else EDGE


def _escaped(piece: str) -> _Part:
    kind = piece[1]
    if kind in "bsW":
        return _BOUND
    if kind == "d":
        return _Part(frozenset("0"))
    return _UNKNOWN if kind.isalnum() or kind == "." else _Part(frozenset(_letter(kind)))


def _of_class(piece: str) -> _Part:
    if piece[1] == "^" or "." in piece or "[:" in piece:
        return _UNKNOWN
    found: set[str] = set()
    for escaped, first, last, single in _IN_CLASS.findall(piece[1:-1]):
        part = _escaped(f"\\{escaped}") if escaped else _Part(frozenset(map(_letter, _range(first, last) or single)))
        if not part.texts:
            return _UNKNOWN
        found |= part.texts
    return _Part(frozenset(found)) if len(found) <= MOST_CLASS else _UNKNOWN


def _range(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1))) if first else ""


def _repeated(part: _Part, piece: str) -> _Part:
    least = {"*": 0, "?": 0, "+": 1}.get(piece[0])
    least = int(piece[1:].partition(",")[0].rstrip("}?")) if least is None else least
    if piece.rstrip("?") in ("", "{0,1}") and part.texts is not None:
        return _Part(part.texts | {""})
    if least == 0:
        return _UNKNOWN
    return _BOUND if part.texts is not None and part.texts <= {*_BOUNDS} else _Part(None, part.asked())


def _joined(parts: Sequence[_Part]) -> _Part:
    """Pieces one after another."""
    texts: frozenset[str] = frozenset({""})
    ways: tuple[Way, ...] = (_ANY,)
    whole = True
    for part in parts:
        if part.texts is not None and len(texts) * len(part.texts) <= MOST_TEXTS:
            texts = frozenset(map("".join, itertools.product(texts, part.texts)))
            continue
        whole = False
        following = part.texts or frozenset({""})
        closed = all(each[:1] in _BOUNDS for each in following)
        ways = _both(_both(ways, (tuple(choices_of(_with_edges(texts, behind=closed))),)), part.ways)
        opened = all(each[-1:] in _BOUNDS for each in texts)
        texts = _with_edges(following, before=opened and part.texts is not None)
    return _Part(texts) if whole else _Part(None, _both(ways, (tuple(choices_of(texts)),)))


def _with_edges(texts: Collection[str], *, before: bool = False, behind: bool = False) -> frozenset[str]:
    return frozenset(f"{EDGE * before}{each}{EDGE * behind}" for each in texts)


def _either(branches: Sequence[_Part]) -> _Part:
    """One piece or another."""
    if len(branches) == 1:
        return branches[0]
    texts = frozenset(itertools.chain.from_iterable(each.texts or () for each in branches))
    if all(each.texts is not None for each in branches) and len(texts) <= MOST_TEXTS:
        return _Part(texts)
    ways = [way for each in branches if each.texts is None for way in each.ways]
    ways += [tuple(choices_of(texts))] if texts else []
    return _Part(None, _few(tuple(dict.fromkeys(ways))))


def _both(some: tuple[Way, ...], others: tuple[Way, ...]) -> tuple[Way, ...]:
    """The ways of two pieces that both have to match; where they are many, those of the one without telling them apart."""
    if len(some) * len(others) > MOST_WAYS:
        more, fewer = (some, others) if len(some) >= len(others) else (others, some)
        some, others = (more, (_merged(fewer),)) if len(more) <= MOST_BRANCHES else ((_merged(more),), fewer)
    return tuple(dict.fromkeys(tuple(dict.fromkeys(one + other)) for one in some for other in others))


def _few(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    if _ANY in ways:
        return (_ANY,)
    return ways if len(ways) <= MOST_BRANCHES else (_merged(ways),)


def _merged(ways: Sequence[Way]) -> Way:
    """What all ways ask for at least: a choice of each, put together."""
    sorted_ways = [sorted(way, key=_weakness) for way in ways]
    most = min(max(map(len, sorted_ways)), 3) if all(sorted_ways) else 0
    return tuple(
        dict.fromkeys(frozenset().union(*(way[min(at, len(way) - 1)] for way in sorted_ways)) for at in range(most))
    )


def _weakness(choice: Choice) -> tuple[int, int]:
    """How common a choice is likely to be: the shorter its words, the more so, and tags are in most texts."""
    return -min(0 if word.strip("^$").isupper() else len(word) for word in choice), len(choice)
