"""PDF: letters that a font shows otherwise than it names them, words over words, and ink that is none of the words that were read."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.readers.pdf.ink import Ink
from vendorlint_extractor.documents.readers.pdf.reader import read
from vendorlint_extractor.documents.readers.pdf.shapes import LETTERS, as_another, as_itself, base_of, references
from vendorlint_extractor.documents.readers.rendering import LIMITS

SAID = "We may sell all of your data to anyone."
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding{}>>"
PICTURE = "/Type/XObject/Subtype/Image/Width 8/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 400 30]/Resources<</Font<</F1 5 0 R>>>>"


def stream(entries: str, content: str) -> str:
    return f"<<{entries}/Length {len(content.encode('latin-1'))}>>\nstream\n{content}\nendstream"


def line(y: int, words: str, font: str = "F1", before: str = "") -> str:
    return f"BT {before} /{font} 11 Tf 1 0 0 1 60 {y} Tm ({words}) Tj ET\n"


KEPT = "".join(
    line(780 - 14 * at, f"Line {at} of these terms says what the parties owe to one another.") for at in range(8)
)


def page(content: str, *more: str, fonts: str = "", resources: str = "", own: str = "") -> bytes:
    """A PDF of one page, from what it draws; the objects `more` have the numbers from 6 on."""
    drawn = KEPT + content
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R{fonts}>>{resources}>>{own}>>",
        stream("", drawn),
        FONT.format(""),
        *more,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode("latin-1")


def told(raw: bytes) -> dict[str, int]:
    return {note.kind: note.words for note in read(raw, LIMITS).notes}


def meaning(codes: str) -> str:
    """What a font says of its codes."""
    return stream("", f"begincmap 1 begincodespacerange <00><FF> endcodespacerange {codes} endcmap")


def each(code: str) -> str:
    return f"95 beginbfchar {' '.join(f'<{at:02x}> <{code}>' for at in range(32, 127))} endbfchar"


AS_THEY_ARE = meaning("1 beginbfrange <20> <7e> <0020> endbfrange")
SHIFTED = "/Differences[97" + "".join(f"/{chr(98 + at)}" for at in range(25)) + "/a]"


def renamed(differences: str) -> bytes:
    other = FONT.replace("/Encoding/WinAnsiEncoding", f"/Encoding<</BaseEncoding/WinAnsiEncoding{differences}>>")
    return page(line(600, SAID, "F2"), other.format("/ToUnicode 7 0 R"), AS_THEY_ARE, fonts="/F2 6 0 R")


def test_a_font_that_shows_other_letters_is_told() -> None:
    assert told(renamed(SHIFTED)) == {"shown_otherwise": 8}  # an "o" and a "p" are too much alike


def test_so_is_one_that_shows_one_letter_otherwise() -> None:
    assert told(renamed("/Differences[109/w]")) == {"shown_otherwise": 1}  # "We way sell"


def test_a_font_that_shows_what_it_names_is_not() -> None:
    assert told(renamed("")) == {}


@pytest.mark.parametrize(
    "codes", [each("0020"), each("200b"), each("002e"), "1 beginbfrange <20> <7e> <e020> endbfrange"]
)
def test_letters_that_are_named_as_blanks_or_dots_are_told(codes: str) -> None:
    raw = page(line(600, SAID, "F2"), FONT.format("/ToUnicode 7 0 R"), meaning(codes), fonts="/F2 6 0 R")
    assert told(raw).keys() & {"picture", "shown_otherwise", "glyph"}


@pytest.mark.parametrize(
    ("spoken", "kinds"),
    [
        (f"({SAID})", {"shown_otherwise"}),
        ("(We never share what you store with us.)", {"shown_otherwise"}),
        ("( )", {"picture"}),
    ],
)
def test_words_that_stand_for_others_are_told(spoken: str, kinds: set[str]) -> None:
    drawn = line(600, "Nothing of that kind is said on this page.")
    assert told(page(f"/Span <</ActualText {spoken}>> BDC\n{drawn}EMC\n")).keys() == kinds


def test_a_ligature_that_is_spoken_as_its_letters_is_not() -> None:
    assert told(page(f"/Span <</ActualText (ffi)>> BDC\n{line(600, 'ffi')}EMC\n")) == {}


WHITE = "1 1 1 rg 50 590 400 30 re f 0 g\n"
COVER = stream(PICTURE, "\xff\x00\xff\x00\xff\x00\xff\xff")


@pytest.mark.parametrize(
    "raw",
    [
        page(line(600, SAID) + WHITE + line(600, "We will never share your content with him.")),
        page(line(600, SAID) + line(600, "HHHHHHHHHHHHHHHHHHHHHHHHHHHHH")),
        page(line(600, SAID) + "q 36 0 0 12 100 597 cm /I Do Q\n", COVER, resources="/XObject<</I 6 0 R>>"),
        page(
            line(600, SAID),
            "<</Type/Annot/Subtype/Stamp/Rect[50 590 450 620]/F 4/AP<</N 7 0 R>>>>",
            stream(FORM, "1 1 1 rg 0 0 400 30 re f 0 g BT /F1 11 Tf 10 10 Td (Other words are printed here.) Tj ET"),
            own="/Annots[6 0 R]",
        ),
    ],
    ids=["a patch", "other words", "a picture", "a stamp"],
)  # fmt: skip
def test_words_under_others_are_told(raw: bytes) -> None:
    assert "shown_otherwise" in told(raw)


def test_words_over_a_picture_are_not() -> None:
    raw = page(
        "q 300 0 0 60 50 570 cm /I Do Q\n" + line(600, SAID),
        stream(PICTURE, "\xf0" * 8),
        resources="/XObject<</I 6 0 R>>",
    )
    assert told(raw).keys() <= {"picture"}


INK = f"BT /F1 11 Tf 10 10 Td ({SAID}) Tj ET"


@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Link", "Watermark", "Other"])
def test_what_an_annotation_draws_without_words_is_told(kind: str) -> None:
    annotation = f"<</Type/Annot/Subtype/{kind}/Rect[50 590 450 620]/F 4/AP<</N 7 0 R>>>>"
    assert told(page("", annotation, stream(FORM, INK), own="/Annots[6 0 R]")).keys() == {"picture"}


def test_a_pattern_of_words_is_told() -> None:
    tile = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Resources<</Font<</F1 5 0 R>>>>"
    raw = page(
        "/Pattern cs /P scn 0 500 595 100 re f\n", stream(tile, line(550, SAID)), resources="/Pattern<</P 6 0 R>>"
    )
    assert told(raw) == {"picture": 1}


@pytest.mark.parametrize(
    "drawn",
    [
        "".join(f"{60 + 40 * at} 400 m {60 + 40 * at} 600 l S\n60 {400 + 20 * at} m 460 {400 + 20 * at} l S\n" for at in range(11)),
        "0.9 g 50 590 400 30 re f 0 g\n" + line(600, SAID),
        line(600, "Signed: ................................................................") + "200 596 m 230 620 250 590 260 612 c S\n",
        "[2 2] 0 d 60 500 m 460 500 l S\n",
    ],
    ids=["a table", "a ground", "a signature over dots", "a dashed line"],
)  # fmt: skip
def test_what_is_no_line_of_words_is_not(drawn: str) -> None:
    assert told(page(drawn)) == {}


def test_each_letter_of_common_fonts_looks_like_itself_and_like_no_other() -> None:
    for letter, shapes in references().items():
        for shape in shapes:
            assert as_itself(shape, letter) >= 0.5
    assert base_of("é") == "e"
    assert base_of("ж") == ""
    assert as_another(references()["w"][0], "t") > 0.99
    assert set(references()) == set(LETTERS)


def test_a_picture_of_a_page_keeps_its_scale_unless_it_is_a_large_one() -> None:
    assert Ink(None, 2.0).scale == 2.0  # type: ignore[arg-type]
