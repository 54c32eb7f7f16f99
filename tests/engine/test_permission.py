"""Permissions: bans, exceptions, objections in the sentences that follow."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.documents.blocks import Section
from vendorlint_extractor.readings.kinds import permission as kind
from vendorlint_extractor.readings.statement import Resolved, Stand, Stated, Statement

from .make import NOWHERE, clause, definition, statement, telling

FULL = ("permitted", "conditional", "prohibited")
FINE = ("permitted", "with_consent", "opt_out", "prohibited")
BARE = ("permitted", "prohibited")
OPT_OUT, OPT_IN = "VENDOR USE it unless CUSTOMER opts out", "VENDOR USE it with consent"
PARTIAL, DEEMED = "VENDOR USE it except in law", "by using SERVICE, CUSTOMER consents to USE"


def read(text: str, values: tuple[str, ...] = FULL, **more: Any) -> list[Statement]:
    start = text.index("USE")
    return list(
        kind.read(telling("permission", text, "USE", act=(start, start + 3), definition={"values": values}, **more))
    )


@pytest.mark.parametrize(
    ("text", "banned", "values", "stated", "consent"),
    [
        ("VENDOR may USE it", False, FULL, "permitted", "none"),
        ("VENDOR may USE it", True, FULL, "prohibited", None),
        (OPT_OUT, False, FULL, "conditional", "opt_out"),
        (OPT_OUT, True, FULL, "conditional", "opt_out"),
        (OPT_IN, False, FULL, "conditional", "opt_in"),
        (OPT_IN, True, FULL, "conditional", "opt_in"),
        (DEEMED, False, FULL, "permitted", "deemed"),
        (DEEMED, True, FULL, "prohibited", None),
        (PARTIAL, False, FULL, "permitted", "none"),
        (PARTIAL, True, FULL, "conditional", None),
        (OPT_OUT, False, FINE, "opt_out", "opt_out"),
        (OPT_IN, False, FINE, "with_consent", "opt_in"),
        (PARTIAL, True, FINE, "prohibited", None),
        (OPT_OUT, False, BARE, "permitted", "opt_out"),
        (OPT_OUT, True, BARE, "prohibited", "opt_out"),
        (OPT_IN, False, BARE, "prohibited", "opt_in"),
        (OPT_IN, True, BARE, "prohibited", "opt_in"),
    ],
)
def test_what_a_clause_permits(
    text: str, banned: bool, values: tuple[str, ...], stated: str, consent: str | None
) -> None:
    [found] = read(text, values, banned=banned)
    assert (found.value, found.consent) == (stated, consent)


@pytest.mark.parametrize(
    ("text", "banned", "words"),
    [
        (OPT_OUT, False, "unless CUSTOMER opts out"),
        (OPT_IN, True, "with consent"),
        (PARTIAL, True, "except"),
        (PARTIAL, False, None),
        (DEEMED, False, "by using SERVICE, CUSTOMER consents"),
        (DEEMED, True, None),
    ],
)
def test_the_words_of_the_exception(text: str, banned: bool, words: str | None) -> None:
    [found] = read(text, banned=banned)
    assert (found.exception and text[slice(*found.exception)]) == words
    assert text[slice(*found.span)] == "USE"
    assert found.confidence == "high"


def following(*texts: str, section: Section = NOWHERE, own: int = 0) -> list[str]:
    """The values and consents of a permission in clause 2 of a document that goes on so."""
    first = clause("VENDOR may USE it", 2)
    after = [clause(text, 3 + n, section=section, own=own) for n, text in enumerate(texts)]
    every = [clause("x", 0), clause("CUSTOMER can opt out", 1), first, *after]
    return [
        f"{each.value} {each.consent} {each.clause.index}" for each in read(first.text, clause=first, clauses=every)
    ]


OBJECTION = "lead: CUSTOMER can opt out of it"


def test_a_sentence_after_it_lets_the_customer_say_no() -> None:
    assert following(OBJECTION) == ["permitted none 2", "conditional opt_out 3"]
    assert following("x", OBJECTION) == ["permitted none 2", "conditional opt_out 4"]
    assert following("x", "y", OBJECTION) == ["permitted none 2"]  # of two sentences
    assert following(OBJECTION, OBJECTION) == ["permitted none 2", "conditional opt_out 3"]
    assert following() == ["permitted none 2"]
    assert following(OBJECTION, section=Section("Other", "", 1, ("Other",))) == ["permitted none 2"]
    assert kind.FOLLOWING == 2


def test_an_objection_is_a_statement_of_its_own() -> None:
    first, after = clause("by using SERVICE, CUSTOMER consents to USE", 0), clause(OBJECTION, 1, own=6)
    _, found = read(first.text, clause=first, clauses=[first, after], reading={"rank": 2, "near": "c.d"})
    assert found == Statement("a.b", "conditional", after, (6, 26), "medium", 2, consent="opt_out", near="c.d")
    assert after.text[6:26] == "CUSTOMER can opt out"


def test_only_its_own_words_count() -> None:
    assert following(OBJECTION, own=len(OBJECTION) - 2) == ["permitted none 2"]


@pytest.mark.parametrize(("values", "called"), [(FULL, "conditional"), (FINE, "opt_out"), (BARE, "permitted")])
def test_how_a_fact_calls_an_objection(values: tuple[str, ...], called: str) -> None:
    first, after = clause("VENDOR may USE it", 0), clause(OBJECTION, 1)
    assert [each.value for each in read(first.text, values, clause=first, clauses=[first, after])] == [
        "permitted",
        called,
    ]


def test_a_ban_has_no_objection() -> None:
    first, after = clause("VENDOR may USE it", 0), clause(OBJECTION, 1)
    assert [each.value for each in read(first.text, clause=first, clauses=[first, after], banned=True)] == [
        "prohibited"
    ]


def resolved(*statements: Statement, values: tuple[str, ...] = FULL) -> Resolved | None:
    return kind.resolve(definition("permission", values=values), Stated({"a.b": list(statements)}, {}))


YES, NO, IF = (
    statement("permitted", 1),
    statement("prohibited", 2, confidence="medium"),
    statement("conditional", 3, confidence="low"),
)
LAST_NO = statement("prohibited", 4, overrides=True)
LAST_YES = statement("permitted", 5, overrides=True)


def test_clauses_that_agree() -> None:
    assert resolved(YES) == Resolved("a.b", (Stand("permitted", "high", (YES,)),))
    assert resolved(LAST_YES) == Resolved("a.b", (Stand("permitted", "high", (LAST_YES,)),))
    assert resolved() is None
    assert kind.READS_ON is False


def test_a_carve_out_makes_all_conditional() -> None:
    assert resolved(YES, NO, IF) == Resolved("a.b", (Stand("conditional", "low", (YES, NO, IF)),))
    assert resolved(LAST_NO, IF) == Resolved("a.b", (Stand("conditional", "low", (LAST_NO, IF)),))
    with_consent = statement("with_consent", 6)
    opt_out = statement("opt_out", 7)
    assert resolved(opt_out, with_consent, values=FINE) == Resolved(
        "a.b", (Stand("with_consent", "high", (with_consent, opt_out)),)
    )


def test_a_ban_that_prevails_ends_a_permission() -> None:
    assert resolved(YES, LAST_NO) == Resolved("a.b", (Stand("prohibited", "high", (LAST_NO,)),))


def test_else_they_conflict() -> None:
    both = (Stand("permitted", "high", (YES,)), Stand("prohibited", "medium", (NO,)))
    assert resolved(NO, YES) == Resolved("a.b", both)
    assert resolved(NO, LAST_YES) == Resolved("a.b", (Stand("permitted", "high", (LAST_YES,)), both[1]))
    assert resolved(LAST_NO, LAST_YES) == Resolved(
        "a.b", (Stand("permitted", "high", (LAST_YES,)), Stand("prohibited", "high", (LAST_NO,)))
    )


def test_of_the_highest_rank() -> None:
    top = statement("prohibited", 8, rank=2)
    assert resolved(YES, top) == Resolved("a.b", (Stand("prohibited", "high", (top,)),))
