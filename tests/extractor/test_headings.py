"""What is a heading, and what only looks like one: bold words, wrapped lines, page numbers, labels before values."""

import pytest

from .clauses_of import clauses_of, texts_of


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("**You** may **leave** whenever you want.", "en", "CUSTOMER may leave whenever CUSTOMER want."),
        ("**Lumio**, and nobody else, sells it.", "en", "VENDOR, and nobody else, sells it."),
        ("**Your files** are never sold by us.", "en", "CONTENT are never sold by VENDOR."),
        ("**Nous** pouvons **fermer** le compte.", "fr", "VENDOR pouvons fermer le compte."),
        ("**A.B. Corp.** may sell it at any time.", "en", "a·b· corp· may sell it at any time."),
    ],
)
def test_bold_words_of_a_sentence(text: str, language: str, expected: str) -> None:
    assert texts_of(text, language) == [expected]


@pytest.mark.parametrize(
    "text", ["**Fees.** You pay.", "**Fees** You pay.", "**Fees**: you pay.", "**Fees:** You pay them."]
)
def test_bold_words_that_are_a_title(text: str) -> None:
    clause = clauses_of(text)[-1]
    assert (clause.section.title, clause.text.startswith("CUSTOMER pay")) == ("Fees", True)


@pytest.mark.parametrize("text", ["**Governing law:** Texas", "**Governing law**: Texas", "| Governing law | Texas |"])
def test_a_label_is_read_with_its_value(text: str) -> None:
    found = clauses_of(text)[-1].text
    assert found.startswith("governing law")
    assert found.endswith("texas")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We hold it in an\n\n17 account kind in Ohio\n\nuntil you ask.", "en", "VENDOR hold it in an 17 account kind in ohio until CUSTOMER ask."),
        ("We never, as is right,\n\n12\n\nsell it.", "en", "VENDOR never, as is right, sell it."),
        ("We never, as is right,\n\n- 12 -\n\nsell it.", "en", "VENDOR never, as is right, sell it."),
        ("Nous ne vendons, c'est juste,\n\n12/30\n\njamais rien.", "fr", "VENDOR ne vendons, c'est juste, jamais rien."),
        ("You go by Section\n4.2 of it.", "en", "CUSTOMER go by section 4_2 of it."),
        ("You pay within\n30 days of it.", "en", "CUSTOMER pay within 30 days of it."),
    ],
)  # fmt: skip
def test_a_line_within_a_sentence(text: str, language: str, expected: str) -> None:
    assert texts_of(text, language) == [expected]


def test_a_running_line_is_no_text() -> None:
    page = "Lumio - page {0} of 9"
    text = "\n\n".join(["We may", page.format(1), "rent it. We may", page.format(2), "sell it.", page.format(3)])
    found = clauses_of(text)
    assert [clause.text for clause in found][:2] == ["VENDOR may rent it.", "VENDOR may sell it."]


def test_a_line_once_is_text() -> None:
    assert "lumio handbook" in " ".join(texts_of("We may\n\nThe Lumio handbook\n\nrent it.")).lower().replace(
        "vendor", "lumio"
    )


def test_figures_that_end_a_sentence_stay() -> None:
    assert "12" in " ".join(texts_of("The number of seats is\n\n12\n\nYou pay for each."))


@pytest.mark.parametrize("text", ["B.2 Data security", "4. Fees", "A. Fees", "12 Fees"])
def test_numbered_titles(text: str) -> None:
    assert clauses_of(f"{text}\n\nYou pay each month.")[0].kind == "heading"


@pytest.mark.parametrize("text", ["Fees ........ 12", "4.2 Data . . . . . 7"])
def test_a_line_of_a_contents_list(text: str) -> None:
    assert {clause.kind for clause in clauses_of(f"{text}\n\nYou pay each month.")[:-1]} == {"heading"}


@pytest.mark.parametrize("text", ["**We never sell what you upload.**", "**Nous ne vendons pas vos fichiers.**"])
def test_a_sentence_in_bold_is_none(text: str) -> None:
    assert clauses_of(text, "fr" if "Nous" in text else "en")[0].kind == "sentence"


def test_a_section_ends_with_the_one_above_it() -> None:
    found = clauses_of("# Terms\n\n### For Peru\n\nYou pay now.\n\n## Fees\n\nYou pay later.")
    assert [clause.section.path for clause in found if clause.kind == "sentence"] == [
        ("Terms", "For Peru"),
        ("Terms", "Fees"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3. We keep the files of users at the place named here: Ohio", "sentence"),
        ("3. Schedule of fees: the plans of business users", "heading"),
    ],
)
def test_an_answer_behind_a_sentence_makes_no_heading(text: str, kind: str) -> None:
    assert clauses_of(f"{text}\n\nYou may leave.")[0].kind == kind
