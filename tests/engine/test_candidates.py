"""Clauses where a fact that nothing states would be said."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint_extractor.readings import candidates as module
from vendorlint_extractor.readings.candidates import Candidate, CandidateFinder
from vendorlint_extractor.readings.definitions import FactDefinition
from vendorlint_extractor.readings.fact_words import word_weights
from vendorlint_extractor.readings.match import Matcher
from vendorlint_extractor.readings.reading import Reading

from .make import EN, clauses, definition, reading

FILLER = [definition("presence", reading(f"filler{n}", value=1), fact=f"y.f{n}") for n in range(60)]
STORING = definition("presence", reading("VENDOR", "backups", "widgets", "stores", value=1), fact="x.storing")
SELLING = definition("presence", reading("goods", "past", "sell", value=1), fact="x.selling")
CONSENT = definition("derived", fact="x.consent", derive=("x.selling",))
TEXT = """\
# Widgets

We keep backups of the widgets, and more of it for all of the users in the long run.

# Rest

It is said here that VENDOR is one thing. Nobody stores a thing. The shop sells to all of the people.

Selling is a thing of the past, and goods are so too.
"""


def finder(*definitions: FactDefinition) -> CandidateFinder:
    known = {each.id: each for each in (*definitions, *FILLER)}
    weights = word_weights(known.values(), "en", frozenset({"of", "the", "all"}))
    return CandidateFinder(known, Matcher(list(known.values()), EN, weights), "en")


def found(
    *facts: str, text: str = TEXT, definitions: tuple[FactDefinition, ...] = (STORING, SELLING, CONSENT)
) -> list[Candidate]:
    return finder(*definitions).candidates(text, clauses(text), facts)


def test_limits() -> None:
    assert (module.MAX_CANDIDATES, module.MAX_NAMED, module.LEAST, module.MET) == (10, 4, 3.0, 0.6)
    assert (module.TITLE, module.READING, module.TELLING, module.LENGTH) == (0.3, 1.0, 3.0, 0.4)


def test_clauses_in_which_words_of_a_fact_meet() -> None:
    first = found("x.storing")[0]
    assert (first.fact, first.clause.text[:19], first.why) == (
        "x.storing",
        "VENDOR keep backups",
        "words of it: backups, We, widgets",
    )


def test_of_a_fact_that_is_asked_for() -> None:
    assert {each.fact for each in found("x.selling")} == {"x.selling"}
    assert found() == []
    assert list(dict.fromkeys(each.fact for each in found("x.selling", "x.storing"))) == ["x.selling", "x.storing"]


def test_a_derived_fact_has_what_its_sources_have() -> None:
    of_source, of_consent = found("x.selling"), found("x.consent")
    assert [(each.clause.index, each.closeness) for each in of_consent] == [
        (each.clause.index, each.closeness) for each in of_source
    ]


def test_the_closest_come_first() -> None:
    closeness = [each.closeness for each in found("x.selling")]
    assert closeness == sorted(closeness, reverse=True)


def test_headings_are_no_candidates_but_of_facts_that_are_read_there() -> None:
    text = "# Effective widgets backups\n\nIt is all of the rest that is said of it, in many words."
    assert found("x.storing", text=text) == []
    head = definition("date", reading("backups", "widgets", head=True), fact="x.storing")
    assert [each.clause.kind for each in found("x.storing", text=text, definitions=(head,))] == ["heading"]


def test_at_most_so_many_of_each() -> None:
    text = "\n\n".join(f"We keep backups of the widgets in the room {n}, as is said of it." for n in range(20))
    every = found("x.storing", text=text)
    assert len(every) == 10
    assert [each.clause.index for each in every] == list(range(10))  # of those as close the first


@pytest.mark.parametrize("text", ["Nothing of the kind is said in here, in all of the words.", "- x"])
def test_none(text: str) -> None:
    assert found("x.storing", "x.selling", text=text) == []


WEIGHT = math.log(1 + 61 / 1)  # of a word that one of 61 facts has
WORDS = "We alpha it with beta now."
REST = "Nothing else is said in here, at all of the times."


def closeness(text: str, *readings: Reading) -> list[float]:
    one = definition("presence", *readings, fact="x.one")
    return [each.closeness for each in found("x.one", text=text, definitions=(one,))]


def test_closeness_of_the_only_clause() -> None:
    weight = 2 * WEIGHT * math.log(2)  # of one clause each word is in one
    assert closeness(WORDS, reading("alpha", "beta")) == [pytest.approx(weight * 2 + 3)]


def test_closeness_by_length_and_rarity() -> None:
    own, other = len("VENDOR alpha it with beta now."), len(clauses(REST)[0].text)
    length = 0.6 + 0.4 * own / ((own + other) / 2)
    weight = 2 * WEIGHT * math.log(3)
    assert closeness(f"{WORDS}\n\n{REST}", reading("alpha", "beta")) == [pytest.approx(weight / length * 2 + 3)]
    # Where no reading is met the words alone count.
    assert closeness(f"{WORDS}\n\n{REST}", reading("alpha", "beta", "gamma")) == [pytest.approx(weight / length)]


def test_closeness_by_the_headings_above() -> None:
    own, head = len("VENDOR alpha it with beta now."), len("# alpha")
    length = 0.6 + 0.4 * own / ((own + head) / 2)
    alpha, beta = WEIGHT * math.log(3 / 2), WEIGHT * math.log(3)
    assert closeness(f"# Alpha\n\n{WORDS}", reading("alpha", "beta")) == [
        pytest.approx((alpha + beta + 0.3 * alpha) / length * 2 + 3)
    ]


def test_what_is_too_little() -> None:
    one = definition("presence", reading("beta", "alpha"), reading("gamma"), reading("delta"), fact="x.one")
    text = "We alpha it, as is said in here."
    assert found("x.one", text=text, definitions=(one,)) == []  # a word of one reading of three, of which half is met
    assert len(closeness(text, reading("alpha"))) == 1
    assert (
        len(
            closeness(
                "We alpha it so, as is said in here.",
                reading("beta", "so", "alpha"),
                reading("gamma"),
                reading("delta"),
            )
        )
        == 1
    )


PIECES = st.sampled_from(
    re.findall(r"\S+|\n\n", "we VENDOR backups widgets stores goods past sell shop is of the a . \n\n")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=3, max_size=9).map(" ".join), min_size=4, max_size=40).map(". ".join))
def test_what_is_not_looked_at_would_be_no_candidate(text: str) -> None:
    definitions = {each.id: each for each in (STORING, SELLING, CONSENT)}
    weights = word_weights([*definitions.values(), *FILLER], "en", frozenset({"of", "the", "all"}))
    matcher = Matcher(list(definitions.values()), EN, weights)
    shares = matcher.shares

    def every(text: str, facts: object, worth: object) -> object:
        return shares(text, [*definitions], lambda *_: True)

    pruned = CandidateFinder(definitions, matcher, "en").candidates(text, clauses(text), [*definitions])
    matcher.shares = every  # type: ignore[method-assign, assignment]
    assert pruned == CandidateFinder(definitions, matcher, "en").candidates(text, clauses(text), [*definitions])
