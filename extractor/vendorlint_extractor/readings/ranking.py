"""Statements of one fact told apart by how the text ranks their clauses (see ranks.py)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from vendorlint_extractor.readings.ranks import Force, Rank, stands_in
from vendorlint_extractor.readings.statement import Outranked, Statement

FOLLOWED = 3  # clauses above one that opens with 'However,' which it may take up
RIVALS = (
    16  # statements, each of another value or section, that one is held against; a bound keeps hostile input linear
)

Step = Callable[[Sequence[Statement]], list[Outranked]]


def ranked(statements: Sequence[Statement]) -> tuple[list[Statement], list[Outranked]]:
    """The statements that no other of another value outranks, and the rest with the words that put each behind.

    The steps are taken in turn, the most precise first; one that would leave nothing is no step.
    """
    kept, behind = list(statements), list[Outranked]()
    for step in _STEPS:
        lost = step(kept) if len({each.value for each in kept}) > 1 else []
        gone = {id(each.statement) for each in lost}
        if len(gone) < len(kept):
            kept = [each for each in kept if id(each) not in gone]
            behind += lost
    return kept, behind


def _before(force: Force) -> Step:
    """Clauses of a force stand before all others; where they name a section, before those of it."""

    def step(statements: Sequence[Statement]) -> list[Outranked]:
        leaders = _rivals((each for each in statements if each.rank_of(force)), lambda each: _section(each, force))
        others = [each for each in statements if not each.rank_of(force)]
        found = ((each, _ahead(each, leaders, force)) for each in others)
        return [Outranked(each, rank) for each, rank in found if rank]

    return step


def _ahead(statement: Statement, leaders: Iterable[Statement], force: Force) -> Rank | None:
    for leader in leaders:
        rank = leader.rank_of(force)
        if (
            rank
            and leader.value != statement.value
            and (force == "governs" or stands_in(statement.clause, rank.section))
        ):
            return rank
    return None


def _behind(force: Force) -> Step:
    """Clauses of a force stand behind all others; where they name a section, behind those of it."""

    def step(statements: Sequence[Statement]) -> list[Outranked]:
        others = [each for each in statements if not each.rank_of(force)]
        rivals = _rivals(others, lambda each: each.clause.section.number)
        found = ((each, each.rank_of(force)) for each in statements)
        return [Outranked(each, rank) for each, rank in found if rank and _yields(each, rank, rivals)]

    return step


def _yields(statement: Statement, rank: Rank, rivals: Iterable[Statement]) -> bool:
    return any(each.value != statement.value and stands_in(each.clause, rank.section) for each in rivals)


def _taken_up(statements: Sequence[Statement]) -> list[Outranked]:
    """Clauses just above one of their section that opens with 'However,' stand behind it."""
    openers = {each.clause.index: each for each in statements if each.rank_of("follows")}
    found = ((each, _opener_below(each, openers)) for each in statements)
    return [Outranked(each, rank) for each, rank in found if rank]


def _opener_below(statement: Statement, openers: Mapping[int, Statement]) -> Rank | None:
    clause = statement.clause
    for index in range(clause.index + 1, clause.index + 1 + FOLLOWED):
        opener = openers.get(index)
        if opener and opener.value != statement.value and opener.clause.section == clause.section:
            return opener.rank_of("follows")
    return None


def _section(statement: Statement, force: Force) -> str:
    rank = statement.rank_of(force)
    return rank.section if rank else ""


def _rivals(statements: Iterable[Statement], where: Callable[[Statement], Hashable]) -> list[Statement]:
    """The first statement of each value and place."""
    first: dict[Hashable, Statement] = {}
    for each in statements:
        first.setdefault((each.value, where(each)), each)
        if len(first) == RIVALS:
            break
    return list(first.values())


_STEPS = (
    _before("foremost"),
    _behind("narrower"),
    _before("governs"),
    _before("prevails"),
    _taken_up,
    _behind("yields"),
)
