"""Every regular expression of Python in both packages takes time in proportion to its text.

Each is found as its module is loaded, or as a language is built, and is fed with what it may repeat (expression_inputs.py): at 1,000
and at 100,000 characters. What is only ever matched at a given place is matched at the beginning, and searched for otherwise.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import vendorlint
import vendorlint_extractor
from vendorlint_extractor import Extractor

from .expression_inputs import inputs

PACKAGES = (vendorlint, vendorlint_extractor)
TINY, SCREENED, SMALL, LARGE = 60, 800, 1_000, 100_000  # characters
WORST = 2  # inputs of an expression that are measured
MOST = 3 * LARGE / SMALL
AT_ONCE = 0.05  # seconds for the large text, below which nobody waits
LATE = 1.5  # seconds that are not waited for
ENDLESS = 10.0  # seconds for all tiny texts of an expression
# Expressions that get no text of any size: how many characters at most, and who sees to it.
BOUNDED = {
    ("vendorlint_extractor.clauses.sentences", "_LEADERS"): 60,  # MAX_LEADERS
    ("vendorlint_extractor.clauses.stops", "_LABELLED"): 24,  # MAX_WORD
    ("vendorlint_extractor.clauses.stops", "_WORD"): 24,
    ("vendorlint_extractor.clauses.titles", "_SEGMENT"): 200,  # blanks are folded: a title has no two beside each other
    ("vendorlint_extractor.documents.headings", "BOLD_LINE"): 160,  # stands_as_heading
    ("vendorlint_extractor.documents.headings", "_CAPITALS"): 160,
    ("vendorlint_extractor.documents.headings", "_PLAIN_HEADING"): 160,
    ("vendorlint_extractor.documents.gates", "_TOKEN"): 300,  # a pattern
    ("vendorlint_extractor.language.macros", "_TOKEN"): 300,
    ("vendorlint_extractor.readings.fact_words", "_SIGNS"): 300,
    ("vendorlint_extractor.readings.patterns", "_PIECE"): 300,
    ("vendorlint_extractor.readings.patterns", "_BOUND"): 300,
    ("vendorlint_extractor.readings.wanted", "_TOKEN"): 300,  # and the inner stops
    ("vendorlint.reports.check.sarif", "_LINK"): 1_000,  # MAX_TEXT
    ("language", "no_data_defined"): 500,  # of the words behind a term
}

Named = tuple[str, str, re.Pattern[str]]  # module, name, expression


class Late(Exception):
    """A text took too long."""


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith("__main__"):
                yield importlib.import_module(info.name)


def expressions() -> list[Named]:
    """All expressions that have a name: of a module, or of a field of what a language's words are built into."""
    found: dict[tuple[str, int], Named] = {}
    for module in modules():
        own = Path(module.__file__ or "").read_text()
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and f"\n{name} = " in own:
                found.setdefault((value.pattern, value.flags), (module.__name__, name, value))
    for code in ("en", "fr"):
        for name, value in inside(Extractor().language(code), "", set()):
            found.setdefault((value.pattern, value.flags), ("language", name, value))
    return list(found.values())


def inside(thing: Any, name: str, seen: set[int]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions in a thing, each with the name of the field that it is in."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, re.Pattern):
        yield name, thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from inside(value, name, seen)
    elif isinstance(thing, list | tuple | set | frozenset):
        for value in thing:
            yield from inside(value, name, seen)
    elif type(thing).__module__.startswith("vendorlint_extractor"):
        names = getattr(thing, "__slots__", None) or vars(thing)
        for field in names:
            yield from inside(getattr(thing, field), field, seen)


@functools.cache
def source() -> str:
    """All source in which expressions are used."""
    folders = [Path(package.__path__[0]) for package in PACKAGES]
    return "\n".join(path.read_text() for folder in folders for path in sorted(folder.rglob("*.py")))


def is_matched_alone(module: str, name: str) -> bool:
    """Whether an expression of this name is only ever held against a place."""
    if module == "language":
        text, before = source(), r"\."
    else:
        private = name.startswith("_")
        text, before = Path(sys.modules[module].__file__ or "").read_text() if private else source(), r"(?<![\w.])"
    used = set(re.findall(rf"{before}{re.escape(name)}\.(\w+)\(", text))
    return bool(used) and used <= {"match", "fullmatch"}


def seconds(use: Callable[[str], Any], text: str) -> float:
    started = time.process_time()
    use(text)
    return time.process_time() - started


def measured(use: Callable[[str], Any], text: str) -> float:
    """Seconds of processor time, of as many runs as can be measured."""
    for runs in (4, 64, 1024):
        started = time.process_time()
        for _ in range(runs):
            use(text)
        if (taken := time.process_time() - started) > 0.02:
            break
    return max(taken, 1e-9) / runs


def use_of(named: Named) -> Callable[[str], Any]:
    module, name, pattern = named
    known = module == "language" or module in sys.modules
    alone = known and is_matched_alone(module, name)
    return pattern.match if alone else lambda text: [None for _ in pattern.finditer(text)]


def never_ends(use: Callable[[str], Any], pattern: re.Pattern[str]) -> bool:
    """Whether even a tiny text takes too long, as where time doubles with each letter. By the clock on the wall, as a timer of processor
    time makes that time coarse, also for a while after it."""
    signal.setitimer(signal.ITIMER_REAL, ENDLESS)
    try:
        for text in inputs(pattern, TINY):
            use(text)
    except Late:
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def fault(named: Named) -> str:
    """What is wrong with an expression, or an empty string."""
    module, name, pattern = named
    use = use_of(named)
    if never_ends(use, pattern):
        return f"{module}.{name} does not end: {pattern.pattern[:80]}"
    costs = sorted(
        ((seconds(use, small), index) for index, small in enumerate(inputs(pattern, SCREENED))), reverse=True
    )
    large, small = list(inputs(pattern, LARGE)), list(inputs(pattern, SMALL))
    for _, index in costs[:WORST]:
        signal.setitimer(signal.ITIMER_VIRTUAL, LATE)
        try:
            taken = seconds(use, large[index])
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except Late:
            return f"{module}.{name} takes more than {LATE} s for {large[index][:40]!r}...: {pattern.pattern[:80]}"
        if taken > AT_ONCE and taken / measured(use, small[index]) > MOST:
            return f"{module}.{name} takes {taken:.1f} s for {large[index][:40]!r}...: {pattern.pattern[:80]}"
    return ""


@pytest.fixture
def _watched() -> Iterator[None]:
    def late(*_: object) -> None:
        raise Late

    before = [(kind, signal.signal(kind, late)) for kind in (signal.SIGVTALRM, signal.SIGALRM)]
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    for kind, handler in before:
        signal.signal(kind, handler)


def found_faults(named: list[Named]) -> list[str]:
    return [found for each in named if (found := fault(each))]


ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a timer of processor time")


@ON_UNIX
@pytest.mark.budget
@pytest.mark.usefixtures("_watched")
def test_every_expression_is_linear() -> None:
    named = expressions()
    assert len(named) > 250
    assert {each[:2] for each in named} >= BOUNDED.keys()
    assert found_faults([each for each in named if each[:2] not in BOUNDED]) == []


@ON_UNIX
@pytest.mark.budget
@pytest.mark.usefixtures("_watched")
@pytest.mark.parametrize("pattern", [r"\s+$", r'"[^!]*x', r"(?:a|b)*c", r"\bA(?:-A)*!", r"\((?:0\w*)*\)"])
def test_an_expression_that_is_not_is_found(pattern: str) -> None:
    assert len(found_faults([("here", "it", re.compile(pattern))])) == 1
