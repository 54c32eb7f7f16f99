"""What a Word document says beside its text, in attributes and in separators of notes, is told where it is adverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..readers.docx.word import docx, p
from ..readers.seen.test_around import ADVERSE, HARMLESS, TERMS, told

BODIES = {
    "a picture's words": '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{}"/></wp:inline></w:drawing></w:r></w:p>',
    "a table's words": '<w:tbl><w:tblPr><w:tblDescription w:val="{}"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    "a table's caption": '<w:tbl><w:tblPr><w:tblCaption w:val="{}"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    "a tip": '<w:p><w:hyperlink w:tooltip="{}" w:anchor="x"><w:r><w:t>Data</w:t></w:r></w:hyperlink></w:p>',
    "a field's name": '<w:sdt><w:sdtPr><w:alias w:val="{}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Data</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
}


def terms(body: str, **parts: str) -> bytes:
    return docx("".join(p(text) for text in TERMS) + body + p("Customer pays in advance."), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_words_beside_the_text_are_told(body: str, tmp_path: Path) -> None:
    assert [kind for kind, _ in told("docx", terms(body.format(ADVERSE)), tmp_path)] == ["around"]
    assert told("docx", terms(body.format(HARMLESS)), tmp_path) == []


@pytest.mark.parametrize("kind", ["separator", "continuationNotice"])
@pytest.mark.parametrize("notes", ["footnote", "endnote"])
def test_so_are_separators_of_notes(notes: str, kind: str, tmp_path: Path) -> None:
    def made(words: str) -> bytes:
        return terms("", **{f"{notes}s": f'<w:{notes} w:type="{kind}" w:id="-1">{p(words)}</w:{notes}>'})

    assert [kind for kind, _ in told("docx", made(ADVERSE), tmp_path)] == ["around"]
    assert told("docx", made(HARMLESS), tmp_path) == []
