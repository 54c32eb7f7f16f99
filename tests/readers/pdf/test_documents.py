"""Contracts as PDF, of two producers: the whole text that each reads as, and where its lines stand."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint_extractor.documents.readers.rendering import LIMITS, Rendering
from vendorlint_extractor.documents.rendered import render

HERE = Path(__file__).parent


def beside(name: str) -> ModuleType:
    """A module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"pdf_{name}", HERE / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MADE = beside("made")
PRINTED = sorted(path.stem for path in (HERE / "chromium").glob("*.pdf"))


def rendered(name: str) -> Rendering:
    printed = HERE / "chromium" / f"{name}.pdf"
    return render(printed.read_bytes() if printed.exists() else MADE.DOCUMENTS[name](), "pdf", LIMITS)


@pytest.mark.parametrize("name", [*MADE.DOCUMENTS, *PRINTED])
def test_the_whole_text(name: str) -> None:
    rendering = rendered(name)
    assert rendering.text == (HERE / "expected" / f"{name}.md").read_text(encoding="utf-8")
    assert rendering.warnings == ()
    assert len(rendering.places) == rendering.text.count("\n") + 1
    blank = [not line for line in rendering.text.split("\n")]
    assert [label == "" for label, _ in rendering.places] == blank


@pytest.mark.parametrize(
    ("name", "first", "last", "place"),
    [
        (
            "services_agreement",
            "# Services Agreement",
            "# Services Agreement",
            "page 1, line 2",
        ),  # below the running header
        ("services_agreement", "2.4 Charge", "apply to the part", "page 2, line 17 to page 3, line 3"),
        ("two_columns", "4.2 Under", "nothing in clause 4.2", "page 1, line 42 to page 2, line 1"),
        ("footnotes", "¹ Fees", "travel that", "page 1, lines 10-11"),
        ("open_tables", "| Search", "| Search", "page 1, line 10"),  # after a row of two lines
    ],
)
def test_places(name: str, first: str, last: str, place: str) -> None:
    rendering = rendered(name)
    lines = rendering.text.split("\n")
    start = next(number for number, line in enumerate(lines, 1) if line.startswith(first))
    end = next(number for number, line in enumerate(lines, 1) if number >= start and line.startswith(last))
    assert rendering.place(start, end) == place


COLUMNS = (
    (
        "1. Scope",
        "This agreement covers all services",
        "that the Provider has offered to the",
        "Customer in writing, and no others.",
    ),
    (
        "2. Fees",
        "The Customer pays the fees of the",
        "order form within thirty days of the",
        "invoice, without any deduction.",
    ),
)
EXPECTED = """\
# 1. Scope

This agreement covers all services
that the Provider has offered to the
Customer in writing, and no others.

# 2. Fees

The Customer pays the fees of the
order form within thirty days of the
invoice, without any deduction.
"""


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), x=st.integers(30, 60), pitch=st.integers(12, 20), gutter=st.integers(14, 60))
def test_the_order_of_the_content_stream_does_not_matter(seed: int, x: int, pitch: int, gutter: int) -> None:
    """Each word is drawn by itself, in any order, anywhere on the page."""

    def draw(canvas: MADE.Canvas) -> None:
        pieces = []
        start = float(x)
        for lines in COLUMNS:
            for index, line in enumerate(lines):
                font = ("Helvetica-Bold", 10) if index == 0 else ("Helvetica", 10)
                at = start
                for word in line.split():
                    pieces.append((at, 760 - pitch * index, word, font))
                    at += canvas.stringWidth(word + " ", *font)
            start += gutter + max(canvas.stringWidth(line, "Helvetica", 10) for line in lines)
        random.Random(seed).shuffle(pieces)
        for left, y, word, font in pieces:
            canvas.setFont(*font)
            canvas.drawString(left, y, word)

    assert render(MADE.drawn(draw), "pdf", LIMITS).text == EXPECTED


SENTENCE = "The Provider shall notify the Customer of every amendment that concerns confidential information"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_words_parted_by_soft_hyphens_are_whole_again(data: st.DataObject) -> None:
    words = SENTENCE.split()
    lines, line = [], ""
    for word in words:
        cut = data.draw(st.integers(2, len(word) - 2)) if len(word) > 5 and data.draw(st.booleans()) else 0
        line += f"{word[:cut]}\u00ad" if cut else f"{word} "
        if cut:
            lines.append(line)
            line = f"{word[cut:]} "
    lines.append(line.rstrip())

    def draw(canvas: MADE.Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for index, text in enumerate(lines):
            canvas.drawRightString(560, 760 - 14 * index, text)

    assert " ".join(render(MADE.drawn(draw), "pdf", LIMITS).text.split()) == SENTENCE
