"""Old Word documents: refused, or made into DOCX by LibreOffice where that is asked for and there."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, ReadingError
from vendorlint_extractor.documents.rendered import OFFICE_WARNING, render

from ..tools import needed

OFFICE = replace(LIMITS, office=True)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1\outlinelevel0 Larkspur Terms\par\pard\plain We will {\strike not }use {\v never }it.\par}"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same as a Word document of 1997."""
    folder = tmp_path_factory.mktemp("old")
    (folder / "terms.rtf").write_bytes(RTF)
    subprocess.run(
        [needed("soffice"), "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "doc:MS Word 97", "--outdir", folder, folder / "terms.rtf"],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "terms.doc").read_bytes()


def test_libreoffice_makes_it_a_docx_that_is_read_like_any(old: bytes) -> None:
    found = render(old, "doc", OFFICE)
    assert (found.text, found.warnings) == ("# Larkspur Terms\n\nWe will use it.\n", (OFFICE_WARNING,))
    assert found.notes == (Note("struck", "paragraph 2", 1), Note("hidden", "paragraph 2", 1))


def test_one_that_is_broken_is_told(old: bytes) -> None:
    with pytest.raises(ReadingError) as raised:
        render(old[:1024], "doc", OFFICE)
    assert str(raised.value) == "could not be opened by LibreOffice; it is broken or protected by a password"


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (OLE, "is an old Word document (.doc), and LibreOffice (soffice) is not installed; save it as DOCX"),
        (RTF, "is a RTF file by its content; give it the ending .rtf"),
        (b"PK\x03\x04", "is a DOCX file by its content; give it the ending .docx"),
        (b"words", "is no Word document (.doc)"),
    ],
)
def test_without_it_or_with_another_file(monkeypatch: pytest.MonkeyPatch, raw: bytes, error: str) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReadingError) as raised:
        render(raw, "doc", OFFICE)
    assert str(raised.value) == error


def test_nobody_asked_for_it() -> None:
    with pytest.raises(ReadingError) as raised:
        render(OLE, "doc", LIMITS)
    assert (
        str(raised.value)
        == "is an old Word document (.doc): save it as DOCX, or use --office to have LibreOffice read it"
    )
