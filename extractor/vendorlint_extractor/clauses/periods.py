"""Periods that a document defines: '"Notice Period" means sixty (60) days'. Later clauses are read with them filled in."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint_extractor.language.language import Language
from vendorlint_extractor.language.tokens import fold_case

MAX_BEFORE = 60  # characters of a definition before its period


def period_of(name: str, definition: str, language: Language) -> str | None:
    """The period that a definition gives to a term that is one by its name ('notice period'), as '60 days'.

    It stands where the definition begins, or where it ends: 'within 60 days of it (the "Notice Period")'.
    """
    if not language.naming.periods.search(fold_case(name)):
        return None
    lower = fold_case(definition)
    means = language.naming.means.match(definition)
    found = [
        (begin, shown) for begin, shown in _periods(lower, language) if not means or begin - means.end() < MAX_BEFORE
    ]
    return (found[0] if means else found[-1])[1] if found else None


def _periods(lower: str, language: Language) -> Iterator[tuple[int, str]]:
    """Where periods begin, and each as a figure and its unit."""
    numbers = language.numbers
    done = 0
    for match in language.tokens.word.finditer(lower):
        if match.start() < done or not numbers.begins(match[0]):
            continue
        figure, done = numbers.read(lower, match.start(), match[0]) or (match[0], match.end())
        unit = numbers.unit.match(lower, done)
        if figure.isdigit() and unit:
            yield match.start(), f"{figure} {unit[0].split()[-1]}"


def filled_in(form: tuple[str, ...], language: Language) -> Iterator[tuple[str, ...]]:
    """How a text calls a period: by its name, with or without an article."""
    yield form
    for article in language.naming.articles:
        yield (article, *form)
