"""Signs that typographers never part from their word, however much room the line before had for them alone."""

from __future__ import annotations

import io

import pytest
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor.documents.readers.rendering import LIMITS
from vendorlint_extractor.documents.rendered import render

rl_config.invariant = 1
FULL = "Le Client reçoit une copie des conditions dans les formes prévues par les stipulations de cet article."


def page(*lines: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Roman", 11)
    for number, line in enumerate(lines):
        canvas.drawString(60, 760 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("next_words", ["« Télécommunications »", "§ 12.2.4.5.6.7.8.9.10.11.12"])
def test_a_sign_and_its_word_are_one(next_words: str) -> None:
    before = "Le Client reçoit une copie des conditions dans les formes prévues par les articles"
    after = f"{next_words} des conditions, qu'il lui appartient de lire avant de poursuivre."
    text = render(page(FULL, before, after), "pdf", LIMITS).text
    assert text == f"{FULL}\n{before}\n{after}\n"


def test_a_line_that_had_room_for_both_was_ended_on_purpose() -> None:
    text = render(page(FULL, "Le Client les lit", "« Notifications » des conditions, qu'il lit."), "pdf", LIMITS).text
    assert text == f"{FULL}\nLe Client les lit\n\n« Notifications » des conditions, qu'il lit.\n"
