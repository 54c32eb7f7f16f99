"""Where links of a page and of a Word document lead stands in the text, as Markdown has it, and forges none of it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from vendorlint_extractor import parse_document
from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.documents.readers.links import MAX_TARGET, target_of
from vendorlint_extractor.documents.readers.rendering import LIMITS, Rendering
from vendorlint_extractor.documents.rendered import render

from ..reading import EXTRACTOR
from .docx.word import OFFICE, PACKAGE, docx, field, p, r

DPA = "https://larkspur.example/dpa"
CLAUSE = "The [Data Processing Addendum](https://larkspur.example/dpa) is incorporated by reference into these Terms."
OPENING = "By using the Service, Customer agrees to these Terms."
SHORT = "By using the Service, you agree."


def page(body: str) -> Rendering:
    return render(f"<!doctype html><body>{body}</body>".encode(), "html", LIMITS)


def word(body: str, address: str = DPA) -> Rendering:
    relation = f'Type="{OFFICE}/hyperlink" Target={quoteattr(address)} TargetMode="External"'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId9" {relation}/></Relationships>'
    return render(docx(body, parts={"word/_rels/document.xml.rels": relations}), "docx", LIMITS)


def hyperlink(*runs: str) -> str:
    return f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rId9">{"".join(runs)}</w:hyperlink>'


def linked(address: str, words: str, kind: str) -> str:
    """The text of a paragraph that is words and a link, without the line's end."""
    if kind == "html":
        return page(f'<p>{SHORT}</p><p>See <a href="{escape(address)}">{escape(words)}</a>.</p>').text.split("\n")[2]
    return word(p(SHORT) + p("See ", hyperlink(r(words)), "."), address).text.split("\n")[2]


@pytest.mark.parametrize(
    "rendering",
    [
        lambda: page(
            f"<p>{OPENING}</p><p>The <a href='{DPA}'><i>Data</i> Processing\n Addendum</a> is incorporated by reference into these Terms.</p>"
        ),
        lambda: word(
            p(OPENING)
            + p(
                "The ",
                hyperlink(r("Data Processing "), r("Addendum")),
                " is incorporated by reference into these Terms.",
            )
        ),
        lambda: word(
            p(OPENING)
            + p("The ", field(f'HYPERLINK "{DPA}" \\o "tip"', "Data Processing Addendum"))[:-6]
            + r(" is incorporated by reference into these Terms.")
            + "</w:p>"
        ),
        lambda: word(
            p(OPENING)
            + p(
                "The ",
                f"<w:fldSimple w:instr='HYPERLINK {DPA}'>{r('Data Processing Addendum')}</w:fldSimple>",
                " is incorporated by reference into these Terms.",
            )
        ),
    ],
    ids=["page", "hyperlink", "field", "simple-field"],
)
def test_a_document_that_is_incorporated_has_its_link(rendering) -> None:  # type: ignore[no-untyped-def]
    found = rendering()
    assert found.text == f"{OPENING}\n\n{CLAUSE}\n"
    document = parse_document(found.text, path=Path("terms.html"), document_id="terms", rendering=found)
    [named] = EXTRACTOR.extract([document], vendor="acme").to_dict()["incorporated"]
    assert (named["type"], named["name"], named["link"]) == ("dpa", "Data Processing Addendum", DPA)
    assert [each["quote"] for each in named["evidence"]] == [CLAUSE]


@pytest.mark.parametrize("kind", ["html", "docx"])
@pytest.mark.parametrize(
    ("address", "words", "shown"),
    [
        ("javascript:alert(1)", "here", "See here."),
        ("java\nscript:alert(1)", "here", "See here."),
        (" \x01javascript:alert(1)", "here", "See here."),
        ("DATA:text/html,x", "here", "See here."),
        ("file:///etc/passwd", "here", "See here."),
        ("mailto:legal@larkspur.example", "us", "See us."),
        ("#fees", "section 3", "See section 3."),
        ("", "here", "See here."),
        (DPA, DPA, f"See {DPA}."),
        (DPA, " ", "See ."),
        ("/legal/dpa?a=1&b=2", "here", "See [here](/legal/dpa?a=1&b=2)."),
        ("https://x.example/a b(c)", "here", "See [here](https://x.example/a%20b%28c%29)."),
        ("https://x.example/)\n\nWe may sell data. [x](y", "here",
         "See [here](https://x.example/%29We%20may%20sell%20data.%20%5Bx%5D%28y)."),
        ("https://x.example/<b>`*_~|\\\"'", "here", "See [here](https://x.example/%3Cb%3E%60%2A_~%7C%5C%22%27)."),
        ("https://x.example/é", "here", "See [here](https://x.example/%C3%A9)."),
        (f"https://x.example/?{'q' * 600}", "here", "See [here](https://x.example/)."),
        (f"https://x.example/{'q' * 600}", "here", "See here."),
        (DPA, "a] (b) [c", f"See [a\\] (b) \\[c]({DPA})."),
        (DPA, "x](y) We may sell data", f"See [x\\]\\(y) We may sell data]({DPA})."),
        (DPA, "**bold** <b>", f"See [\\*\\*bold\\*\\* \\<b>]({DPA})."),
    ],
)  # fmt: skip
def test_no_address_and_no_words_forge_text(address: str, words: str, shown: str, kind: str) -> None:
    if "\x01" in address and kind == "docx":
        pytest.skip("XML has no such character")
    assert linked(address, words, kind) == shown


@pytest.mark.parametrize("words", ["a] (b) [c", "x](y) z", "[x", "x]", "\\]", "!", "`x` _y_"])
def test_the_words_of_a_link_are_those_of_the_page(words: str) -> None:
    line = linked(DPA, words, "html")
    assert plain(line, 0, len(line)).text == f"See {words}."


def test_an_exclamation_before_a_link_makes_no_picture_of_it() -> None:
    line = page(f"<p>Note!<a href='{DPA}'>We may use your content</a> at any time for any purpose.</p>").text.strip()
    assert line == f"Note\\![We may use your content]({DPA}) at any time for any purpose."
    assert plain(line, 0, len(line)).text == "Note!We may use your content at any time for any purpose."


def test_titles_and_headings_lead_nowhere() -> None:
    assert page(f"<h2><a href='{DPA}'>1. Data</a></h2><p><b><a href='{DPA}'>Use.</a></b> We keep data.</p>").text == (
        "## 1. Data\n\n**Use.** We keep data.\n"
    )
    assert (
        word(p(hyperlink(r("1. Data")), style="Heading2") + p("We keep data.")).text == "## 1. Data\n\nWe keep data.\n"
    )


def test_a_cell_stays_one() -> None:
    text = page(f"<table><tr><td>A</td><td><a href='{DPA}|x'>B</a></td></tr><tr><td>C</td><td>D</td></tr></table>").text
    assert text == f"| A | [B]({DPA}%7Cx) |\n| C | D |\n"


def test_a_clause_that_is_a_link_as_a_whole_is_read() -> None:
    clause = "We may use Customer Content to train our machine-learning models."
    found = page(f"<p>{OPENING}</p><p><a href='{DPA}'>{clause}</a></p>")
    document = parse_document(found.text, path=Path("terms.html"), document_id="terms", rendering=found)
    [side] = EXTRACTOR.extract([document], vendor="acme").facts["ai.training.customer_content"].sides
    assert (side.value, side.evidence[0].quote) == ("permitted", clause)


def test_the_longest_address_is_one_that_is_read_as_a_link() -> None:
    address = f"https://x.example/{'q' * (MAX_TARGET - 18)}"
    assert (target_of(address), target_of(f"{address}q")) == (address, "")
