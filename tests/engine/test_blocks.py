"""Text split into blocks with their sections."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents import blocks as blocks_module
from vendorlint_extractor.documents import gathered
from vendorlint_extractor.documents.block import Block, Section
from vendorlint_extractor.documents.blocks import read_blocks
from vendorlint_extractor.documents.headings import plain_title


def blocks(text: str) -> list[Block]:
    return list(read_blocks(text))


def shown(text: str) -> list[str]:
    """'kind style mark: words' of each block, without what is empty."""
    return [
        " ".join(filter(None, [each.kind, each.style, each.mark]))
        + ": "
        + text[each.start : each.end].replace("\n", "/")
        for each in blocks(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One line\nand another.\n\nNext.", ["paragraph: One line/and another.", "paragraph: Next."]),
        ("# Title #\ntext", ["heading: # Title #", "paragraph: text"]),
        ("###### Title", ["heading: ###### Title"]),
        # What a heading says in a sentence holds, and heads what stands below it.
        ("## The crew may sell the ship.", ["heading: ## The crew may sell the ship.", "paragraph: The crew may sell the ship."]),
        ("The crew may sell the ship.\n---", ["heading: The crew may sell the ship.", "paragraph: The crew may sell the ship."]),
        ("## 2. Term of the ship.", ["heading: ## 2. Term of the ship."]),
        ("**The crew may sell the ship.** It is theirs.", ["paragraph: **The crew may sell the ship.** It is theirs."]),
        ("**The crew may sell the ship**. It is theirs.", ["paragraph: **The crew may sell the ship**. It is theirs."]),
        ("**Sale.** It is theirs.", ["paragraph: It is theirs."]),
        # The beginning of a sentence is no title, however short its line is.
        ("3.1 The crew may sell the ship\n\nto whoever pays.", ["item decimal2 3.1: The crew may sell the ship//to whoever pays."]),
        ("3.1 The crew may sell the\n\n---\n\nship to whoever pays.", ["item decimal2 3.1: The crew may sell the//---//ship to whoever pays."]),
        ("3.1 The crew may\n\n(a) sell the ship; and\n\n(b) keep it.", ["item decimal2 3.1: The crew may", "item letter a: sell the ship; and", "item letter b: keep it."]),
        ("3.1 L'équipage ne peut\n\n- vendre le navire.", ["item decimal2 3.1: L'équipage ne peut", "item bullet: vendre le navire."]),
        ("3.1 What the Crew May Do\n\nIt sells the ship.", ["heading: 3.1 What the Crew May Do", "paragraph: It sells the ship."]),
        ("3.1 What the crew may do\n\nIt sells the ship.", ["heading: 3.1 What the crew may do", "paragraph: It sells the ship."]),
        ("3.1 Sale\n\n(a) of the ship; and\n\n(b) of goods.", ["heading: 3.1 Sale", "item letter a: of the ship; and", "item letter b: of goods."]),
        ("####### Title", ["paragraph: ####### Title"]),
        ("    # Title", ["paragraph:     # Title"]),
        ("1. One\n\n    ### Title\n\n    text", ["heading: 1. One", "heading:     ### Title", "paragraph:     text"]),
        ("1. Title\n    ----\n    text", ["heading: 1. Title", "paragraph:     text"]),
        ("Title\n=====\ntext", ["heading: Title", "paragraph: text"]),
        ("Title\n--\ntext", ["heading: Title", "paragraph: text"]),
        ("text\nTitle\n-----", ["paragraph: text/Title"]),
        ("x" * 199 + "\n===", ["heading: " + "x" * 199]),
        ("x" * 200 + "\n===", ["paragraph: " + "x" * 200 + "/==="]),
        ("# \n\ntext", ["paragraph: text"]),
        ("One.\n\n---\n\nTwo.", ["paragraph: One.", "paragraph: Two."]),
        ("One.\n***\nTwo.", ["paragraph: One.", "paragraph: Two."]),
        ("[](#top)\n\nOne.", ["paragraph: One."]),
        ("| a | b \\| c |\n|---|:-:|\n| d | |", ["cell:  a ", "cell:  b \\| c ", "cell:  d "]),
        ("| a", ["paragraph: | a"]),
        ("| a |", ["cell:  a "]),
        ("| X |", ["cell:  X "]),
        ("X", ["paragraph: X"]),
        # A line that stands alone as a heading.
        ("**Title**\n\ntext", ["heading: **Title**", "paragraph: text"]),
        ("__Title__:\n\ntext", ["heading: __Title__:", "paragraph: text"]),
        ("TITLE OF IT\n\ntext", ["heading: TITLE OF IT", "paragraph: text"]),
        ("4. TITLE\n\ntext", ["heading: 4. TITLE", "paragraph: text"]),
        ("A B C D E F G H I J\n\ntext", ["heading: A B C D E F G H I J", "paragraph: text"]),
        ("A B C D E F G H I J K\n\nText", ["paragraph: A B C D E F G H I J K", "paragraph: Text"]),
        ("4.2 Of the fees\n\ntext", ["heading: 4.2 Of the fees", "paragraph: text"]),
        ("4.2 Of the fees.\n\nText", ["item decimal2 4.2: Of the fees.", "paragraph: Text"]),
        ("A. Of the fees\n\nText", ["heading: A. Of the fees", "paragraph: Text"]),
        ("TITLE;\n\nText", ["paragraph: TITLE;", "paragraph: Text"]),
        # A line of a sentence that is broken at the width of a page, a blank line between each two.
        (f"4. We use {'x' * 30} and\n\ngo on.", [f"item decimal1 4: We use {'x' * 30} and//go on."]),
        (f"4. We use {'x' * 30}\n\na plan.", [f"item decimal1 4: We use {'x' * 30}//a plan."]),
        (f"4. We use {'x' * 30}\n\na) one", [f"heading: 4. We use {'x' * 30}", "item letter a: one"]),
        (f"4. We use {'x' * 29}\n\ngo on.", [f"heading: 4. We use {'x' * 29}", "paragraph: go on."]),
        (f"{'X' * 40}.\n\nTITLE\n\nText", [f"paragraph: {'X' * 40}.", "heading: TITLE", "paragraph: Text"]),
        (f"OR. {'X' * 36}\n\nTITLE\n\nText", [f"paragraph: OR. {'X' * 36}//TITLE", "paragraph: Text"]),
        (f"OR. {'X' * 35}\n\nTITLE\n\nText", [f"paragraph: OR. {'X' * 35}", "heading: TITLE", "paragraph: Text"]),
        (f"OR. {'X' * 36}\n\nTitle", [f"paragraph: OR. {'X' * 36}", "paragraph: Title"]),
        (f"OR. {'x' * 36}\n\nTITLE\n\nText", [f"paragraph: OR. {'x' * 36}", "heading: TITLE", "paragraph: Text"]),
        (f"# {'X' * 40}\n\nTITLE\n\nText", [f"heading: # {'X' * 40}", "heading: TITLE", "paragraph: Text"]),
        ("We give it to the\n\nBoard. It reads.", ["paragraph: We give it to the//Board. It reads."]),
        ("We give it to them\n\nBoard. It reads.", ["paragraph: We give it to them", "paragraph: Board. It reads."]),
        ("TITLE OF\nIT\n\nText", ["paragraph: TITLE OF/IT", "paragraph: Text"]),
        ("You may:\n\nTHIS OR THAT\n\nText", ["paragraph: You may:", "paragraph: THIS OR THAT", "paragraph: Text"]),
        # The words that lead in to a whole contract lead in to no list.
        ("NOW, THEREFORE, the parties agree as follows:\n\nDUES\n\nText", ["paragraph: NOW, THEREFORE, the parties agree as follows:", "heading: DUES", "paragraph: Text"]),
        ("Acme and Zed agree as follows:\n\nDUES\n\nText", ["paragraph: Acme and Zed agree as follows:", "heading: DUES", "paragraph: Text"]),
        ("Il a été convenu ce qui suit :\n\nPRIX\n\nText", ["paragraph: Il a été convenu ce qui suit :", "heading: PRIX", "paragraph: Text"]),
        ("In consideration of this we may:\n\nDUES\n\nText", ["paragraph: In consideration of this we may:", "paragraph: DUES", "paragraph: Text"]),
        ("**Summary**\n\nText", ["paragraph: **Summary**", "paragraph: Text"]),
        ("**En bref**\n\nText", ["paragraph: **En bref**", "paragraph: Text"]),
        ("**(a) b**\n\nText", ["item letter a: b**", "paragraph: Text"]),
        ("**" + "x " * 14 + "**\n\nText", ["heading: **" + "x " * 14 + "**", "paragraph: Text"]),
        ("**" + "x " * 15 + "**\n\nText", ["paragraph: **" + "x " * 15 + "**", "paragraph: Text"]),
        ("TITLE OF,\n\nText", ["paragraph: TITLE OF,", "paragraph: Text"]),
        ("- one.\n\nTITLE OF IT\n\nText", ["item bullet: one.", "heading: TITLE OF IT", "paragraph: Text"]),
        ("# One\n\nTITLE OF IT\n\nText", ["heading: # One", "heading: TITLE OF IT", "paragraph: Text"]),
        # Items.
        ("- one\n  two\n- three", ["item bullet: one/  two", "item bullet: three"]),
        ("1. one\n2. two", ["item decimal1 1: one", "item decimal1 2: two"]),
        ("We have\n30 days", ["paragraph: We have/30 days"]),
        ("(a) one\n(b) two", ["item letter a: one", "item letter b: two"]),
        ("- **", []) ,
        # A sentence cut by a blank line.
        ("See. X\n\nuse it.", ["paragraph: See. X//use it."]),
        ("We may\n\niPhones too.", ["paragraph: We may//iPhones too."]),
        ("We may\n\nuse it.", ["paragraph: We may//use it."]),
        ("We may.\n\nuse it.", ["paragraph: We may.", "paragraph: use it."]),
        ("We **may.**\n\nuse it.", ["paragraph: We **may.**", "paragraph: use it."]),
        ("We may\n\nUse it.", ["paragraph: We may", "paragraph: Use it."]),
        ("- We may\n\nuse it.", ["item bullet: We may//use it."]),
        ("We may\n\n- use it.", ["paragraph: We may", "item bullet: use it."]),
        ("# We may\n\nuse it.", ["heading: # We may", "paragraph: We may//use it."]),
        ("## We may use the\n\n- ship.", ["heading: ## We may use the", "paragraph: We may use the", "item bullet: ship."]),
        ("# What We May Do\n\nuse it.", ["heading: # What We May Do", "paragraph: use it."]),
        ("We may\n\n# A\n\nuse it.", ["paragraph: We may", "heading: # A", "paragraph: use it."]),
    ],
)  # fmt: skip
def test_blocks(text: str, found: list[str]) -> None:
    assert shown(text) == found


def sections(text: str) -> list[tuple[str, str, int, tuple[str, ...]]]:
    return [
        (each.section.title, each.section.number, each.section.level, each.section.path)
        for each in blocks(text)
        if each.kind != "heading"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text.", [("", "", 0, ())]),
        ("# 10.4 Fees\n\nText.", [("10.4 Fees", "10.4", 1, ("10.4 Fees",))]),
        ("# Section 3: Fees\n\nText.", [("Section 3: Fees", "3", 1, ("Section 3: Fees",))]),
        ("# Article 5\n\nText.", [("Article 5", "5", 1, ("Article 5",))]),
        ("# clause 5.\n\nText.", [("clause 5", "5", 1, ("clause 5",))]),
        ("# B. Fees\n\nText.", [("B. Fees", "B", 1, ("B. Fees",))]),
        ("# Fees\n\nText.", [("Fees", "", 1, ("Fees",))]),
        ("# **Fees** [now](x):\n\nText.", [("Fees now", "", 1, ("Fees now",))]),
        (
            "# Aa\n\n## Bb\n\nText.\n\n## Cc\n\nText.\n\n# Dd\n\nText.",
            [("Bb", "", 2, ("Aa", "Bb")), ("Cc", "", 2, ("Aa", "Cc")), ("Dd", "", 1, ("Dd",))],
        ),
        ("# Aa\n\n### Bb\n\nText.\n\n## Cc\n\nText.", [("Bb", "", 3, ("Aa", "Bb")), ("Cc", "", 2, ("Aa", "Cc"))]),
        # Titles that open their paragraph.
        ("**Fees.** You pay.", [("Fees", "", 6, ("Fees",))]),
        ("**Xs of fees X** You pay.", [("Xs of fees X", "", 6, ("Xs of fees X",))]),
        ("**4.1 Fees:** You pay.", [("4.1 Fees", "4.1", 6, ("4.1 Fees",))]),
        ("4.1. **Fees**. You pay.", [("Fees", "", 6, ("Fees",))]),
        ("**Fees** You pay.", [("Fees", "", 6, ("Fees",))]),
        ("- **Fees** You pay.", [("", "", 0, ())]),
        ("- **Fees**: You pay.", [("Fees", "", 6, ("Fees",))]),
        ("**Summary:** You pay.", [("", "", 0, ())]),
        ("**Fees,** you pay.", [("", "", 0, ())]),
        ("**Fees.** You pay.\n\n**Dues.** More.", [("Fees", "", 6, ("Fees",)), ("Dues", "", 6, ("Dues",))]),
        ("**Title**\n\nText.", [("Title", "", 3, ("Title",))]),
        ("TITLE\n\nText.", [("TITLE", "", 4, ("TITLE",))]),
        # Lines without markup, and items that are titles.
        ("Article II Fees\n\nText.", [("Article II Fees", "II", 4, ("Article II Fees",))]),
        ("Clause 2: Fees\nText.", [("Clause 2: Fees", "2", 4, ("Clause 2: Fees",))]),
        ("Annexe 3 - Prix\n\nText.", [("Annexe 3 - Prix", "3", 4, ("Annexe 3 - Prix",))]),
        ("§ 5 Fees\n\nText.", [("§ 5 Fees", "5", 4, ("§ 5 Fees",))]),
        ("Exhibit B\n\nText.", [("Exhibit B", "B", 4, ("Exhibit B",))]),
        ("Article 5 of the GDPR applies\n\nText.", [("", "", 0, ()), ("", "", 0, ())]),
        ("Article 5 Fees\nand taxes are due.", [("", "", 0, ())]),
        ("8. Fees; Taxes\n\nText.", [("8. Fees; Taxes", "8", 4, ("8. Fees; Taxes",))]),
        ("8. Fees and Taxes.\n\nText.", [("8. Fees and Taxes", "8", 4, ("8. Fees and Taxes",))]),
        ("8. Who pays?\n\nText.", [("8. Who pays?", "8", 4, ("8. Who pays?",))]),
        ("8. You pay; we do not.\n\nText.", [("", "", 0, ()), ("", "", 0, ())]),
        ("8. #### Fees\n\nText.", [("8. Fees", "8", 4, ("8. Fees",))]),
        ("8. **Fees; Taxes**\n\nText.", [("8. Fees; Taxes", "8", 3, ("8. Fees; Taxes",))]),
        ('## <span class="h">Fees</span>\n\nText.', [("Fees", "", 2, ("Fees",))]),
        ("Title\n===\n\nSub\n---\n\nText.", [("Sub", "", 2, ("Title", "Sub"))]),
    ],
)
def test_sections(text: str, found: list[tuple[str, str, int, tuple[str, ...]]]) -> None:
    assert sections(text) == found


def test_a_title_is_no_part_of_its_paragraph() -> None:
    assert shown("4.1. **Fees**. You pay.") == ["item decimal2 4.1: You pay."]
    assert shown("**Fees.** You pay.") == ["paragraph: You pay."]
    assert shown("- **Fees** You pay.") == ["item bullet: **Fees** You pay."]


def test_indents() -> None:
    assert [each.indent for each in blocks("- a.\n  - b.\n\t- c.\n\n    Text.\n\n(a) d.")] == [0, 2, 4, 4, 0]


def test_plain_blocks() -> None:
    section = Section("", "", 0, ())
    assert blocks("Text.") == [Block("paragraph", 0, 5, section)]
    assert blocks("\n- Text.") == [Block("item", 3, 8, section, 0, "bullet", "")]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("**Fees** and _dues_.", "Fees and dues"),
        ("Fe**es**", "Fees"),
        ("[Fees](#x) ![i](y)", "Fees i"),
        (r"4\. Fees\!", "4. Fees!"),
        (" : a  b\u200b : ", "a b"),
        ("snake_case * x", "snake_case x"),
    ],
)
def test_titles_without_markup(title: str, words: str) -> None:
    assert plain_title(title) == words


WIDE = "We may use it for as long as it is kept, as is"  # a line that is broken at its width


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # (b) goes on with a sentence that has (a) in it.
        ("We keep it (a) secret,\n(b) long.", ["paragraph"]),
        ("We keep it\n(a) secret,\n(b) long.", ["paragraph", "item", "item"]),
        ("We keep it (A) secret,\n(B) long.", ["paragraph"]),
        ("We keep it (a) secret,\n(B) long.", ["paragraph", "item"]),
        ("We keep it secret,\n(b) long.", ["paragraph", "item"]),
        ("We keep it (1) secret,\n(2) long.", ["paragraph"]),
        # or with one that neither paused nor had room for its first word.
        (f"{WIDE}\n{WIDE}\n(b) now.", ["paragraph"]),
        (f"{WIDE}\n{WIDE},\n(b) now.", ["paragraph", "item"]),
        (f"{WIDE}\n{WIDE} and\n(b) now.", ["paragraph", "item"]),
        (f"{WIDE}\n{WIDE} OU\n(b) now.", ["paragraph", "item"]),
        (f"{WIDE}\n{WIDE}\n{WIDE[:30]}\n(b) now.", ["paragraph", "item"]),
        (f"{WIDE}\n{WIDE}\n- now.", ["paragraph", "item"]),
        (f"{WIDE}\n{WIDE}\n\n(b) now.", ["paragraph", "item"]),
    ],
)
def test_the_rest_of_a_wrapped_sentence(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in blocks(text)] == kinds


def test_limits() -> None:
    assert (blocks_module.MAX_BEFORE, gathered.MAX_WIDTH) == (3000, 130)
    for gap, kinds in ((2900, ["paragraph"]), (3100, ["paragraph", "item"])):
        assert [each.kind for each in blocks(f"We keep it (a) secret{', so' * (gap // 4)},\n(b) long.")] == kinds
    for width, kinds in (
        (130, ["paragraph"]),
        (131, ["paragraph", "item"]),
        (30, ["paragraph"]),
        (29, ["paragraph", "item"]),
    ):
        line = ("we " * 50)[: width - 1] + "x"
        assert [each.kind for each in blocks(f"{line}\n{line}\n(b) now.")] == kinds


def wrapped(*widths: int, last: str = "(b) now.") -> list[str]:
    """The kinds of blocks of lines so long, with a line that begins with a mark after them."""
    lines = [("we " * 50)[: width - 1] + "x" for width in widths]
    return [each.kind for each in blocks("\n".join([*lines, last]))]


def test_a_line_was_full_where_the_next_word_had_no_room() -> None:
    assert wrapped(46, 46, 46, 43) == ["paragraph"]
    assert wrapped(46, 46, 46, 42) == ["paragraph", "item"]
    assert wrapped(46, 46, 46, 43, last="(b)\u00a0now it is.") == ["paragraph"]


def test_the_width_is_that_of_nearly_all_lines() -> None:
    assert wrapped(60, *[40] * 9) == ["paragraph", "item"]  # of ten lines the longest
    assert wrapped(60, *[40] * 11) == ["paragraph"]


def test_only_lines_that_are_followed_by_another_tell_the_width() -> None:
    short = "Ok.\n\n" * 20
    assert [each.kind for each in blocks(f"{short}{WIDE}\n{WIDE}\n(b) now.")] == ["paragraph"] * 21
