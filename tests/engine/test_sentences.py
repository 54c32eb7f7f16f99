"""Documents cut into clauses."""

from __future__ import annotations

import pytest

from .make import clauses

IDLE = "x" * 45  # longer than a label


def cut(text: str, code: str = "en") -> list[tuple[str, str]]:
    """Kind and text of each clause, '>>' between the lead-ins and its own words."""
    return [
        (each.kind, f"{each.text[: each.own_start]}>> {each.text[each.own_start :]}".removeprefix(">> "))
        for each in clauses(text, code)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We may do it. You may not. So be it",
            [("sentence", "VENDOR may do it."), ("sentence", "CUSTOMER may not."), ("sentence", "so be it")],
        ),
        (
            "We may do it, e.g. Today. J. Smith may. At Acme Inc. Ltd. they may.",
            [
                ("sentence", "VENDOR may do it, e·g· today."),
                ("sentence", "j· smith may."),
                ("sentence", "at acme inc· ltd· they may."),
            ],
        ),
        ("It is as section (b). Next it is.", [("sentence", "it is as section (b)."), ("sentence", "next it is.")]),
        ("1. We may do it, as is said.", [("sentence", "VENDOR may do it, as is said.")]),
        ("In 2031. We may do it.", [("sentence", "in 2031."), ("sentence", "VENDOR may do it.")]),
        (
            "We may do it; provided that you pay; we may not.",
            [("sentence", "VENDOR may do it;"), ("sentence", "provided that CUSTOMER pay; VENDOR may not.")],
        ),
        ("# Dues\n\nWe may do it.", [("heading", "# dues"), ("sentence", "VENDOR may do it.")]),
        ("| We may | You may |\n|---|---|\n", [("cell", "VENDOR may"), ("cell", "VENDOR may | >> CUSTOMER may")]),
    ],
)
def test_sentences(text: str, found: list[tuple[str, str]]) -> None:
    assert cut(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sign up now", "heading"), ("Sign up now.", "sentence"), ("Effective 2031", "sentence"), ("x" * 39, "heading"), ("x" * 40, "sentence"),
        ("Sign, up", "sentence"), ("Effective 1799", "heading"),
        ("[A link to the whole of the terms that we have of it](#x)", "heading"), ("[We may do it, as is said in what follows of it](#x).", "sentence"),
        ("3. [A link to the whole of the terms that we have of it](#x)", "heading"), ("We may [link](#x) to it all of the time, as is said", "sentence"),
        ("[We may do all of it, and you may do none of what is said.](#x)", "sentence"),
    ],
)  # fmt: skip
def test_labels_and_links_are_no_sentences(text: str, kind: str) -> None:
    assert [each for each, _ in cut(text)] == [kind]


RUN_IN = [
    ("Machine learning and your files. We may do it.", ["title", "sentence"]),
    ("Machine learning and your files. ", ["sentence"]),
    ("We may do it. Machine learning and your files. You may not.", ["sentence", "sentence", "sentence"]),
    ("1.2 Use of AI. We may do it.", ["title", "sentence"]),
    ("No refunds. We may do it.", ["sentence", "sentence"]),
    ("Machines answer questions. We may do it.", ["sentence", "sentence"]),
    ("The machines answer questions and mails. We may do it.", ["sentence", "sentence"]),
    ("The machines and mails. We may do it.", ["title", "sentence"]),
    ("You may pay. We may do it.", ["sentence", "sentence"]),
    ("Your files: storage. We may do it.", ["title", "sentence"]),
    ("30 days of notice. We may do it.", ["sentence", "sentence"]),
    ("Machine learning, files, records and all other things of that kind. We may do it.", ["sentence", "sentence"]),
    ("| Use of AI. We may do it. | You |\n|---|---|\n", ["cell", "cell", "cell"]),
    ("You give us the right to:\n\n- Use of AI. We may do it.", ["sentence", "title", "item"]),
    ("We use it for:\n\n- Training of AI. We may do it.", ["sentence", "item", "item"]),
]
RUN_IN_FR = [
    ("Apprentissage et vos fichiers. Nous pouvons le faire.", ["title", "sentence"]),
    ("Machines et courriers. Nous pouvons le faire.", ["title", "sentence"]),
    ("Les machines trient vite les mails et les fichiers. Nous pouvons le faire.", ["sentence", "sentence"]),
    ("Aucun remboursement. Nous pouvons le faire.", ["sentence", "sentence"]),
    ("Vous nous donnez le droit de :\n\n- Usage de l'IA. Nous pouvons le faire.", ["sentence", "title", "item"]),
    ("Nous l'utilisons pour :\n\n- Usage de l'IA. Nous pouvons le faire.", ["sentence", "item", "item"]),
]


