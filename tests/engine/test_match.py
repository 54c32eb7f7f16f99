"""Readings held against clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.readings import held, match
from vendorlint_extractor.readings.match import Matcher
from vendorlint_extractor.readings.reading import Reading

from .make import EN, FR, clause, definition, reading


def worthy(*_: object) -> bool:
    return True


def read(
    where: str | Sequence[Clause], *readings: Reading, kind: str = "presence", **more: Any
) -> list[tuple[Any, int, str]]:
    """Value, index of the clause and telling words of each statement."""
    every = [clause(where)] if isinstance(where, str) else where
    found = Matcher([definition(kind, *readings, **more)], EN, {}).statements(every)
    return [(each.value, each.clause.index, each.clause.text[slice(*each.span)]) for each in found]


def test_all_patterns_match_and_none_that_set_it_aside() -> None:
    one = reading("VENDOR", "use", value=True, none=("never",))
    assert read("VENDOR may use it", one) == [(True, 0, "use")]
    assert read("use it, VENDOR", one) == [(True, 0, "use")]
    assert read("AFFILIATE may use it", one) == []
    assert read("VENDOR may keep it", one) == []
    assert read("VENDOR may use it, never else", one) == []


def test_the_exact_pattern_counts() -> None:
    near = reading("VENDOR[^.;]{0,9}now", "may[^.;]{0,5}use", value=True)
    assert read("VENDOR now may use", near) == [(True, 0, "may use")]
    assert read("VENDOR now may at any time use", near) == []
    assert read("VENDOR, as is said, now may use", near) == []


def test_readings_of_a_language() -> None:
    french = definition("presence", readings={"fr": (reading("may", value=True),)})
    assert list(Matcher([french], EN, {}).statements([clause("may")])) == []
    assert [each.value for each in Matcher([french], FR, {}).statements([clause("may")])] == [True]


def test_readings_that_share_their_telling_pattern() -> None:
    facts = [
        definition("presence", reading("use", value=True), reading("VENDOR", "use", value=False), fact="x.one"),
        definition("presence", reading("use", value=True), fact="x.two"),
    ]
    found = Matcher(facts, EN, {}).statements([clause("VENDOR use")])
    assert [(each.fact, each.value) for each in found] == [("x.one", True), ("x.one", False), ("x.two", True)]


def test_statements_come_in_the_order_of_clauses() -> None:
    facts = [definition("presence", reading("b", value=1)), definition("presence", reading("a", value=2))]
    found = Matcher(facts, EN, {}).statements([clause("a b", 0), clause("b", 1)])
    assert [(each.value, each.clause.index) for each in found] == [(1, 0), (2, 0), (1, 1)]


def test_the_lead_in_alone_is_a_clause_of_its_own() -> None:
    text = "VENDOR may: use it"
    own = text.index("use")
    assert read([clause(text, own=own)], reading("use", value=1)) == [(1, 0, "use")]
    assert read([clause(text, own=own)], reading("may:", value=1)) == []
    assert read([clause(text, own=own)], reading("may: ", value=1)) == []
    assert read([clause(text, own=own)], reading("may: u", value=1)) == [(1, 0, "may: u")]
    assert read([clause(text, own=own)], reading("use", "may", value=1)) == [(1, 0, "may")]  # another part is its own
    assert read([clause(text, own=own)], reading("VENDOR", "may", value=1)) == []


def test_the_first_act_that_fits_counts() -> None:
    text = "if CUSTOMER delete it, VENDOR delete it and VENDOR delete all"
    theirs = reading("delete", value=1, actor=frozenset({"VENDOR"}))
    assert read(text, reading("delete", value=1)) == [(1, 0, "delete")]
    found = list(Matcher([definition("presence", theirs)], EN, {}).statements([clause(text)]))
    assert [each.span for each in found] == [(30, 36)]
    assert read("CUSTOMER delete it", theirs) == []
    assert len(read("CUSTOMER delete it", reading("delete", value=1, actor=frozenset({"VENDOR", "CUSTOMER"})))) == 1


def test_so_many_acts_are_tried() -> None:
    assert held.MAX_ACTS == 5
    theirs = reading("delete", value=1, actor=frozenset({"VENDOR"}))
    for times, found in ((4, 1), (5, 0)):
        assert len(read("CUSTOMER " + "delete, " * times + "VENDOR delete", theirs)) == found


def test_the_act_is_where_actor_and_ban_are_read() -> None:
    text = "VENDOR may sell, and CUSTOMER may not use it"
    whole = reading("sell.*use", value=1)
    act = reading("sell.*(?P<act>use)", value=1)
    assert read(text, whole) == [(1, 0, "sell, and CUSTOMER may not use")]
    assert read(text, act) == []  # banned
    assert read(text, reading("sell.*(?P<act>use)", value=1, negated="keep", actor=frozenset({"CUSTOMER"}))) == [
        (1, 0, "sell, and CUSTOMER may not use")
    ]
    assert read("VENDOR may sell", reading("sell(?P<act>ing)?", value=1)) == [(1, 0, "sell")]


def test_bans_alone() -> None:
    only = reading("use", value=1, negated="keep", banned_only=True)
    assert read("VENDOR may not use it", only) == [(1, 0, "use")]
    assert read("VENDOR may use it", only) == []
    assert read("VENDOR may use it and may not use it", only) == []  # the first that fits counts


def test_of_kinds_that_read_a_value_a_later_match_may_hold_it() -> None:
    days = reading(r"(?P<n>\d+) (?P<unit>\w+)")
    assert read("within 5 copies and 30 days or 60 days", days, kind="amount") == [(30, 0, "30 days")]
    assert read("within 5 copies", days, kind="amount") == []
    only = reading(r"(?P<n>\d+) (?P<unit>days)", banned_only=True, negated="keep")
    assert read("for 5 days or for 30 days", only, kind="amount") == []
    assert read("VENDOR has 5 days; it may not for 30 days", only, kind="amount") == [(30, 0, "30 days")]


def test_permissions_see_the_clauses_that_follow() -> None:
    every = [clause("VENDOR may use it", 0), clause("CUSTOMER can opt out", 1)]
    found = read(every, reading("use"), kind="permission", values=("permitted", "conditional", "prohibited"))
    assert found == [("conditional", 0, "use")]


@pytest.mark.parametrize(
    ("more", "where", "found"),
    [
        ({}, {"operative": False}, "inert"),
        ({}, {"scopes": (Scope(plan="trial"),)}, "stated"),
        ({}, {"kind": "heading"}, "inert"),
        ({}, {"kind": "cell"}, "stated"),
        ({}, {"kind": "definition"}, "inert"),
        ({}, {"kind": "note"}, "inert"),
        ({}, {"kind": "heading", "text": "use of goods"}, "nothing"),
        ({}, {"kind": "heading", "text": "may VENDOR use it?"}, "nothing"),
        ({}, {"kind": "definition", "text": "misuse means use by night"}, "nothing"),
        ({"section": "fees / .*dues"}, {"section": Section("Dues", "", 2, ("Fees", "All Dues"))}, "stated"),
        ({"section": "fees / .*dues"}, {"section": Section("Dues", "", 2, ("All", "Dues"))}, "nothing"),
        ({"section": "fees", "head": True}, {"section": Section("Dues", "", 2, ("Dues",))}, "stated"),
    ],
)
def test_where_a_reading_looks(more: dict[str, Any], where: dict[str, Any], found: str) -> None:
    text = where.pop("text", "VENDOR may use it")
    matcher = Matcher([definition("presence", reading("use", value=1, **more))], EN, {})
    statements = [
        ("inert", each.confidence) if each.inert else "stated" for each in matcher.statements([clause(text, **where)])
    ]
    assert statements == {"nothing": [], "stated": ["stated"], "inert": [("inert", "low")]}[found]


def test_head_readings_see_both_ends_and_labels() -> None:
    assert (match.HEAD_CLAUSES, match.TAIL_CLAUSES, match.MAX_LABEL) == (60, 15, 50)
    text = "effective at once" + "x" * 40
    every = [clause(text, index, kind="heading", operative=False) for index in range(100)]
    found = [index for _, index, _ in read(every, reading("effective", value=1, head=True))]
    assert found == [*range(60), *range(85, 100)]
    every[70], every[71] = clause(text[:49], 70), clause(text[:50], 71)
    found = [index for _, index, _ in read(every, reading("effective", value=1, head=True))]
    assert found == [*range(60), 70, *range(85, 100)]


def test_words_that_set_a_reading_aside_stand_near_the_act() -> None:
    one = reading("use", value=1, none=("unsaid",))
    assert held.NEAR == 200
    for text, found in (
        ("unsaid use", 0),
        ("use it unsaid", 0),
        ("unsaid; use", 1),  # another part of the sentence
        ("use it; unsaid", 1),
        ("use it unsaid; no", 0),
        ("no; unsaid use", 0),
        (";use unsaid", 0),
    ):
        assert len(read(text, one)) == found, text
    for gap, found in ((199, 0), (200, 1)):
        assert len(read(f"unsaid{',' * gap}use", one)) == found
        assert len(read(f"use{',' * gap}unsaid", one)) == found


def test_words_of_the_lead_in_set_it_aside_wherever_they_stand() -> None:
    one = reading("use", value=1, none=("unsaid",))
    lead = "unsaid" + "," * 300 + "; "
    assert read([clause(f"{lead}use", own=len(lead))], one) == []
    assert read([clause(f"{lead}use", own=1)], one) == []
    assert len(read([clause(f"{lead}use", own=0)], one)) == 1


def test_the_part_around_the_act_counts() -> None:
    act = reading("goods.*(?P<act>use)", value=1, none=("unsaid",))
    assert len(read("unsaid goods; for use", act)) == 1
    assert read("goods; unsaid for use", act) == []


def test_what_is_included_in_brackets_bars_nothing() -> None:
    act = reading("use", value=1, none=("unless",))
    assert len(read("may use (including unless told)", act)) == 1
    assert read("may use (unless told)", act) == []
    assert read("may use, including unless told", act) == []


def test_the_words_of_a_frame_bar_nothing() -> None:
    """A lead-in that says of what follows but that it is agreed; what governs it, bars."""
    act = reading("use", value=1, none=("unsaid",))
    framed, governed = "if unsaid, CUSTOMER agrees that: ", "if unsaid, CUSTOMER shall: "
    assert read([clause(framed + "VENDOR may use it", own=len(framed))], act) == [(1, 0, "use")]
    assert read([clause(governed + "use it", own=len(governed))], act) == []


def test_no_match_goes_over_words_that_permit_afresh_however_many_there_are() -> None:
    over = reading("take.{0,60}take", value=1)
    assert read("VENDOR may take it, and take it", over) == [(1, 0, "take it, and take")]
    assert read("VENDOR may take it, except that VENDOR may well " * 3000, over) == []


def test_bars_are_exact() -> None:
    near = reading("use", value=1, none=("may[^.;]{0,5}not",))
    assert read("may well not use", near) == [(1, 0, "use")]
    assert read("may so not use", reading("use", value=1, none=("may[^.;]{0,5}not",), negated="keep")) == []


def test_shares_of_readings_that_are_met() -> None:
    one = definition(
        "presence",
        reading("alpha[^.;]{0,3}beta", "use", value=1, none=("never",)),
        reading("use", value=2),
        fact="x.one",
    )
    two = definition("presence", reading("gamma", "delta", "use", value=1), fact="x.two")
    matcher = Matcher([one, two], EN, {})
    text = "VENDOR may never use alpha ----- beta, or delta"
    assert list(matcher.shares(text, ["x.one", "x.two"], worthy)) == [("x.one", 1.0), ("x.one", 1.0), ("x.two", 2 / 3)]
    assert list(matcher.shares(text, ["x.two"], worthy)) == [("x.two", 2 / 3)]
    assert list(matcher.shares("use it", ["x.two"], worthy)) == [("x.two", 1 / 3)]
    assert list(matcher.shares("alpha beta", ["x.one"], worthy)) == []


def test_what_stands_at_the_very_beginning_counts() -> None:
    assert read("VENDOR use", reading("^", "use", value=1)) == [(1, 0, "use")]
    assert read("use", reading("(?P<act>use)", value=1)) == [(1, 0, "use")]


ASIDE = ", for as long as it is useful to others and to whom they may come to serve from time to time,"


def test_an_aside_of_any_length_stands_between_the_words_of_a_pattern() -> None:
    one = reading("VENDOR may[^.;]{0,20} use", value=1)
    assert read(f"VENDOR may{ASIDE} use it", one) == [(1, 0, f"VENDOR may{ASIDE} use")]
    assert read(f"VENDOR{ASIDE} may use it", one) == [(1, 0, f"VENDOR{ASIDE} may use")]
    assert read("VENDOR may, if told, use it", one) == [(1, 0, "VENDOR may, if told, use")]


def test_what_stands_in_an_aside_sets_a_reading_aside() -> None:
    text = f"VENDOR may, if it is not told otherwise{ASIDE} use it"
    assert len(read(text, reading("may use", value=1))) == 1
    assert read(text, reading("may use", value=1, none=("otherwise",))) == []
    assert read(text, reading("may use", value=1, none=("may use it",))) == []
    assert len(read("VENDOR may, if told, use it", reading("use", value=1, none=("may use it",)))) == 1


def test_an_aside_bans_nothing_and_names_nobody_who_acts() -> None:
    one = reading("use", value=1, actor=frozenset({"VENDOR"}))
    assert read("VENDOR may, in a way that CUSTOMER will not mind, use it", one) == [(1, 0, "use")]
    assert read("VENDOR may not, in a way that CUSTOMER will mind, use it", one) == []


def test_where_a_ban_stands_around_an_aside() -> None:
    one, text = (
        definition("presence", reading("use", value=True, negated="flip")),
        "VENDOR may not, if told, use it, or not",
    )
    found = list(Matcher([one], EN, {}).statements([clause(text)]))
    assert [(each.value, each.ban) for each in found] == [(False, (7, 14))]


def test_what_is_stated_is_not_read_anew_without_asides() -> None:
    ways = reading("may, if told, use", value=1), reading("may use", value=2)
    assert read("VENDOR may, if told, use it", *ways) == [(1, 0, "may, if told, use")]


def test_figures_are_those_of_the_text_without_asides() -> None:
    days = reading(r"shall delete it within (?P<n>\d+) (?P<unit>days)")
    text = f"VENDOR shall{ASIDE} delete it within 30 days"
    assert read(text, days, kind="amount") == [(30, 0, f"shall{ASIDE} delete it within 30 days")]


def test_an_act_hangs_on_an_event_in_an_aside() -> None:
    end = reading("may[^.;]{0,40} end", value=1)
    for text, found in (
        ("CUSTOMER may, if VENDOR fails to pay, end it", 0),
        ("CUSTOMER may (when VENDOR has failed to pay what it owes by the day on which it is due) end it", 0),
        ("CUSTOMER may, if it wishes, end it", 1),
        ("CUSTOMER may, at any time, end it", 1),
    ):
        assert len(read(text, end, unconditional=True)) == found, text


def test_a_lead_in_whose_items_are_all_cases_hangs_on_them() -> None:
    end = reading("may end", value=1)
    lead, ifs, other = "VENDOR may end it:", "if CUSTOMER fails to pay", "as it likes"

    def items(*owns: str) -> list[Clause]:
        first = clause(lead)
        return [first, *(clause(f"{lead} {own}", n, own=len(lead) + 1) for n, own in enumerate(owns, 1))]

    assert read(items(ifs, "in the event of fraud"), end, unconditional=True) == []
    assert read(items(ifs, other), end, unconditional=True) == [(1, 0, "may end")]
    assert read(items(), end, unconditional=True) == [(1, 0, "may end")]
    assert read(items(ifs), end) == [(1, 0, "may end")]


def test_what_a_term_is_defined_as_states_what_its_definition_of_a_fact_wants() -> None:
    means = clause('"uncapped claims" means fraud', kind="definition")
    fraud = reading("fraud", value=True)
    assert read([means], fraud) == []
    assert read([means], fraud, defines=True) == [(True, 0, "fraud")]
