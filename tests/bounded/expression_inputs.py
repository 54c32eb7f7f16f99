"""Inputs on which a regular expression of Python may take longer than linear time, made of the expression itself: each of its
repetitions, fed with what it repeats, behind what stands before it.
"""

from __future__ import annotations

import itertools
import re
import re._constants as sre  # what the standard library itself parses by
import re._parser as parser
from collections.abc import Iterator, Sequence
from typing import Any

END = "\x00"  # a sign that matches little, so that what was repeated is repeated for nothing
MANY = 20  # of a repetition, that are worth a look
PLAIN = (
    "a",
    "A ",
    " ",
    "1",
    "(a) ",
    '"a" ',
    ". ",
    "a-",
    "a.",
    "\n",
    ", ",
    "|",
    "[",
    "[a](",
    "*",
    "_",
    "a_",
    "'",
    "&",
    "<a",
)
_CATEGORIES = {
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_WORD: ",",
}


def inputs(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of about `size` characters."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    pumps = {("", each) for each in PLAIN} | set(_pumps(tree, "", {}))
    for before, pump in sorted(pumps):
        if pump:
            yield before + pump * (size // len(pump)) + END


def _pumps(nodes: Sequence[Any], before: str, groups: dict[int, str]) -> Iterator[tuple[str, str]]:
    """What stands before each repetition, and what it repeats."""
    for node in nodes:
        kind, value = node
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, body = value
            if most >= MANY:
                for sample in itertools.islice(_samples(body, groups), 4):
                    yield before, sample
                    yield "", sample
                    yield "", before + sample
            yield from _pumps(body, before, groups)
        elif kind is sre.SUBPATTERN:
            yield from _pumps(value[3], before, groups)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before, groups)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _pumps(value[1], before, groups)
        before += next(_samples([node], groups), "")


def _samples(nodes: Sequence[Any], groups: dict[int, str]) -> Iterator[str]:
    """Texts that match, nearly: assertions are not looked at."""
    choices = [list(itertools.islice(_node(node, groups), 6)) for node in nodes]
    return map("".join, itertools.product(*choices))


def _node(node: Any, groups: dict[int, str]) -> Iterator[str]:
    kind, value = node
    if kind is sre.LITERAL:
        yield chr(value)
    elif kind is sre.NOT_LITERAL:
        yield "a" if value != ord("a") else "b"
    elif kind is sre.ANY:
        yield "a"
    elif kind is sre.IN:
        yield from _class(value)
    elif kind is sre.BRANCH:
        for branch in value[1]:
            yield from itertools.islice(_samples(branch, groups), 2)
    elif kind is sre.SUBPATTERN:
        for sample in _samples(value[3], groups):
            groups[value[0]] = sample
            yield sample
    elif kind is sre.GROUPREF:
        yield groups.get(value, "")
    elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, _, body = value
        yield from (sample * least for sample in _samples(body, groups))
    elif kind is sre.ATOMIC_GROUP:
        yield from _samples(value, groups)
    else:
        yield ""


def _class(items: Sequence[Any]) -> Iterator[str]:
    if items[0][0] is sre.NEGATE:
        known = re.compile(f"[^{''.join(map(_item, items[1:]))}]")
        yield from (each for each in 'a ,1."(' if known.match(each))
        return
    for kind, value in items:
        if kind is sre.LITERAL:
            yield chr(value)
        elif kind is sre.RANGE:
            yield chr(value[0])
        elif kind is sre.CATEGORY:
            yield _CATEGORIES[value]


def _item(item: Any) -> str:
    kind, value = item
    if kind is sre.LITERAL:
        return re.escape(chr(value))
    if kind is sre.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {" ": r"\s", "1": r"\d", "a": r"\w", ",": r"\W"}[_CATEGORIES[value]]
