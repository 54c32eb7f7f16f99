"""Lists keep their lead-ins: within a sentence, over paragraphs, numbered in any way, nested."""

import time

import pytest

from .clauses_of import clauses_of, texts_of

ITEMS = [
    # Two markers suffice, in a numbered paragraph too.
    ("1.1 We owe you at most the greater of: (a) the fees of a year; and (b) EUR 90.", "en", "greater of: eur 90."),
    ("1.1 Lumio verse au plus : (a) les frais ; et (b) 90 euros.", "fr", "au plus : 90 euros."),
    ("You waive (i) a jury and (ii) any class action.", "en", "CUSTOMER waive any class action."),
    # A list within an item of another.
    ("The plan ends (i) by law; or (ii) by us (a) on notice or (b) at once.", "en", "the plan ends by VENDOR at once."),
    ("Le contrat cesse (i) de droit ; ou (ii) par nous (a) sur préavis ou (b) aussitôt.", "fr", "AGREEMENT cesse par VENDOR aussitot."),
    # Marks of letters and figures, and of letters with a stop.
    ("C.4. We will not:\n\nC.4.a. rent data out;\n\nC.4.b. hide it.", "en", "c·4. VENDOR will not: hide it."),
    ("4.2 We shall not:\n\n4.2.a rent it out;\n\n4.2.b hide it.", "en", "4_2 VENDOR shall not: hide it."),
    ("C.4. Nous ne devons pas :\n\nC.4.a. louer ;\n\nC.4.b. cacher.", "fr", "c·4. VENDOR ne devons pas : cacher."),
    ("We help you by:\n\na. answering mail;\n\nb. sending forms.", "en", "VENDOR help CUSTOMER by: sending forms."),
    ("Nous vous aidons en :\n\na. répondant ;\n\nb. transmettant.", "fr", "VENDOR CUSTOMER aidons en : transmettant."),
    # A clause that is indented as a first line is, and its items are not.
    ("      9.3 Ends. At the end we will:\n\n(a) stop its use; and\n\n(b) delete it.", "en", "at the end VENDOR will: delete it."),
    ("      9.3 Fin. Au terme nous devons :\n\n(a) cesser ;\n\n(b) effacer.", "fr", "au terme VENDOR devons : effacer."),
    # A lead-in without a colon, as long as the list begins there.
    ("We undertake not to:\n\n(i) rent it out;\n\n(ii) show the files\n\n(a) to buyers, or\n\n(b) in adverts.", "en", "VENDOR undertake not to: show the files in adverts."),
    ("We may show it to\n\n- the police, and\n- a court.", "en", "VENDOR may show it to a court."),
    ("Nous pouvons le montrer\n\n(a) à la police, et\n\n(b) au juge.", "fr", "VENDOR pouvons le montrer au juge."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), ITEMS)
def test_an_item_keeps_its_lead_ins(text: str, language: str, expected: str) -> None:
    assert any(found.endswith(expected) for found in texts_of(text, language)), texts_of(text, language)


def test_conditions_stay_in_one_clause() -> None:
    assert texts_of("We keep it unless (a) you object or (b) a court orders it.") == [
        "VENDOR keep it unless (a) CUSTOMER object or (b) a court orders it."
    ]


def test_a_sentence_that_goes_on_with_a_list_keeps_its_head() -> None:
    found = texts_of("(a) We shall sell nothing; and\n\n(b) we may (c) rent things.")
    assert "VENDOR may (c) rent things." in found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # The next paragraph of the numbering ends the list, and with it its lead-in.
        (
            "3.1 We will not:\n\n(a) rent it.\n\n3.2 You pay each month for the plan you chose.",
            "CUSTOMER pay each month",
        ),
        (
            "3.1 We will not:\n\n(a) rent it.\n\n4. You pay each month for the plan you chose, and no more.",
            "CUSTOMER pay",
        ),
        # A title is no lead-in.
        ("Our duties\n\n1. You pay each month for the plan that you chose.", "CUSTOMER pay"),
    ],
)
def test_what_ends_a_list(text: str, last: str) -> None:
    assert texts_of(text)[-1].startswith(last)


def test_a_list_counted_from_1_below_a_numbered_lead_in() -> None:
    text = "2. You have the right to:\n    1. see it;\n    2. mend it;\n    3. move it."
    assert texts_of(text)[-1] == "CUSTOMER have the right to: move it."


def test_letters_that_are_roman_numerals_too() -> None:
    text = "We may not:\n\n" + "\n\n".join(f"({letter}) do thing {letter};" for letter in "abcdefghij")
    found = clauses_of(text)
    assert {clause.pieces[-1].block.block.style for clause in found if clause.kind == "item"} == {"letter"}


def test_a_numbered_lead_in_is_cited_by_its_number() -> None:
    clause = clauses_of("C.4. We will not:\n\nC.4.a. rent data out;\n\nC.4.b. hide it.")[-1]
    assert clause.number(clause.pieces[-1]) == "C.4.b"


@pytest.mark.parametrize(
    "text",
    [
        "(a) one (b) two ",
        "(i) by (a) one (b) two (ii) it (a) x (b) y ",
        "We may\n\n(a) do\n\n",
        ". . . . 12 ",
        "one hundred and ",
        "(see 1; ",
        "| a | b |\n",
        "we may\n\n12\n\n",
        "1.1.1 A.B. ",
    ],
)
def test_the_cost_is_linear(text: str) -> None:
    begun = time.process_time()
    texts_of("We may " + text * 5_000)
    assert time.process_time() - begun < 10
