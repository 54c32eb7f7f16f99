"""Markdown and plain text: what states nothing is blank to the patterns, and the notes tell of it."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorlint_extractor import parse_document
from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.unseen import blanked, unseen

FIRST = "The supplier keeps the records.\n\n"


def seen(text: str) -> tuple[str, list[tuple[str, str, int]]]:
    """What is left of a text below its first sentence, with blanks folded, and its notes."""
    document = parse_document(FIRST + text, path=Path("terms.md"), document_id="terms")
    left = re.sub(r"\s+", " ", document.stated.removeprefix(FIRST).replace("\u200b", ""))
    return left.strip(), [(note.kind, note.place, note.words) for note in document.notes]


@pytest.mark.parametrize(
    ("text", "left", "notes"),
    [
        ("We may ~~not~~ sell data.", "We may sell data.", [("struck", "line 3", 1)]),
        ("We may ~not ever~ sell data.", "We may sell data.", [("struck", "line 3", 2)]),
        ("We may <del>not</del> sell data.", "We may sell data.", [("struck", "line 3", 1)]),
        ("We may <noscript>not</noscript> sell data.", "We may sell data.", [("hidden", "line 3", 1)]),
        ("We may <font color=white>not</font> sell data.", "We may sell data.", [("hidden", "line 3", 1)]),
        ("We may <span popover>not</span> sell data.", "We may sell data.", [("hidden", "line 3", 1)]),
        (
            "We may <span style='color: hsl(0, 0%, 100%)'>not</span> sell data.",
            "We may sell data.",
            [("hidden", "line 3", 1)],
        ),
        ("We may ~~<del>not</del>~~ sell data.", "We may sell data.", [("struck", "line 3", 1)]),
        ("We may <S>not</S> sell <strike>your</strike> data.", "We may sell data.", [("struck", "line 3", 2)]),
        (
            "We may <span style='text-decoration: red line-through'>not</span> sell.",
            "We may sell.",
            [("struck", "line 3", 1)],
        ),
        ("Fees~~, and taxes~~, are due.", "Fees, are due.", [("struck", "line 3", 2)]),
        ("Kept.\n\n<del>We sell data.\n\nWe sell more.</del> Kept.", "Kept. Kept.", [("struck", "line 5", 6)]),
        ("<!-- We sell data. --> Kept.", "Kept.", [("comment", "line 3", 3)]),
        ("<!--> Kept. <!-- a -->", "<!--> Kept.", [("comment", "line 3", 1)]),
        ("<!---> Kept. <!-- a -->", "<!---> Kept.", [("comment", "line 3", 1)]),
        ("Kept.\n<!-- We sell\n\n# Data\n--> Kept.", "Kept. Kept.", [("comment", "line 4", 3)]),
        ("Kept.\n\n<!-- We sell data", "Kept.", [("comment", "line 5", 3)]),
        ("[//]: # (We sell data.)\n\nKept.", "Kept.", [("comment", "line 3", 3)]),
        ('[x]: <> "We sell data."\n\nKept.', "Kept.", [("comment", "line 3", 3)]),
        ("<div hidden>We sell data.</div>Kept.", "Kept.", [("hidden", "line 3", 3)]),
        ('<p style="display:none">We sell <b>data</b>.</p>Kept.', "Kept.", [("hidden", "line 3", 3)]),
        ("<span style='font-size:0px'>We sell.</span> Kept.", "Kept.", [("hidden", "line 3", 2)]),
        ("<span style='color:#fff'>We sell.</span> Kept.", "Kept.", [("hidden", "line 3", 2)]),
        ("<template>We sell.</template> Kept.", "Kept.", [("hidden", "line 3", 2)]),
        ("<style>p { color: red }</style> Kept.", "Kept.", []),
        ("<script>We sell data.</script> Kept.", "Kept.", [("hidden", "line 3", 3)]),
        ("<script>sell(data) // at once</script> Kept.", "Kept.", []),
        ("<bdo dir=rtl>.atad lles eW</bdo> Kept.", "Kept.", [("hidden", "line 3", 3)]),
        ("<We sell your data to all who ask.> Kept.", "Kept.", [("hidden", "line 3", 8)]),
        ("<name of the customer> Kept.", "<name of the customer> Kept.", []),
        ("[ours]: https://example.org/terms\n\nKept.", "Kept.", []),
    ],
)
def test_what_no_page_shows(text: str, left: str, notes: list[tuple[str, str, int]]) -> None:
    assert seen(text) == (left, notes)


@pytest.mark.parametrize(
    "text",
    [
        "We may ~ not ~ sell data.",
        "Between ~30 and ~40 days.",
        "We may \\~~not\\~~ sell data.",
        "The mark `~~not~~` is read.",
        "The mark `<!-- not -->` is read.",
        "```\n<!-- shown -->\n```",
        "We may ~~not sell data.\n\nNo~~ more.",
        "Kept <!-- not closed.",
        "Kept.\n[y]: z (is text within a paragraph)",
        "The <b>supplier</b> may <ins>not</ins> sell.",
        "<p style='color:#333'>Kept.</p>",
        "[^1]: A footnote is shown.",
        "See https://example.org/a#:~:text=We%20sell and [it](https://example.org/b#:~:text=data).",
    ],
)
def test_what_a_page_shows(text: str) -> None:
    assert seen(text) == (re.sub(r"\s+", " ", text).strip(), [])


@pytest.mark.parametrize(
    ("text", "left", "notes"),
    [
        ("- [ ] We may sell.\n- [x] We may not sell.", "- - We may not sell.", [("unticked", "line 3", 3)]),
        ("☐ We may sell.\n\n☑ We may not sell.", "We may not sell.", [("unticked", "line 3", 3)]),
        ("○ We may sell.\n\n◉ We may not sell.", "We may not sell.", [("unticked", "line 3", 3)]),
        ("* [ ] Plan A\n  - It renews.\n* [X] Plan B", "* - * Plan B", [("unticked", "line 3", 2), ("unticked", "line 4", 2)]),
        ("Law: ☐ Wales ☒ Malta ☐ Spain", "Law: Malta", [("unticked", "line 3", 2)]),
        ("Renewal: yes ☐ no ☒", "", [("unticked", "line 3", 3)]),
        ("We may sell: ☐ yes ☒ no", "", [("unticked", "line 3", 5)]),
        ("We may sell: ☒ yes ☐ no", "We may sell: yes", [("unticked", "line 3", 1)]),
        ("Law: Wales ☐ Malta ☒", "Law: Malta", [("unticked", "line 3", 1)]),
        ("(a) [ ] We may sell.", "(a)", [("unticked", "line 3", 3)]),
        ("| We may sell. | ☐ |\n| We may keep. | ☒ |", "||| | We may keep. | |", [("unticked", "line 3", 3)]),
        ("1. ☐ We sell. ☒ We keep.", "1. We keep.", [("unticked", "line 3", 2)]),
        ("☐ We may sell. We tell nobody.", "", [("unticked", "line 3", 6)]),
        ("<input type='checkbox'> We sell.\n\n<input type=radio checked> We keep.", "We keep.", [("unticked", "line 3", 2)]),
    ],
)  # fmt: skip
def test_options(text: str, left: str, notes: list[tuple[str, str, int]]) -> None:
    assert seen(text) == (left, notes)


@pytest.mark.parametrize(
    ("text", "left", "notes"),
    [
        ("The law is that of [ ].", "The law is that of .", [("blank", "line 3", 1)]),
        ("Fees rise by up to [ ]% a year. Kept.", "Kept.", [("blank", "line 3", 7)]),
        ("The cap is {multiple} times the fees of a year. Kept.", "Kept.", [("blank", "line 3", 10)]),
        ("The cap is [  ] times the fees of a year. Kept.", "Kept.", [("blank", "line 3", 9)]),
        ("Le plafond est de ____ fois le prix d'un an. Gardé.", "Gardé.", [("blank", "line 3", 9)]),
        ("Up to ____ per cent of the fees. Kept.", "Kept.", [("blank", "line 3", 7)]),
        ("\\<!-- We may sell it. --> Kept.", "Kept.", [("drafting_note", "line 3", 4)]),
        ("The cap is $[●]. Kept.", "Kept.", [("blank", "line 3", 3)]),
        ("Within ____ days.", "Within days.", [("blank", "line 3", 1)]),
        ("Within \\_\\_\\_ days.", "Within days.", [("blank", "line 3", 1)]),
        ("The law of {law} and {{ venue }}.", "The law of and .", [("blank", "line 3", 1)]),
        ("By ____, by ____, for ____.", "By , by , for .", [("blank", "line 3", 1)]),
        ("Fees of $[***] are due. Kept.", "Fees of $ are due. Kept.", [("blank", "line 3", 1)]),
        ("Up to [*] percent ([* *]%) of it. Kept.", "Up to percent (%) of it. Kept.", [("blank", "line 3", 1)]),
        ("Fees of $[REDACTED] are due. Kept.", "Fees of $ are due. Kept.", [("blank", "line 3", 1)]),
        ("Des frais de [caviardé] euros. Kept.", "Des frais de euros. Kept.", [("blank", "line 3", 1)]),
        ("Plan [Basic, Plus or Max] is yours. Kept.", "Kept.", [("alternative", "line 3", 7)]),
        ("Law: Choose an item.", "Law:", [("blank", "line 3", 3)]),
        ("Loi : Choisissez un élément.", "Loi :", [("blank", "line 3", 3)]),
        ("Click or tap here to enter text.", "", [("blank", "line 3", 7)]),
        ("A term of [12] months.", "A term of months.", [("blank", "line 3", 1)]),
        ("The law of [Ireland].", "The law of .", [("blank", "line 3", 1)]),
        ("[Supplier] keeps data.", "[Supplier] keeps data.", [("blank", "line 3", 1)]),
        ("The law of [Wales / Malta]. Kept.", "Kept.", [("alternative", "line 3", 5)]),
        ("Kept. It [renews] [ends] then. Kept.", "Kept. Kept.", [("alternative", "line 3", 4)]),
        ("Within [24] [48] hours. Kept.", "Kept.", [("alternative", "line 3", 4)]),
        ("We may [not] sell. Kept.", "Kept.", [("alternative", "line 3", 4)]),
        ("We may sell [at any time] it. Kept.", "We may sell it. Kept.", [("alternative", "line 3", 3)]),
        ("Nous pouvons [ne pas] vendre. Kept.", "Kept.", [("alternative", "line 3", 5)]),
        ("[We may sell your data.] Kept.", "Kept.", [("alternative", "line 3", 5)]),
        ("We may/may not sell. Kept.", "Kept.", [("alternative", "line 3", 4)]),
        ("[We sell.\n\nWe sell more.]\n\nKept.", "Kept.", [("alternative", "line 3", 2), ("alternative", "line 5", 3)]),
        ("Within XX days.", "Within days.", [("blank", "line 3", 1)]),
        ("[Drafting note: we may sell.] Kept.", "Kept.", [("drafting_note", "line 3", 5)]),
        ("**Note to drafter:** we may sell.", "**Note to drafter:**", [("drafting_note", "line 3", 3)]),
        ("Note de rédaction : nous vendons.", "", [("drafting_note", "line 3", 5)]),
        ("[Insert the name of the court] Kept.", "Kept.", [("drafting_note", "line 3", 6)]),
    ],
)
def test_templates(text: str, left: str, notes: list[tuple[str, str, int]]) -> None:
    assert seen(text) == (left, notes)


@pytest.mark.parametrize(
    "text",
    [
        "The supplier agree[s] to [t]his.",
        "As [our policy](https://example.org/p) says.",
        "See note [3] and note [4], [5].",
        "It was [sic] reserved. [Reserved]",
        "By: ______________  Date: ____",
        "[Signature page follows]",
        "Items (a) [x] are kept.",
        "1. Fees ........ 12",
        "See https://example.org/terms/terms and the 24/24 line, and/or us.",
        "Annex XX applies.",
        "The sum is 5 x [(90-85) x 100].",
        "Plan [Basic, Plus or Max]: Plus",
        "You/your company and the price/unit price are as to be agreed.",
        "Write to [help@example.org] or [https://example.org/help].",
        "1.2 FEES .................................................. - 7 -",
        "A notice [e.g. a line that names the year] is shown. Votre avis [par exemple en ligne] compte.",
        "Shops at [your-shop].example.com are yours, and [example.com/faq](mailto:a@example.com?subject=My%20[question]) helps.",
        "Please [[write to us](https://example.org)].",
        "❏ We sell.\n\n❏ We keep.",
        "○ We sell.\n\n○ We keep.",
    ],
)
def test_brackets_and_lines_that_leave_nothing_open(text: str) -> None:
    kept = re.sub(r"\s+", " ", text.replace("[x]", "")).strip()
    assert seen(text) == (kept, [])


@pytest.mark.parametrize(
    ("comment", "notes"),
    [
        ("<!-- markdownlint-disable MD034 -->", []),
        ("<!-- prettier-ignore -->", []),
        ("<!-- markdownlint: we may sell your data, as (this) says -->", [("comment", "line 3", 9)]),
        ("<!-- keep this -->", [("comment", "line 3", 2)]),
    ],
)
def test_what_a_linter_is_told_is_no_comment(comment: str, notes: list[tuple[str, str, int]]) -> None:
    assert seen(f"{comment} Kept.") == ("Kept.", notes)


def test_letters_that_nobody_knows_are_told() -> None:
    assert seen("Con\ufffddential is con\ue001dential. \uf0e0 Mail.")[1] == [("glyph", "line 3", 2)]


def test_notes_of_one_kind_and_place_are_one() -> None:
    document = parse_document(FIRST + "A ~~b~~ c ~~d e~~ f.", path=Path("terms.md"), document_id="terms")
    assert document.notes == (Note("struck", "line 3", 3),)


PIECES = st.sampled_from(["a ", "~~", "~", "<!--", "-->", "`", "```\n", "<del>", "</del>", "<p hidden>", "</p>", "\n", "\n\n",
                          "[x]: y (z)", "[", "]", "\\", "<", ">", "é"])  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_blanks_have_the_length_of_what_they_hide(text: str) -> None:
    passages = unseen(text)
    shown = blanked(text, passages)
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in text.split("\n")]
    assert all(first.end <= second.start for first, second in itertools.pairwise(passages))
