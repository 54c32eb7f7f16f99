"""Which text binds a paying business."""

from __future__ import annotations

import pytest
from vendorlint_extractor.clauses.zones import zone_of

from .make import EN, clauses

BODY = "We may use the content of the users for any of the purposes."


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("Fees", "operative"),
        ("Beta Services", "trial"),
        ("Jury Trial", "operative"),
        ("Additional terms for Germany", "regional"),
        ("California", "regional"),
        ("Summary", "summary"),
        ("Summary of changes to fees", "operative"),
        ("Free trial in California", "trial"),
    ],
)
def test_by_the_section(title: str, zone: str) -> None:
    assert clauses(f"# {title}\n\n{BODY}")[-1].zone == zone


@pytest.mark.parametrize(
    ("titles", "zone"),
    [
        (["Beta", "Fees"], "trial"),
        (["Beta", "Fees", "Dues"], "trial"),
        (["Beta", "Fees", "Dues", "Taxes"], "operative"),  # three headings are looked at
        (["Summary", "Fees"], "operative"),  # a summary is its own section alone
        (["Fees", "Summary"], "summary"),
    ],
)
def test_by_the_sections_above(titles: list[str], zone: str) -> None:
    heads = "\n\n".join(f"{'#' * level} {title}" for level, title in enumerate(titles, 1))
    assert clauses(f"{heads}\n\n{BODY}")[-1].zone == zone


@pytest.mark.parametrize(
    ("opening", "zone"),
    [
        ("Beta features: these", "trial"),
        ("The short version: these", "summary"),
        ("In plain English: these", "summary"),
        ("Beta features, these", "operative"),
        ("So, beta: these", "operative"),
    ],
)
def test_by_the_opening_words(opening: str, zone: str) -> None:
    assert [each.zone for each in clauses(f"{opening} are free. {BODY}")] == [zone, zone]


def test_french() -> None:
    assert [
        clauses(f"# {title}\n\nNous utilisons vos contenus.", "fr")[-1].zone
        for title in ("Version bêta", "Sommaire", "Prix", "Consommateurs")
    ] == ["trial", "summary", "operative", "regional"]
    assert clauses("L'essentiel : nous utilisons vos contenus.", "fr")[0].zone == "summary"


def test_only_the_opening_is_looked_at() -> None:
    [found] = clauses("Beta " + "x" * 19 + ": we may.")
    assert found.zone == "trial"
    assert zone_of(found.pieces[-1], EN.zones) == "trial"