@pytest.mark.parametrize(
    ("text", "kinds", "code"), [(*each, "en") for each in RUN_IN] + [(*each, "fr") for each in RUN_IN_FR]
)
def test_a_title_in_the_line_of_its_text_states_nothing(text: str, kinds: list[str], code: str) -> None:
    assert [kind for kind, _ in cut(text, code)] == kinds


def test_a_label_is_a_whole_paragraph() -> None:
    assert [kind for kind, _ in cut("We may. You too")] == ["sentence", "sentence"]
    assert [kind for kind, _ in cut("- Sign up now\n- Pay")] == ["sentence", "sentence"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We may:\n\n- use it\n- sell it", ["VENDOR may:", "VENDOR may: >> use it", "VENDOR may: >> sell it"]),
        ("We may —\n\n- use it", ["VENDOR may -", "VENDOR may - >> use it"]),
        ("We may.\n\n- use it", ["VENDOR may.", "use it"]),
        ("It is so. We may:\n\n- use it", ["it is so.", "VENDOR may:", "VENDOR may: >> use it"]),
        (
            "We may:\n\n- use it:\n  - here\n  - there\n- sell it",
            [
                "VENDOR may:",
                "VENDOR may: >> use it:",
                "VENDOR may: use it: >> here",
                "VENDOR may: use it: >> there",
                "VENDOR may: >> sell it",
            ],
        ),
        (
            "We may:\n\n- use it\n\nYou may not do all of it at all times, ever",
            ["VENDOR may:", "VENDOR may: >> use it", "CUSTOMER may not do all of it at all times, ever"],
        ),
        ("We may:\n\n# Dues\n\n- use it", ["VENDOR may:", "# dues", "use it"]),
        (
            "Now, therefore, the parties agree as follows:\n\n1. We may use it\n2. We may sell it",
            ["now, therefore, the parties agree as follows:", "VENDOR may use it", "VENDOR may sell it"],
        ),
        # Not indented: the marks tell.
        (
            "10.2 It is. We may:\n\n(i) use it\n\n(ii) sell it\n\n10.3 You may, at will",
            ["it is.", "VENDOR may:", "VENDOR may: >> use it", "VENDOR may: >> sell it", "CUSTOMER may, at will"],
        ),
    ],
)
def test_lists_have_their_lead_in(text: str, found: list[str]) -> None:
    assert [each for _, each in cut(text)] == found


def test_a_long_paragraph_is_no_lead_in() -> None:
    for length, leads in ((1480, True), (1500, False)):
        own = cut(f"We {'x' * length} may:\n\n- use it")[-1]
        assert (">>" in own[1]) == leads


