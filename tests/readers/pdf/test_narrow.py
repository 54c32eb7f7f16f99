"""Lines that are short: words parted at their ends, two columns of two lines, and figures that repeat a number in words."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.readers.rendering import LIMITS
from vendorlint_extractor.documents.rendered import render

from .test_documents import MADE

TITLE = "This page has a line that is as wide as the page, so that what stands below it has room at its right."


def text_of(*lines: tuple[float, float, str]) -> list[str]:
    """The lines that are read of words drawn at places of a page, below a wide one."""

    def draw(canvas: MADE.Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(50, 800, TITLE)
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return render(MADE.drawn(draw), "pdf", LIMITS).text.strip().split("\n\n")[1:]


def below(*texts: str) -> list[str]:
    """The same of lines one below another."""
    return text_of(*((50, 770 - 14 * index, text) for index, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("The licence is fee-", "free for the parties.", "fee-free"),
        ("The term is an eighteen or a nine-", "month period.", "nine-month"),
        ("Notice is given forty-", "two days before.", "forty-two"),
        ("Data is encrypted in-", "transit by default.", "in-transit"),
        ("Les frais sont dus sous soixante-", "douze heures.", "soixante-douze"),
        ("Users may opt-", "out of it.", "opt-out"),
        ("We serve each ten-", "ant of the house.", "tenant"),
        ("The notice is in-", "tended for us.", "intended"),
        ("The obliga-", "tions of both.", "obligations"),
        ("Fees are paid seven-", "teen days later.", "seventeen"),
    ],
)
def test_a_hyphen_stays_in_a_compound(first: str, second: str, whole: str) -> None:
    assert whole in below(first, second)[0].split()


@pytest.mark.parametrize(
    ("texts", "passages"),
    [
        (("The fees are due within forty", "(40) days of the invoice."), 1),
        (("A notice is given within twenty-four", "(24) hours of it."), 1),
        (("(1) seats of users", "(2) storage of files", "(3) support by mail"), 3),
        (("The fees are due.", "(40) days is the term."), 2),
    ],
)
def test_figures_in_brackets_go_on_with_a_sentence(texts: tuple[str, ...], passages: int) -> None:
    assert len(below(*texts)) == passages


def test_two_columns_of_two_lines_are_read_one_after_the_other() -> None:
    read = text_of(
        (50, 770, "The parties keep the words of this"),
        (50, 756, "contract between them secret"),
        (310, 770, "for six years after the day on which"),
        (310, 756, "the last of them was paid."),
    )
    assert [" ".join(each.split()) for each in read] == [
        "The parties keep the words of this contract between them secret "
        "for six years after the day on which the last of them was paid."
    ]


def test_two_columns_of_two_lines_may_be_a_sentence_each() -> None:
    read = text_of(
        (50, 770, "The supplier keeps the words of this"),
        (50, 756, "contract secret for six years."),
        (310, 770, "The customer pays what is due by"),
        (310, 756, "the last day of the month."),
    )
    assert [" ".join(each.split()) for each in read] == [
        "The supplier keeps the words of this contract secret for six years.",
        "The customer pays what is due by the last day of the month.",
    ]


def test_two_rows_of_a_table_stay_rows() -> None:
    read = text_of(
        (50, 770, "Support by telephone for users"),
        (50, 756, "Support by mail for users"),
        (310, 770, "on working days from nine"),
        (310, 756, "on all days of a year"),
    )
    assert read == [
        "| Support by telephone for users | on working days from nine |\n| Support by mail for users | on all days of a year |"
    ]
