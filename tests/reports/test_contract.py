"""A contract as a page shows it: each word once, clauses marked to the letter, and nothing of it as markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorlint.facts.quotes import source_of
from vendorlint.reports.contract.cover import Stretch, cover_of
from vendorlint.reports.contract.element import Element, as_html, texts
from vendorlint.reports.contract.inline import inline
from vendorlint.reports.contract.layout import contract_elements, place_of
from vendorlint_extractor.documents.readers.rendering import Rendering

TAG = re.compile(r"</?(?:h[456]|p|ul|li|span|br|em|strong|code|s|mark|div|table|tr|t[hd])(?: [a-z-]+=\"[^\"<>]*\")*>")

LEAD_IN = "We may do the following with what you upload, at any time and for as long as we find it useful:"


def shown(text: str, *quotes: str) -> str:
    """The page of a text as HTML, with these quotes as clauses 0, 1, ..."""
    source = source_of(text, "")
    placed = [place_of(source, number, quote, 1, 1) for number, quote in enumerate(quotes)]
    return str(as_html(contract_elements(source, [place.stretch for place in placed if place])))


def line(number: int, words: str) -> str:
    return f'<span data-line="{number}">{words}</span>'


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("# Larch *Terms* #\n\n8. ## Fees", f"<h4>{line(1, 'Larch <em>Terms</em>')}</h4><h5>{line(3, '8. Fees')}</h5>"),
        ("Larch Terms\n===\n\nWords.", f"<h4>{line(1, 'Larch Terms')}</h4><p>{line(4, 'Words.')}</p>"),
        ("### Only\n\nWords go on.", f"<h4>{line(1, 'Only')}</h4><p>{line(3, 'Words go on.')}</p>"),
        (
            f"1.1 {LEAD_IN}\n\n(a) host; and\n\n(b) copy.\n\n1.2 You pay.",
            f'<ul><li class="depth-0"><span class="mark">1.1</span> {line(1, LEAD_IN)}</li>'
            f'<li class="depth-1"><span class="mark">(a)</span> {line(3, "host; and")}</li>'
            f'<li class="depth-1"><span class="mark">(b)</span> {line(5, "copy.")}</li>'
            f'<li class="depth-0"><span class="mark">1.2</span> {line(7, "You pay.")}</li></ul>',
        ),
        (
            "1.1 We may:\n\n(a) host; and\n\n1.2 You pay.",
            f'<p>{line(1, "1.1 We may:")}</p><ul><li class="depth-0"><span class="mark">(a)</span> {line(3, "host; and")}</li>'
            f'<li class="depth-0"><span class="mark">1.2</span> {line(5, "You pay.")}</li></ul>',
        ),
        (
            "- one\n    * two\n- three",
            f'<ul><li class="depth-0"><span class="mark">•</span> {line(1, "one")}</li>'
            f'<li class="depth-1"><span class="mark">•</span> {line(2, "two")}</li>'
            f'<li class="depth-0"><span class="mark">•</span> {line(3, "three")}</li></ul>',
        ),
        (
            "| Plan | Price |\n| --- | :-: |\n| **Pro** | 10 \\| 11 |\n| | 5 |",
            '<div class="table" role="group" aria-label="Table" tabindex="0"><table>'
            '<tr data-line="1"><th>Plan</th><th>Price</th></tr>'
            '<tr data-line="3"><td><strong>Pro</strong></td><td>10 | 11</td></tr>'
            '<tr data-line="4"><td></td><td>5</td></tr></table></div>',
        ),
        (
            "**Term.** It *goes* on ~~and on~~ [here](https://x.example/a_(b)), see [1] & `a<b`.",
            f"""<p>{
                line(
                    1,
                    "<strong>Term.</strong> It <em>goes</em> on "
                    '<s class="unstated" title="States nothing: struck">and on</s> '
                    '<span class="link" title="https://x.example/a_(b)">here</span>, see [1] &amp; '
                    "<code>a&lt;b</code>.",
                )
            }</p>""",
        ),
        (
            "Visible words <!-- and hidden ones --> stand here.",
            f"""<p>{
                line(
                    1,
                    'Visible words <span class="unstated" title="States nothing: comment">&lt;!-- and hidden ones --&gt;</span>'
                    " stand here.",
                )
            }</p>""",
        ),
        ("Larch Road 3  \n12345 Town", f"<p>{line(1, 'Larch Road 3')}<br>{line(2, '12345 Town')}</p>"),
        ("Larch Road 3\n12345 Town", f"<p>{line(1, 'Larch Road 3 ')}<br>{line(2, '12345 Town')}</p>"),
        (
            f"{'Prose of many words ' * 5}\n{'goes over its lines ' * 5}",
            "<p>" + line(1, "Prose of many words " * 5 + " ") + line(2, "goes over its lines " * 5) + "</p>",
        ),
    ],
)
def test_page(text: str, page: str) -> None:
    assert shown(text) == page


def test_a_clause_is_marked_to_the_letter_through_lines_markup_and_other_clauses() -> None:
    text = "1.1 You **grant** us a\n   licence &amp; more. We\tleave."
    page = shown(text, "You **grant** us a licence", "a licence &amp; more.", "We leave.")
    assert page == (
        '<ul><li class="depth-0"><span class="mark">1.1</span> '
        + line(1, '<mark data-clauses="0">You <strong>grant</strong> us </mark><mark data-clauses="0 1">a </mark>')
        + "<br>"
        + line(
            2,
            '<mark data-clauses="0 1">licence</mark><mark data-clauses="1"> &amp; more.</mark> <mark data-clauses="2">We leave.</mark>',
        )
        + "</li></ul>"
    )


def test_what_a_reader_wrote_has_no_hidden_words() -> None:
    """Its tildes are escaped, and what is no escape is a word."""
    source = source_of("Paid \\~\\~never\\~\\~ \\<b>.", "", Rendering("", (), ()))
    assert as_html(contract_elements(source, [])) == f"<p>{line(1, 'Paid ~~never~~ &lt;b&gt;.')}</p>"


@pytest.mark.parametrize(
    "text", ["<script>x()</script> words", '<svg onload="x()"> w', "&lt;img src=x&gt; w", "<<b>i> w"]
)
def test_markup_of_a_contract_is_text(text: str) -> None:
    assert re.sub(TAG, "", shown(text)).count("<") == 0


@pytest.mark.parametrize("unclosed", ["[", "](", "*", "**a", "_a ", "`", "<a", "![", "<!--", "a* *b", "[](", "| a "])
def test_the_cost_is_linear(unclosed: str) -> None:
    """A hundred thousand of anything that waits for its end; what is quadratic would take minutes."""
    assert inline(unclosed * 100_000, 0, len(unclosed) * 100_000)


WORDS = st.sampled_from(
    ["alpha", "b1", "w", "*", "**", "_", "`", "~~", "[", "]", "<x>", "<", "\\", "&", "|", "#", "- ", "a) ", "1. ", "\n", "\n\n", " ", "    ", "\t", "<!--", "-->", ">", "\u00e9"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map("".join))
def test_every_word_is_shown_once_and_no_markup_but_ours(text: str) -> None:
    elements = contract_elements(source_of(text, ""), [])
    page = str(as_html(elements))
    assert "<" not in re.sub(TAG, "", page)
    assert html.unescape(re.sub(TAG, "", page)) == "".join(texts(elements))
    assert "".join(filter(str.isalnum, "".join(texts(elements)))) == "".join(filter(str.isalnum, text))


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 5)), max_size=8),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_a_cover_says_of_each_letter_what_its_stretches_say(
    stretches: list[tuple[int, int, int]], start: int, end: int
) -> None:
    cover = cover_of(Stretch(*each) for each in stretches)
    letters = [(at, set(said)) for first, last, said in cover.cut(start, end) for at in range(first, last)]
    assert letters == [
        (at, {said for first, last, said in stretches if first <= at < last}) for at in range(start, end)
    ]


def test_a_quote_that_stands_twice_is_marked_at_its_place() -> None:
    source = source_of("We may.\n\nWe may.", "")
    assert place_of(source, 7, "We may.", 3, 1) == (Stretch(9, 16, 7), 3)
    assert place_of(source, 7, "We may.", 9, 1) == (Stretch(0, 7, 7), 1)
    assert place_of(source, 7, "We shall.", 1, 1) is None


def test_attributes_are_escaped() -> None:
    assert (
        as_html([Element("span", {"title": '"><script>'}, ("x",))]) == '<span title="&#34;&gt;&lt;script&gt;">x</span>'
    )


def test_a_row_of_many_blanks_is_read_in_a_moment() -> None:
    page = shown("| a | b |\n|-" + "|   " * 60 + "x |\n")  # no ruler, as the last cell is none's
    assert page.endswith("<td>x</td></tr></table></div>")
