"""A scanned PDF: refused, or read by ocrmypdf where that is asked for and there."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from vendorlint_extractor import DocumentError, parse_document, read_document
from vendorlint_extractor.documents.readers.rendering import LIMITS, Rendering

from ..reading import EXTRACTOR
from ..tools import needed

CLAUSE = "We will not use Customer Content to train artificial intelligence models."
PAGE = f"<body style='font:16pt serif'><h1>Larkspur Terms of Service</h1><p>By using the Service, Customer agrees.</p><p>1.1 {CLAUSE}</p>"
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF that holds a picture of terms."""
    needed("chromium")
    folder = tmp_path_factory.mktemp("scan")
    (folder / "page.html").write_text(PAGE)
    (folder / "picture.html").write_text('<body style="margin:0"><img src="page.png" style="width:100%">')
    for command in (
        ("--window-size=1000,600", f"--screenshot={folder}/page.png", (folder / "page.html").as_uri()),
        ("--no-pdf-header-footer", f"--print-to-pdf={folder}/scan.pdf", (folder / "picture.html").as_uri()),
    ):
        subprocess.run([*CHROMIUM, f"--user-data-dir={folder}/profile", *command], check=True, capture_output=True)
    return folder / "scan.pdf"


def test_without_ocr_it_is_an_error(scan: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(scan)
    assert caught.value.message == "holds no text; it is probably scanned: run OCR first, or use --ocr"


def test_without_ocrmypdf_it_says_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DocumentError) as caught:
        read_document(scan, limits=replace(LIMITS, ocr=True))
    assert caught.value.message == "holds no text, and ocrmypdf is not installed; install it, or send a PDF with text"


def test_with_ocr_its_facts_are_of_low_confidence(scan: Path) -> None:
    if not shutil.which("ocrmypdf"):
        pytest.skip("ocrmypdf is not installed")
    document = read_document(scan, limits=replace(LIMITS, ocr=True))
    assert document.rendering and document.rendering.warnings == ("was read by OCR; compare its quotes with the pages",)
    assert document.notes == ()
    [side] = EXTRACTOR.extract([document], vendor="larkspur").facts["ai.training.customer_content"].sides
    assert (side.value, side.confidence) == ("prohibited", "low")
    assert [(each.quote, each.number, each.place) for each in side.evidence] == [(CLAUSE, "1.1", "page 1, line 3")]


def test_no_fact_that_was_guessed_from_pictures_is_sure() -> None:
    text = f"# Larkspur Terms of Service\n\nBy using the Service, Customer agrees. Effective date: 1 March 2026.\n\n1.1 {CLAUSE}\n"
    places = tuple(("page 1", number) for number in range(1, text.count("\n") + 2))
    found = Rendering(text, places, ("was read by OCR; compare its quotes with the pages",), ocr=True)

    def confidences(rendering: Rendering) -> dict[str, set[str]]:
        document = parse_document(text, path=Path("scan.pdf"), document_id="scan", rendering=rendering)
        facts = EXTRACTOR.extract([document], vendor="larkspur").facts
        return {fact: {side.confidence for side in each.sides} for fact, each in facts.items()}

    guessed, printed = confidences(found), confidences(replace(found, ocr=False))
    assert guessed.keys() >= {"document.language", "document.type", "document.effective_date"}
    assert guessed == {fact: {"low"} for fact in printed}
    assert "high" in printed["document.language"]
