"""A line that begins with (b) is an item of a list, or the rest of a sentence whose lines are broken at a width."""

import time

import pytest

from vendorlint_extractor.documents.blocks import read_blocks


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in read_blocks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The fees of an order are due within thirty\n(30) days of the date of the invoice.",
        "You keep the password, (a) secret,\n(b) long and\n(c) different from others.",
        "We use it (i) to serve you; (ii) by law; or\n(iii) for security.",
        "In no event will either party be liable for\n(A) indirect and other damages of any kind.",
    ],
)
def test_the_rest_of_a_sentence(text: str) -> None:
    assert blocks(text) == [("paragraph", " ".join(text.split()))]


@pytest.mark.parametrize(
    "text",
    [
        "You shall not:\n(a) resell the Service;\n(b) copy it.",
        "You shall not\n(a) resell the Service as it is offered to you by us;\n(b) copy it.",
        "You keep the password\n\n(b) secret.",
        "We use it (a long time),\n(b) to serve you.",
        "We may use your content for these purposes, and\n(a) serve you.",
    ],
)
def test_items_of_a_list(text: str) -> None:
    assert [kind for kind, _ in blocks(text)] == ["paragraph", *["item"] * (len(blocks(text)) - 1)]
    assert len(blocks(text)) > 1


@pytest.mark.budget
def test_the_cost_is_linear() -> None:
    begun = time.process_time()
    blocks("It is (a) one thing,\n" + "(b) and another that takes a line\n" * 30_000)
    assert time.process_time() - begun < 5
