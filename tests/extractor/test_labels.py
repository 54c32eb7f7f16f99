"""Key terms: a line of a label and its value is a clause of its own, and a cell that answers another takes it along."""

from __future__ import annotations

import pytest

from .clauses_of import texts_of


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("**Seats:** 40\n**Uptime:** 99%", ["seats: 40", "uptime: 99%"]),
        ("Seats: 40\nLiability cap: Fees of\nnine months\nUptime: 99%", ["seats: 40", "liability cap: PRICE of 9 months", "uptime: 99%"]),
        ("**Seats:** 40.\n**Resale:** Prohibited.", ["seats: 40.", "resale: prohibited."]),
        ("Sièges : 40\nReconduction : aucune", ["sieges : 40", "reconduction : aucune"]),
        # Prose in which a line happens to begin with a word and a colon.
        ("The seats are counted as follows, and the\nRest: nothing", ["the seats are counted as follows, and the rest: nothing"]),
        ("**Fees:** You pay them.", ["CUSTOMER pay them."]),
    ],
)  # fmt: skip
def test_a_line_with_a_label_is_a_clause(text: str, clauses: list[str]) -> None:
    assert texts_of(text) == clauses


@pytest.mark.parametrize(
    ("row", "clauses"),
    [
        ("| Resale | Not permitted |", ["resale | not permitted"]),
        ("| Resale | Yes |", ["resale | yes"]),
        ("| Revente | Interdite |", ["revente | interdite"]),
        ("| Resale | See above |", ["resale", "resale | see above"]),
        ("| Resale | Northern region |", ["resale", "resale | northern region"]),
    ],
)
def test_a_cell_that_is_answered_states_nothing_by_itself(row: str, clauses: list[str]) -> None:
    assert texts_of(f"| Topic | Agreed |\n| --- | --- |\n{row}")[2:] == clauses
