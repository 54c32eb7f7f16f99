"""Reading costs what its size costs: hostile repetitions of everything that a document's parties and headings are found by."""

from __future__ import annotations

import time

import pytest

from .make import EXTRACTOR, document

OPENING = (
    "# Terms of Service\n\nThese are the terms for you and for us, and this is the agreement that we have with you.\n\n"
)
REPEATED = {
    "blanks in a heading": lambda size: f"# a{' ' * size}b",
    "capitals joined by dashes": lambda size: "A-" * (size // 2),
    "names of the vendor": lambda size: "".join(f'Larkspur{n} Hosting Ltd. ("Larkspur{n} Hosting", "we") ' for n in range(size // 50)),
    "quotation marks": lambda size: '"A" ' * (size // 4),
    "brackets": lambda size: "(" * size,
    "brackets of a template": lambda size: "$[a] " * (size // 5),
    "sentences of one paragraph that go on by a pronoun": lambda size: "The Supplier keeps data. It shall keep it. " * (size // 44),
    "struck words that do not end": lambda size: "~~a <!-- " * (size // 9),
    "marks of items": lambda size: "(a) " * (size // 4),
}  # fmt: skip
SMALL, TIMES = 20_000, 10


def seconds(text: str) -> float:
    started = time.process_time()
    EXTRACTOR.extract([document(OPENING + text)], vendor="acme")
    return time.process_time() - started


@pytest.mark.budget
@pytest.mark.parametrize("what", REPEATED)
def test_the_time_grows_with_the_size(what: str) -> None:
    seconds(REPEATED[what](SMALL))  # compiles what is met
    small, large = (min(seconds(REPEATED[what](size)) for _ in range(3)) for size in (SMALL, SMALL * TIMES))
    assert large <= 3 * TIMES * small
