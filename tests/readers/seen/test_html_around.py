"""What stands around the text of a page is told where it says something adverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import Extractor, read_document

EXTRACTOR = Extractor()
ADVERSE = "Provider may use Customer Data to train its AI models."
HARMLESS = "Orbita Inc. has its seat in Ohio and is entered in the register there."
PAGE = (
    '<html><head>{head}</head><body>{before}<main><p>This agreement is between Orbita Inc. ("Provider") and the customer '
    '("Customer"). Customer owns all Customer Data, and Provider keeps it safe.</p>{inside}</main>{after}</body></html>'
)
PLACES = {
    "header": ("before", "<header>{}</header>"),
    "footer": ("after", "<footer><p>{}</p></footer>"),
    "aside": ("after", "<aside>{}</aside>"),
    "nav": ("before", "<nav><ul><li>{}</li></ul></nav>"),
    "form": ("inside", "<form><label>{}</label></form>"),
    "button": ("inside", "<button>{}</button>"),
    "svg": ("inside", "<svg><text y='20'>{}</text></svg>"),
    "noscript": ("inside", "<noscript>{}</noscript>"),
    "dialog": ("inside", "<dialog open>{}</dialog>"),
    "frame": ("inside", '<iframe srcdoc="<p>{}</p>"></iframe>'),
    "style": ("head", "<style>p::after {{ content: '{}' }}</style>"),
    "outside main": ("after", "<div><p>{}</p></div>"),
}


def told(tmp_path: Path, **parts: str) -> list[tuple[str, int]]:
    page = tmp_path / "terms.html"
    page.write_text(PAGE.format(**{"head": "", "before": "", "inside": "", "after": ""} | parts), encoding="utf-8")
    found = EXTRACTOR.extract([read_document(page)], vendor="orbita").documents[0]
    return [(note["kind"], note["words"]) for note in found.get("notes", [])]


@pytest.mark.parametrize("place", PLACES)
def test_adverse_words_around_the_text_are_told(place: str, tmp_path: Path) -> None:
    part, form = PLACES[place]
    assert told(tmp_path, **{part: form.format(ADVERSE)}) == [("around", 10)]
    assert told(tmp_path, **{part: form.format(HARMLESS)}) == []


def test_the_place_is_told(tmp_path: Path) -> None:
    page = tmp_path / "terms.html"
    page.write_text(PAGE.format(head="", before="", inside="", after=f"<footer>{ADVERSE}</footer>"), encoding="utf-8")
    found = EXTRACTOR.extract([read_document(page)], vendor="orbita").documents[0]
    assert found["notes"] == [{"kind": "around", "place": "body > footer:nth-of-type(1)", "words": 10}]
