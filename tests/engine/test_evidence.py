"""Evidence is a verbatim piece of the document with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vendorlint_extractor.documents.readers.rendering import Rendering
from vendorlint_extractor.readings.ranks import Rank
from vendorlint_extractor.readings.statement import Outranked, Resolved, Stand, Statement
from vendorlint_extractor.resolved.evidence import confidence_of, evidence_of, fact_of, fold_space, quote_of
from vendorlint_extractor.resolved.stated import Evidence, Fact, Side

from ..reading import EXTRACTOR
from .make import clauses, definition, document

TEXT = """\
# 10. Content

It stays yours. For this you grant us a licence to:

- host  **Your
  Content** with consent
"""
DOCUMENT = document(TEXT)
LEAD = "For this you grant us a licence to:"
INFO = definition("presence").info
OWN = "host **Your Content** with consent"


def item() -> Statement:
    found = next(each for each in clauses(TEXT) if each.kind == "item")
    start = found.text.index("CONTENT")
    exception = found.text.index("with consent")
    return Statement("a.b", True, found, (start, start + 7), "medium", 1, exception=(exception, len(found.text)))


def test_the_clause_s_own_words_then_its_lead_ins() -> None:
    found = fact_of(DOCUMENT, INFO, Resolved("a.b", (Stand(True, "medium", (item(),)),)))
    assert found == Fact(
        INFO,
        (
            Side(
                True,
                "medium",
                (
                    Evidence(
                        "terms", "10. Content", "10", "", (5, 6), 3, OWN, ("Your Content", "with consent"), "statement"
                    ),
                    Evidence("terms", "10. Content", "10", "", (3, 3), 17, LEAD, (), "lead_in"),
                ),
            ),
        ),
    )


def test_what_is_outranked_and_the_words_that_do_it() -> None:
    first, later = clauses(TEXT)[1], clauses(TEXT)[2]
    inside, outside = Rank("prevails", later, (0, 8)), Rank("governs", first, (0, 2), "3")
    unused = Rank("yields", later, (9, 12))
    won = Statement("a.b", 1, later, (9, 12), "high", 1, ranks=(inside, outside, unused))
    lost = Statement("a.b", 2, first, (3, 9), "high", 1)
    stand = Stand(1, "high", (won,), (Outranked(lost, inside), Outranked(lost, outside)))
    [side] = fact_of(DOCUMENT, INFO, Resolved("a.b", (stand,))).sides
    assert [(each.quote, each.words, each.role) for each in side.evidence] == [
        (LEAD, ("you", "For this"), "statement"),
        ("It stays yours.", ("It",), "exception"),
        ("It stays yours.", ("stays",), "outranked"),
    ]


def test_a_clause_of_a_set_tells_what_it_states_and_its_lead_in_does_not() -> None:
    stand = Stand(("a", "b"), "high", (item(),), elements=(("b",),))
    [side] = fact_of(DOCUMENT, INFO, Resolved("a.b", (stand,))).sides
    assert [(each.role, each.states, each.to_dict().get("states")) for each in side.evidence] == [
        ("statement", ("b",), ["b"]),
        ("lead_in", (), None),
    ]


def test_a_clause_that_turns_another() -> None:
    first, later = clauses(TEXT)[1], clauses(TEXT)[2]
    turned = Statement("a.b", 1, first, (3, 8), "high", 1, follow_up=(later, (0, 8)))
    [side] = fact_of(DOCUMENT, INFO, Resolved("a.b", (Stand(1, "high", (turned,)),))).sides
    assert [(each.quote, each.words, each.role) for each in side.evidence] == [
        ("It stays yours.", ("stays",), "statement"),
        (LEAD, ("For this",), "exception"),
    ]


def test_words_of_the_lead_in_are_not_told_of_the_clause() -> None:
    clause = item().clause
    assert quote_of(DOCUMENT, clause, [(0, 3)], "statement").words == ()
    assert quote_of(DOCUMENT, clause, [(clause.own_start, clause.own_start + 4)], "statement").words == ("host",)


def test_each_side_has_its_own() -> None:
    without = replace(item(), exception=None)
    found = fact_of(DOCUMENT, INFO, Resolved("a.b", (Stand(True, "low", (without,)), Stand(False, "high", ()))))
    assert [(side.value, side.confidence, [each.words for each in side.evidence]) for side in found.sides] == [
        (True, "low", [("Your Content",), ()]),
        (False, "high", []),
    ]


def test_words_are_told_once_and_only_where_they_stand() -> None:
    clause = item().clause
    found = evidence_of(
        DOCUMENT, clause.pieces[-1], clause, ["consent", "Your\n Content", "consent", "", "elsewhere"], "statement"
    )
    assert found.words == ("consent", "Your Content")


def test_places_of_a_file_that_is_no_text() -> None:
    places = (("page 1", 1), ("", None), ("page 1", 3), ("", None), ("page 2", 1), ("page 2", 2), ("", None))
    read = replace(DOCUMENT, rendering=Rendering(TEXT, places, ()))
    clause = item().clause
    assert [evidence_of(read, piece, clause, (), "statement").place for piece in clause.pieces] == [
        "page 1, line 3",
        "page 2, lines 1-2",
    ]
    assert confidence_of(read, "high") == "high"


@pytest.mark.parametrize("confidence", ["low", "medium", "high"])
def test_what_was_guessed_from_pictures_is_never_sure(confidence) -> None:
    read = replace(DOCUMENT, rendering=Rendering(TEXT, (), (), ocr=True))
    assert confidence_of(read, confidence) == "low"
    assert confidence_of(DOCUMENT, confidence) == confidence


def test_white_space_is_folded() -> None:
    assert fold_space("\u00a0 a \n\t b ") == "a b"


def test_an_experimental_fact_is_never_sure() -> None:
    found = EXTRACTOR.facts_of(
        document("At the end of the Agreement Provider will provide transition assistance.\n"), "en"
    )
    assert EXTRACTOR.definitions["exit.assistance"].info.status == "experimental"
    assert [(side.value, side.confidence) for side in found["exit.assistance"].sides] == [("free", "medium")]
