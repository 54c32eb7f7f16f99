"""Permissions: bans, exceptions, and the sentences that follow."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings.kinds import permission as kind
from vendorlint_extractor.readings.statement import Outranked, Resolved, Stand, Stated, Statement

from .make import NOWHERE, clause, definition, ranked, statement, telling

FULL = ("permitted", "conditional", "prohibited")
FINE = ("permitted", "with_consent", "opt_out", "prohibited")
BARE = ("permitted", "prohibited")
OPT_OUT, OPT_IN = "VENDOR USE it unless CUSTOMER opts out", "VENDOR USE it with consent"
PARTIAL, DEEMED = "VENDOR USE it except in law", "by using SERVICE, CUSTOMER consents to USE"
CHOICE, LIMITED = "VENDOR USE it subject to CUSTOMER's settings", "VENDOR USE it for MODEL for OTHERS"
SPARED = "VENDOR USE it except for PERSONAL"


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
        (CHOICE, False, FULL, "conditional", None),
        (CHOICE, True, FULL, "conditional", None),
        (LIMITED, True, FULL, "conditional", None),
        (SPARED, False, FULL, "conditional", None),
        (OPT_OUT, False, FINE, "opt_out", "opt_out"),
        (OPT_IN, False, FINE, "with_consent", "opt_in"),
        (PARTIAL, True, FINE, "prohibited", None),
        (CHOICE, False, FINE, "permitted", None),
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


def test_a_limit_says_nothing_to_a_fact_without_conditions() -> None:
    assert read(LIMITED, FINE, banned=True) == []
    assert read(SPARED, BARE) == []


@pytest.mark.parametrize(
    ("text", "banned", "words"),
    [
        (OPT_OUT, False, "unless CUSTOMER opts out"), (OPT_IN, True, "with consent"), (PARTIAL, True, "except"), (PARTIAL, False, None),
        (DEEMED, False, "by using SERVICE, CUSTOMER consents"), (DEEMED, True, None), (CHOICE, False, "subject to CUSTOMER's settings"),
    ],
)  # fmt: skip
def test_the_words_of_the_exception(text: str, banned: bool, words: str | None) -> None:
    [found] = read(text, banned=banned)
    assert (found.exception and text[slice(*found.exception)]) == words
    assert text[slice(*found.span)] == "USE"
    assert (found.confidence, found.follow_up) == ("high", None)


OBJECTION = "lead: CUSTOMER can opt out of it"
ASKED = "only if CUSTOMER agrees"


def following(*texts: str, section: Section = NOWHERE, own: int = 0, **more: Any) -> str:
    """What a permission in clause 2 of a document that goes on so comes to."""
    first = clause("VENDOR may USE it", 2)
    after = [clause(text, 3 + n, section=section, own=own) for n, text in enumerate(texts)]
    every = [clause("x", 0), clause("CUSTOMER can opt out", 1), first, *after]
    [found] = read(first.text, clause=first, clauses=every, **more)
    assert found.clause is first
    return f"{found.value} {found.consent} {found.follow_up and found.follow_up[0].index}"


def test_a_sentence_after_it_makes_it_depend_on_the_customer() -> None:
    assert following(OBJECTION) == "conditional opt_out 3"
    assert following("x", OBJECTION) == "conditional opt_out 4"
    assert following("x", "y", OBJECTION) == "permitted none None"  # of two sentences
    assert following(ASKED, OBJECTION) == "conditional opt_in 3"
    assert following() == "permitted none None"
    assert following(OBJECTION, section=Section("Other", "", 1, ("Other",))) == "permitted none None"
    assert following(OBJECTION, banned=True) == "prohibited None None"
    assert following(OBJECTION, own=len(OBJECTION) - 2) == "permitted none None"  # only its own words count
    assert kind.FOLLOWING == 2


def test_what_turns_it_is_told() -> None:
    first, after = clause(DEEMED, 0), clause(OBJECTION, 1, own=6)
    [found] = read(first.text, clause=first, clauses=[first, after], reading={"rank": 2, "near": "c.d"})
    span = (first.text.index("USE"), len(first.text))
    assert found == Statement(
        "a.b", "conditional", first, span, "medium", 2, consent="opt_out", follow_up=(after, (6, 26)), near="c.d"
    )
    assert after.text[6:26] == "CUSTOMER can opt out"


@pytest.mark.parametrize(("values", "called"), [(FULL, "conditional"), (FINE, "opt_out"), (BARE, "permitted")])
def test_how_a_fact_calls_it(values: tuple[str, ...], called: str) -> None:
    first, after = clause("VENDOR may USE it", 0), clause(OBJECTION, 1)
    [found] = read(first.text, values, clause=first, clauses=[first, after, clause(ASKED, 2)])
    assert (found.value, found.follow_up is None) == (called, called == "permitted")


def resolved(*statements: Statement, **more: Any) -> Resolved | None:
    about = definition("permission", **({"values": FULL, "risk": FULL} | more))
    return kind.resolve(about, Stated({"a.b": list(statements)}, {}))


YES, NO, IF = (
    statement("permitted", 1),
    statement("prohibited", 2, confidence="medium"),
    statement("conditional", 3, confidence="low"),
)


def test_clauses_that_agree() -> None:
    again = statement("permitted", 4)
    assert resolved(YES, again) == Resolved("a.b", (Stand("permitted", "high", (YES, again)),))
    assert resolved() is None
    assert kind.READS_ON is False


def test_a_ban_beside_what_depends_on_the_customer_is_narrowed() -> None:
    assert resolved(NO, IF) == Resolved("a.b", (Stand("conditional", "low", (IF, NO)),))
    opt_out = statement("opt_out", 5)
    assert resolved(NO, opt_out, values=FINE, risk=FINE) == Resolved("a.b", (Stand("opt_out", "high", (opt_out, NO)),))


def test_a_right_to_refuse_narrows_what_is_permitted() -> None:
    refusal = statement("conditional", 9, consent="opt_out", refusal=True)
    yes = statement("permitted", 1, consent="none")
    refused = statement("conditional", 1, consent="opt_out", confidence="medium")
    assert resolved(yes, refusal) == Resolved("a.b", (Stand("conditional", "high", (refusal, refused)),))
    unrefused = statement("conditional", 9, consent="opt_out")
    found = resolved(yes, unrefused)
    assert found and [stand.value for stand in found.stands] == ["permitted", "conditional"]


def test_a_clause_only_refuses_where_the_right_comes_before_the_act() -> None:
    [right] = read("CUSTOMER can opt out of the USE")
    [both] = read("VENDOR may USE it unless CUSTOMER opts out")
    [first] = read("unless CUSTOMER opts out, VENDOR may USE it")
    assert [(each.consent, each.refusal) for each in (right, both, first)] == [
        ("opt_out", True), ("opt_out", False), ("opt_out", False),
    ]  # fmt: skip


def test_else_they_conflict_the_worst_first() -> None:
    yes, no, if_ = (
        Stand("permitted", "high", (YES,)),
        Stand("prohibited", "medium", (NO,)),
        Stand("conditional", "low", (IF,)),
    )
    assert resolved(NO, YES) == Resolved("a.b", (yes, no))
    assert resolved(IF, YES) == Resolved("a.b", (yes, if_))
    assert resolved(NO, IF, YES) == Resolved("a.b", (yes, if_, no))
    opt_out, with_consent = statement("opt_out", 5), statement("with_consent", 6)
    found = resolved(with_consent, opt_out, values=FINE, risk=("permitted", "opt_out", "with_consent", "prohibited"))
    assert found and [stand.value for stand in found.stands] == ["opt_out", "with_consent"]


def test_what_is_permitted_with_consent_is_no_ban_of_what_is_permitted() -> None:
    asks = statement("prohibited", 7, consent="opt_in")
    assert resolved(YES, asks) == Resolved("a.b", (Stand("permitted", "high", (YES,)),))
    assert resolved(asks) == Resolved("a.b", (Stand("prohibited", "high", (asks,)),))
    banned = statement("prohibited", 8, consent="opt_in", ban=(0, 3))
    found = resolved(YES, banned)
    assert found and [stand.value for stand in found.stands] == ["permitted", "prohibited"]


def test_what_the_text_ranks() -> None:
    last = ranked("prohibited", 4, "prevails")
    assert resolved(YES, last) == Resolved(
        "a.b", (Stand("prohibited", "high", (last,), (Outranked(YES, last.ranks[0]),)),)
    )
    behind = (Outranked(YES, last.ranks[0]),)
    found = resolved(YES, last, ranked("conditional", 5, "prevails"))
    assert found and [(stand.value, stand.outranked) for stand in found.stands] == [("conditional", behind)]
