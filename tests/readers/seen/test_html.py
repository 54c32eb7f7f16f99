"""HTML: hidden, struck and faint words are left out and told; fields of forms are read as they are filled in."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents.readers.html import read
from vendorlint_extractor.documents.readers.rendering import LIMITS

PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><style>{css}</style></head><body><main>{body}</main></body></html>"
)
KEPT = "<div>Kept.</div>"


def seen(body: str, css: str = "") -> tuple[str, list[tuple[str, int]]]:
    """The text on one line, and the notes."""
    rendering = read(PAGE.format(css=css, body=body).encode(), LIMITS)
    return " ".join(rendering.text.split()), [(note.kind, note.words) for note in rendering.notes]


@pytest.mark.parametrize(
    ("css", "body", "told"),
    [
        (".x { display: none }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        ("p.x { display: none } p { display: block }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        ("@media screen { .x { visibility: hidden } }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        ("#x { opacity: 0 }", "<p id=x>We sell data.</p>", ("hidden", 3)),
        (".x { position: absolute; left: -9999px }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { text-indent: -100em }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { clip: rect(0, 0, 0, 0); position: absolute }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { clip-path: inset(50%) }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { height: 0; overflow: hidden }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { transform: scale(0) }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { font-size: 0 }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { color: #fff }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { color: transparent }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        (".x { background: #222; color: rgb(34, 34, 34) }", "<p class=x>We sell data.</p>", ("hidden", 3)),
        ("", "<p><font color=white>We sell data.</font></p>", ("hidden", 3)),
        ("", "<p hidden>We sell data.</p>", ("hidden", 3)),
        ("", "<table><tr><td>Kept.</td><td>Kept.</td></tr><tr style='display:none'><td>We</td><td>sell.</td></tr></table>",
         ("hidden", 2)),
        ("", "<p><s>We sell data.</s></p>", ("struck", 3)),
        ("", "<p><del>We sell data.</del></p>", ("struck", 3)),
        ("", "<p><strike>We sell data.</strike></p>", ("struck", 3)),
        (".x { text-decoration: line-through }", "<p class=x>We sell data.</p>", ("struck", 3)),
        ("", "<!-- We sell the data that customers put in. -->", ("comment", 8)),
    ],
)  # fmt: skip
def test_what_no_reader_of_the_page_sees(css: str, body: str, told: tuple[str, int]) -> None:
    text, notes = seen(body + KEPT, css)
    assert "sell" not in text
    assert text.endswith("Kept.")
    assert notes == [told]


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("@media print { .x { display: none } }", "<p class=x>We sell data.</p>"),
        ("p { display: none } p.x { display: block }", "<p class=x>We sell data.</p>"),
        (".x { display: none } .x { display: block }", "<p class=x>We sell data.</p>"),
        (".y { display: none }", "<p class=x>We sell data.</p>"),
        (".x { font-size: 0 } .x span { font-size: 14px }", "<p class=x><span>We sell data.</span></p>"),
        (".x { visibility: hidden } span { visibility: visible }", "<p class=x><span>We sell data.</span></p>"),
        (".x { background: #123; color: white }", "<p class=x>We sell data.</p>"),
        (".x { background: url(a.png); color: white }", "<p class=x>We sell data.</p>"),
        ("", "<details><summary>More</summary>We sell data.</details>"),
        ("", "<p hidden=until-found>We sell data.</p>"),
        ("", "<p><ins>We sell data.</ins></p>"),
        ("", "<!-- menu begins --><p>We sell data.</p>"),
    ],
)
def test_what_a_reader_of_the_page_sees(css: str, body: str) -> None:
    text, notes = seen(body + KEPT, css)
    assert "We sell data." in text
    assert notes == []


def test_white_on_what_a_linked_sheet_may_fill_is_read() -> None:
    body = "<p style='color:white'>We sell data.</p>"
    assert seen(f"<link rel=stylesheet href=a.css>{body}{KEPT}") == ("We sell data. Kept.", [])


@pytest.mark.parametrize(
    ("body", "text", "notes"),
    [
        ("Within <input value=72> hours.", "Within 72 hours.", [("form_value", 1)]),
        ("Within <input> hours.", "Within \\_\\_\\_\\_ hours.", []),
        ("Law: <select><option>Wales<option selected>Malta</select>", "Law: Malta", [("form_value", 1)]),
        ("Law: <select><option>Wales<option>Malta</select>", "Law: \\_\\_\\_\\_", []),
        ("Use: <textarea>billing alone</textarea>", "Use: billing alone", [("form_value", 2)]),
        ("<input type=checkbox> We sell. <input type=checkbox checked> We keep.", "☐ We sell. ☒ We keep.", []),
        ("<label><input type=radio checked>We keep.</label>", "☒ We keep.", []),
        ("Kept.<input type=hidden value=x><input type=submit value=Go>", "Kept.", []),
    ],
)
def test_forms(body: str, text: str, notes: list[tuple[str, int]]) -> None:
    assert seen(f"<p>{body}</p>") == (text, notes)


def test_a_note_names_the_element() -> None:
    rendering = read(PAGE.format(css="", body="<p>a</p><p>b <s>c d</s></p>").encode(), LIMITS)
    assert [(note.place, note.words) for note in rendering.notes] == [("main > p:nth-of-type(2) > s:nth-of-type(1)", 2)]


def test_a_form_of_options_is_text_and_one_that_asks_for_an_address_is_none() -> None:
    options = "<p><input type=radio name=a> We sell.</p><p><input type=radio name=a checked> We keep.</p>"
    assert seen(f"<form>{options}</form>{KEPT}") == ("☐ We sell. ☒ We keep. Kept.", [])
    news = "<input type=email><input type=checkbox> Send me news."
    assert seen(f"<form>{news}</form>{KEPT}") == ("Kept.", [])