def test_lists_nest_so_deep() -> None:
    text = "We may:\n\n" + "\n".join(f"{'    ' * depth}- level{depth}:" for depth in range(6))
    assert [each for _, each in cut(text)][-1] == "level1: level2: level3: level4: >> level5:"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We may (a) use it, and (b) sell it.",
            ["VENDOR may", "VENDOR may >> use it, and", "VENDOR may >> sell it."],
        ),
        ("We may (a) use it.", ["VENDOR may (a) use it."]),
        ("(a) use it, and (b) sell it, as is said.", ["use it, and", "sell it, as is said."]),
        ("Or (a) use it, and (b) sell it.", ["or", "or >> use it, and", "or >> sell it."]),
        (
            "We may not, unless (a) you pay, or (b) you ask.",
            ["VENDOR may not, unless (a) CUSTOMER pay, or (b) CUSTOMER ask."],
        ),
        (
            "We may not unless: (a) you pay, or (b) you ask.",
            ["VENDOR may not unless: (a) CUSTOMER pay, or (b) CUSTOMER ask."],
        ),
        (
            "A (a) use it, (b) sell it, and (c) keep it.",
            ["a", "a >> use it,", "a >> sell it, and", "a >> keep it."],
        ),
        ("A (a) use it, and (b) sell it.", ["a", "a >> use it, and", "a >> sell it."]),
        # A list over several sentences.
        ("We shall (1) use it. So (2) sell it.", ["VENDOR shall (1) use it.", "so (2) sell it."]),
        (
            "We may (a) use it. It is short. (b) sell it.",
            ["VENDOR may (a) use it.", "it is short.", "VENDOR may >> sell it."],
        ),
        ("We shall (a) use it. (B) sell it; and", ["VENDOR shall (a) use it.", "(b) sell it; and"]),
        (
            "We may:\n\n(a) use it; (b) sell it; and (c) keep it.",
            ["VENDOR may:", "VENDOR may: >> use it;", "VENDOR may: >> sell it; and", "VENDOR may: >> keep it."],
        ),
    ],
)
def test_items_within_a_sentence(text: str, found: list[str]) -> None:
    assert [each for _, each in cut(text)] == found


def test_french() -> None:
    assert [
        each
        for _, each in cut(
            "Nous pouvons (a) utiliser, et (b) vendre. Art. 5 du contrat. Vous ne le pouvez pas, sauf si (a) payé ou (b) demandé.",
            "fr",
        )
    ] == [
        "VENDOR pouvons",
        "VENDOR pouvons >> utiliser, et",
        "VENDOR pouvons >> vendre.",
        "art· 5 du AGREEMENT.",
        "CUSTOMER ne le pouvez pas, sauf si (a) paye ou (b) demande.",
    ]


def test_clauses_know_their_place() -> None:
    found = clauses("# Dues\n\nWe may do it:\n\n- now")
    assert [(each.index, each.section.title, len(each.pieces), each.operative) for each in found] == [
        (0, "Dues", 1, True),
        (1, "Dues", 1, True),
        (2, "Dues", 2, True),
    ]


def test_an_item_may_go_on_with_the_list_that_its_own_mark_began() -> None:
    assert [each for _, each in cut("We may:\n\n1. use it; (2) sell it; and (3) keep it.")] == [
        "VENDOR may:",
        "VENDOR may: >> use it;",
        "VENDOR may: >> sell it; and",
        "VENDOR may: >> keep it.",
    ]


def test_a_run_of_text_is_no_lead_in_of_items() -> None:
    for length, leads in ((1500, True), (1501, False)):
        text = "W" + "x" * (length - 2) + " (a) use it, and (b) sell it."
        found = clauses(text)[-1]
        assert (found.own_start > 0, found.text[found.own_start :]) == (leads, "sell it.")


def test_a_word_before_a_stop_is_looked_at_so_far() -> None:
    assert [each for _, each in cut("It is " + "x" * 30 + ".inc. And it is so.")] == [
        "it is " + "x" * 30 + "·inc.",
        "and it is so.",
    ]
    assert [each for _, each in cut("It is inc. And it is so, as is said of it.")] == [
        "it is inc· and it is so, as is said of it."
    ]


def test_a_clause_whose_words_and_figures_disagree_is_read_both_ways() -> None:
    read = clauses("We tell you within ten (15) days. We may do it.")
    assert [(each.index, each.text) for each in read] == [
        (0, "VENDOR tell CUSTOMER within 00010 days."),
        (1, "VENDOR tell CUSTOMER within 00015 days."),
        (2, "VENDOR may do it."),
    ]
