"""Which titles stand above a block, whatever their markup and their numbers."""

from __future__ import annotations

import re

import pytest

from vendorlint_extractor.clauses.outline import Outline, decimal, follows
from vendorlint_extractor.documents.blocks import read_blocks

RANKS = {name: re.compile(name) for name in ("annex", "part", "section")}


def above(text: str) -> list[str]:
    """The titles above the last block, the outermost first."""
    outline = Outline(RANKS)
    return [title.words for title in [outline.above(block) for block in read_blocks(text)][-1]]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ("# Terms|## 1. Use|### 1.1 Rules", ["Terms", "1. Use", "1.1 Rules"]),
        ("## 1. Use|## 2. Fees", ["2. Fees"]),
        ("## B. Beta|## 1. Use|## 2. Fees", ["B. Beta", "2. Fees"]),
        ("## 1. Use|## B. Beta|## 2. Fees", ["2. Fees"]),
        ("## B. Beta|## 1. Use|## C. End|## 1. Use", ["C. End", "1. Use"]),
        ("## PART B|## SECTION 4|**9. Courts**", ["PART B", "SECTION 4", "9. Courts"]),
        ("## PART B|## SECTION 4|## PART C", ["PART C"]),
        ("## Annex 1|## Part A|## Annex 2|## Fees", ["Annex 2", "Fees"]),
        ("## 1. Use|## Beta|## 1. Rules|## 2. Fees", ["Beta", "2. Fees"]),
        ("## 1. Use|## Beta|## 2. Fees", ["2. Fees"]),
        ("## Beta|## Fees", ["Fees"]),
        ("## 2. Use|## 2.1 Rules", ["2. Use", "2.1 Rules"]),
    ],
)
def test_titles(titles: str, expected: list[str]) -> None:
    assert above("\n\n".join([*titles.split("|"), "We may use the content."])) == expected


def test_a_line_ends_where_the_main_text_goes_on() -> None:
    outline = Outline(RANKS)
    first, second, third, fourth = read_blocks("5.1 We may.\n\nFor some:\n\nWe must.\n\n5.2 We do.")
    assert outline.above(first) == outline.above(second) == ()
    outline.add_line("For some:", lists=False)
    assert [title.words for title in outline.above(third)] == ["For some:"]
    assert outline.above(fourth) == ()


def test_a_line_that_leads_a_list_ends_with_it() -> None:
    outline = Outline(RANKS)
    lead, item, after = read_blocks("For some:\n\n- we may;\n\nWe must.")
    outline.above(lead)
    outline.add_line("For some:", lists=True)
    assert [title.words for title in outline.above(item)] == ["For some:"]
    assert outline.above(after) == ()


def test_numbers() -> None:
    assert decimal("10.4") == (10, 4)
    told = [
        ((5, 2), (5, 3)),
        ((5, 2), (6,)),
        ((5,), (5, 1)),
        ((5,), (6,)),
        ((5,), (7,)),
        ((5, 2), (5, 4)),
        ((5,), (1,)),
        ((), (1,)),
    ]
    assert [follows(*pair) for pair in told] == [True, True, True, True, False, False, False, False]
