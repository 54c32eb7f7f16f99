"""What pages print beside their text, in terms that were copied from them."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.blocks import read_blocks


def paragraphs(text: str) -> list[str]:
    """The words of each block, without what stands in its gaps."""
    found = []
    for block in read_blocks(text):
        words, start = "", block.start
        for gap_start, gap_end in block.gaps:
            words += text[start:gap_start] + " "
            start = gap_end
        found.append(" ".join((words + text[start : block.end]).split()))
    return found


def pages(*texts: str, head: str = "", foot: str = "Page 1") -> str:
    """Texts of pages, each with the words that all of them begin with and a line that all end with."""
    return "\n\n".join(f"{head}{text}\n\n{foot}" for text in texts) + "\n\nEnd."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A page number, and a line that returns.
        ("The crew may sell\n\n12\n\nthe ship.", ["The crew may sell the ship."]),
        (pages("The crew may sell", "the ship and keep", "the money."), ["The crew may sell the ship and keep the money.", "Page 1", "End."]),
        # What goes on begins with a capital, where the line before cannot end a sentence.
        ("The crew sells under this\n\n12\n\nAgreement.", ["The crew sells under this Agreement."]),
        ("L'équipage vend les biens décrits dans son\n\n12\n\nAnnonce.", ["L'équipage vend les biens décrits dans son Annonce."]),
        ("The crew sells the ship\n\n12\n\nAgreement.", ["The crew sells the ship", "12", "Agreement."]),
        ("The crew sells under this\n\nAgreement.", ["The crew sells under this Agreement."]),
        # A long line that returns.
        (
            pages("The crew may sell", "the ship and keep", "the money.", foot="Parts marked with a star were left out of this copy and were filed apart with the harbour master of the port"),
            [
                "The crew may sell the ship and keep the money.",
                "Parts marked with a star were left out of this copy and were filed apart with the harbour master of the port",
                "End.",
            ],
        ),
    ],
)  # fmt: skip
def test_lines_between_pages(text: str, found: list[str]) -> None:
    assert paragraphs(text) == found


SHARES = ["The crew", "may sell", "the ship", "and keep", "the money", "it gets"]


def test_words_that_pages_begin_with() -> None:
    assert paragraphs(pages(*SHARES, head="Ship Papers ")) == [
        "Ship Papers The crew may sell the ship and keep the money it gets",
        "Page 1",
        "End.",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "You must ",  # no title: its second word is small
        "Papers ",  # one word
    ],
)
def test_words_of_the_text_stay(head: str) -> None:
    text = pages(*SHARES, head=head)
    assert paragraphs(text)[0] == f"{head}The crew"


def test_words_of_few_pages_stay() -> None:
    text = pages(*SHARES[:4], head="Ship Papers ")
    assert paragraphs(text)[:3] == ["Ship Papers The crew", "Page 1", "Ship Papers may sell"]
