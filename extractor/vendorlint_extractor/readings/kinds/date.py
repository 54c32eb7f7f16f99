"""Dates, as ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.kinds.kind import Telling, figure, general, settled
from vendorlint_extractor.readings.statement import Resolved, Stated, Statement

READS_ON = True
READS_DEFINITIONS = True
VERSIONS = 3  # dates in lines of their own: those of earlier versions are listed too
TOP = 60  # clauses from the first date on; one further down is another text's, such as of terms that were appended
LABEL = 80  # characters of a line such as "Effective: 3 April 2031", which stands for the whole document


def read(telling: Telling) -> Iterator[Statement]:
    """The date of the act, or the first one from where the match begins."""
    return figure(telling, _spoken)


def _spoken(telling: Telling) -> str | None:
    return telling.language.dates.read(spoken(telling.view.text[telling.act[0] :]))


def _at_the_top(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Those near the first one, if that is more than a bare date."""
    first = next((each.clause.index for each in statements if each.rank), None)
    return [each for each in statements if first is None or each.clause.index <= first + TOP]


def resolve(definition: FactDefinition, stated: Stated) -> Resolved | None:
    """The first date; where a line of the document's own says it, the dates of all such lines in that section: those of others
    are of older versions and of parts. In a list of versions the last counts."""
    top = Stated({definition.id: _at_the_top(stated.statements.get(definition.id, ()))}, {})
    statements = general(top.best(definition.info))
    first = statements[:1]
    rivals = (
        first
        if not first or len(first[0].clause.text) > LABEL
        else [
            each
            for each in statements
            if len(each.clause.text) <= LABEL and each.clause.section == first[0].clause.section
        ]
    )
    values = {each.value for each in rivals}
    if len(values) >= VERSIONS:
        values = {max(str(value) for value in values)}
    return settled(definition, [each for each in statements if each.value in values])
