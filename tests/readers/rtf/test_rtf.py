"""RTF documents as Word and LibreOffice write them: what is read of each difficulty, and what is told of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, ReadingError, Rendering
from vendorlint_extractor.documents.readers.rtf import reader
from vendorlint_extractor.documents.rendered import render

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}"
    r"{\f2\fswiss\fcharset204{\*\panose 020b}Arial Cyr;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 heading 2;}{\s3 toc 1;}{\*\cs10 Default Paragraph Font;}}"
    r"{\info{\title Not this}}{\header Not this\par}"
)
BOX = r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres%s\ffdefres%s{\*\ffname Agreed}}}}{\fldrslt}}"


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode("latin-1")


def read(body: str) -> Rendering:
    return reader.read(rtf(body), LIMITS)


SHOWN = [
    (r"\pard One\par Two\line three\par", "One\n\nTwo\nthree\n"),
    (r"Without an end", "Without an end\n"),
    (r"\pard\s1\outlinelevel0 Fees\par\pard\s2 Due\par\pard\s0 Pay.\par", "# Fees\n\n## Due\n\nPay.\n"),
    (r"\pard\s3 1 Fees 7\par\pard Kept\par", "Kept\n"),
    (r"{\b Fees.} You pay.\par", "**Fees.** You pay.\n"),
    (r"{\ul Fees.} You pay.\ulnone\par", "**Fees.** You pay.\n"),
    (r"Caf\'e9 \u8364? 5\~000 \ldblquote a\rdblquote\endash b\_c\-d \{e\}\par", "Café € 5 000 “a”–b-cd {e}\n"),
    (r"{\f2 \'d3}\u1044D\u-10179\'3f\u-8704\'3f {\uc0\u233x}\par", "УД\U0001f600 éx\n"),
    (r"{\upr{ansi}{\*\ud{unicode}}} text\par", "unicode text\n"),
    (r"a\bin3 }}}b\par", "ab\n"),
    (r"\pard{\listtext\pard\plain 1.\tab}\ilvl0 one\par{\listtext (a)\tab}\ilvl1 deep\par", "1. one\n\n    (a) deep\n"),
    (r"\pard{\pntext\f1\'B7\tab}a seat\par{\pntext o\tab}two\par", "- a seat\n\n- two\n"),
    (r"\pard{\listtext Article 2\tab}{\b Fees}\par", "## Article 2 Fees\n"),
    (r"\trowd\cellx1\cellx2\intbl Term\cell Value\cell\row\trowd\cellx1\cellx2 Cap\cell 40\cell\row\pard After\par", "| Term | Value |\n| Cap | 40 |\n\nAfter\n"),
    (r"\trowd\cellx1\intbl All of it\cell\row\pard", "All of it\n"),
    (r"\trowd\cellx1\cellx2\intbl 1\par 2\par 3\par 4\cell b\cell\row\pard", "1\n\n2\n\n3\n\n4\n\nb\n"),
    (r"\trowd\cellx1\cellx2\intbl (a)\cell the fee\cell\row\pard", "(a) the fee\n"),
    (r"Fees{\super\chftn}{\footnote\pard{\super\chftn} In euros.} fall due.\par", "Fees¹ fall due.\n\n¹ In euros.\n"),
    (r'See {\field{\*\fldinst HYPERLINK "https://example.org/a"}{\fldrslt here}}.\par', "See [here](https://example.org/a).\n"),
    (r'{\field{\*\fldinst TOC \\o}{\fldrslt Fees 3\par}}Kept\par', "Kept\n"),
    (BOX % (25, 1) + r" Training\par", "☒ Training\n"),
    (BOX % (0, 1) + r" Training\par", "☐ Training\n"),
    (r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl England}{\*\ffl Ireland}}}}} law\par", "Ireland law\n"),
    (r"Cap: {\field{\*\fldinst FORMTEXT}{\fldrslt \u8194\'20\u8194\'20\u8194\'20}}\par", "Cap: \\_\\_\\_\\_\n"),
    (r"Beside{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard In a box\par}}{\shprslt{\*\do{\dptxbxtext In a box\par}}}}\par", "Beside\n\nIn a box\n"),
    (r"\trowd\clcbpat2\cellx1\cellx2\intbl{\cf1 White on black}\cell b\cell\row\pard", "| White on black | b |\n"),
    (r"{\object{\*\objdata 0105}{\result Shown}}{\pict\picwgoal900\pichgoal900 89504e}{\*\unknown Not this}\par", "Shown\n"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SHOWN)
def test_what_is_shown_is_read(body: str, text: str) -> None:
    assert (read(body).text, read(body).notes) == (text, ())


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (r"Kept{\strike  not this}", "struck", 2),
        (r"Kept{\striked1  not this}", "struck", 2),
        (r"Kept\strike  not this\strike0\par", "struck", 2),
        (r"Kept{\deleted  not this}", "struck", 2),
        (r"Kept{\v  not this}", "hidden", 2),
        (r"Kept{\v\plain}{\v  not this}", "hidden", 2),
        (r"Kept{\fs2  not this}", "hidden", 2),
        (r"Kept{\cf1  not this}", "hidden", 2),
        (r"Kept{\cf2\chcbpat2  not this}", "hidden", 2),
        (r"Kept{\*\annotation{\*\atndate 5}\pard not\par this}", "comment", 2),
    ],
)
def test_what_is_not_shown_is_told(body: str, kind: str, words: int) -> None:
    assert (read(body).text, read(body).notes) == ("Kept\n", (Note(kind, "paragraph 1", words),))  # type: ignore[arg-type]


def test_changes_are_read_as_accepted() -> None:
    found = read(r"We {\deleted shall}{\revised will} pay.\par")
    assert (found.text, found.warnings) == ("We will pay.\n", ("holds tracked changes; they were read as accepted",))


def test_places_count_the_paragraphs_of_tables_too() -> None:
    found = read(r"One\par\trowd\cellx1\cellx2\intbl a\cell b\cell\row\pard Last\par")
    assert [found.place(line, line) for line in (1, 3, 5)] == ["paragraph 1", "paragraph 2", "paragraph 4"]


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"words", "is no RTF: it does not begin with {\\rtf"),
        (rtf("words")[:-1], "is broken: it ends inside of a group; save or export it again"),
        (rtf(""), "holds no text; expected a document of terms"),
        (rtf(r"{\pict 89}"), "holds pictures and no text; run OCR first"),
        (rtf("{" * 600 + "deep" + "}" * 600), "nests groups more than 500 deep; expected a document of terms"),
    ],
)
def test_what_cannot_be_read(raw: bytes, error: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, "rtf", LIMITS)
    assert str(raised.value) == error


PARTS = st.sampled_from(
    [r"{", r"}", r"\par ", r"\cell ", r"\row ", r"\trowd ", r"\intbl ", r"\pard ", r"{\footnote ", r"{\shptxt ", r"{\field", r"{\*\fldinst ", r"{\fldrslt ", r"{\listtext ", r"\chftn ", r"\u-10179?", r"\u55357?", r"\'e9", r"\'zz", r"\bin9 ", r"{\fonttbl", r"\f7", r"\fcharset2 ", r"{\colortbl", r"{\stylesheet{", r"\uc9 ", r"\v ", r"\strike ", r"{\*\formfield", r"\fftype2\ffres9 ", r"{\*\annotation ", "Fees ", "# x", "| a |", r"\*", r"\~", "\xe9", r"{\upr{", r"{\*\ud"]
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PARTS, max_size=25))
def test_whatever_it_holds_it_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = reader.read(f"{HEAD}{''.join(parts)} end}}".encode("latin-1"), Limits(depth=40))
    except ReadingError as error:
        assert "\n" not in str(error)
        return
    assert len(found.places) == found.text.count("\n") + 1
    found.text.encode()
