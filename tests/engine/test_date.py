"""Dates that a match states."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings.kinds import date as kind
from vendorlint_extractor.readings.statement import Stated

from .make import clause, definition, statement, telling


def test_read() -> None:
    text = "posted 1 may 2030, effective 2 june 2031"
    assert [each.value for each in kind.read(telling("date", text, "effective"))] == ["2031-06-02"]
    assert [each.value for each in kind.read(telling("date", "le 2 juin 2031", "le", code="fr"))] == ["2031-06-02"]
    assert list(kind.read(telling("date", "2 june 2031, effective at once", "effective"))) == []
    # Where the act is marked, it is the date, whatever other stands in the match.
    both = "AGREEMENT dated 1 may 2029 is made on 2 june 2031"
    read = kind.read(telling("date", both, "AGREEMENT.*made on", act=(both.index("2 june"), len(both))))
    assert [each.value for each in read] == ["2031-06-02"]
    assert (kind.READS_ON, kind.LABEL) == (True, 80)


def resolved(*found: tuple[str, int]) -> list[str] | None:
    """The values of dates in clauses so long."""
    statements = [statement(value, clause("x" * length, index)) for index, (value, length) in enumerate(found)]
    resolved = kind.resolve(definition("date"), Stated({"a.b": statements}, {}))
    return resolved and [stand.value for stand in resolved.stands]


def test_the_first_date_counts() -> None:
    assert resolved() is None
    assert resolved(("2031", 200)) == ["2031"]
    assert resolved(("2031", 200), ("2032", 200)) == ["2031"]
    assert resolved(("2031", 200), ("2032", 20)) == ["2031"]


def test_lines_of_the_document_s_own_conflict() -> None:
    assert resolved(("2031", 20), ("2032", 200)) == ["2031"]
    assert resolved(("2031", 20), ("2032", 20)) == ["2031", "2032"]
    assert resolved(("2031", 20), ("2032", 80)) == ["2031", "2032"]
    assert resolved(("2031", 20), ("2032", 81)) == ["2031"]


def test_of_a_list_of_versions_the_last_counts() -> None:
    assert resolved(("2032", 20), ("2033", 20), ("2031", 20)) == ["2033"]
    assert resolved(("2032", 200), ("2033", 20), ("2031", 20)) == ["2032"]


def test_a_line_of_another_section_is_of_a_part() -> None:
    part = Section("Older versions", "", 1, ("Older versions",))
    statements = [statement("2031", clause("x", 0)), statement("2030", clause("x", 1, section=part))]
    found = kind.resolve(definition("date"), Stated({"a.b": statements}, {}))
    assert found and [stand.value for stand in found.stands] == ["2031"]


@pytest.mark.parametrize(
    ("found", "value"),
    [
        # A better reading sets the first aside only near it: (value, clause, rank).
        ([("2031", 0, 1), ("2030", 60, 2)], "2030"),
        ([("2031", 0, 1), ("2030", 61, 2)], "2031"),
        ([("2031", 0, 0), ("2030", 61, 2)], "2030"),
        ([("2031", 7, 1), ("2030", 67, 2)], "2030"),
    ],
)
def test_a_date_far_down_is_of_another_text(found: list[tuple[str, int, int]], value: str) -> None:
    statements = [statement(value, clause("x" * 200, index), rank=rank) for value, index, rank in found]
    resolved = kind.resolve(definition("date"), Stated({"a.b": statements}, {}))
    assert resolved is not None
    assert [stand.value for stand in resolved.stands] == [value]
