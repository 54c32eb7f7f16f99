"""What an ODT says beside its text, in attributes, fields and forms, is told where it is adverse."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..readers.odt.test_odt import SPACES, archive
from ..readers.seen.test_around import ADVERSE, HARMLESS, TERMS, told

BODIES = {
    "a picture's words": "<text:p><draw:frame><svg:desc>{}</svg:desc></draw:frame></text:p>",
    "a table's words": "<table:table><table:desc>{}</table:desc></table:table>",
    "small letters over words": "<text:p><text:ruby><text:ruby-base>Data</text:ruby-base><text:ruby-text>{}</text:ruby-text></text:ruby></text:p>",
    "a field that is shown anew": '<text:p><text:user-field-decl office:string-value="{}"/>x</text:p>',
    "a condition": '<text:p><text:conditional-text text:string-value-if-true="{}">x</text:conditional-text></text:p>',
    "a form": '<office:forms><form:textarea form:current-value="{}"/></office:forms>',
    "a link's title": '<text:p><text:a office:title="{}">Data</text:a></text:p>',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_words_beside_the_text_are_told(body: str, tmp_path: Path) -> None:
    def made(words: str) -> bytes:
        inner = "".join(f"<text:p>{each}</text:p>" for each in TERMS) + body.format(words)
        names = 'xmlns:form="urn:f" xmlns:svg="urn:s" xmlns:draw="urn:d" xmlns:table="urn:t"'
        names = " ".join(each for each in names.split() if each.split("=")[0] not in SPACES)
        content = f"<office:document-content {SPACES} {names}><office:body><office:text>{inner}</office:text></office:body></office:document-content>"
        return archive({"content.xml": content})

    assert [kind for kind, _ in told("odt", made(ADVERSE), tmp_path)] == ["around"]
    assert told("odt", made(HARMLESS), tmp_path) == []
