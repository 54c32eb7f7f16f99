"""What holds for a customer of all that documents state for some only."""

from __future__ import annotations

from typing import Any

import pytest

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.customer import ANYBODY, Customer
from vendorlint_extractor.language.regions import read_groups
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.resolved.customer import fits, for_customer, merged, set_aside
from vendorlint_extractor.resolved.stated import Fact, Side

from .make import clause

GROUPS = read_groups()
FLAG = FactInfo("a.b", "Title", "bool", (), "Meaning.", (True, False))
DAYS = FactInfo("a.b", "Title", "int", (), "Meaning.", "low")
CODE = FactInfo("a.b", "Title", "code", (), "Meaning.")
SET = FactInfo("a.b", "Title", "set", ("x", "y", "z"), "Meaning.")
EEA, GERMANY, FREE, BUSINESS = Scope(region="EEA"), Scope(region="DE"), Scope(plan="free"), Scope(plan="business")
US_FREE = Scope(region="US", plan="free")


@pytest.mark.parametrize(
    ("scope", "named", "expected"),
    [
        (EVERYONE, {}, True),
        (EEA, {}, False),
        (EEA, {"regions": ("EEA",)}, True),
        (EEA, {"regions": ("DE",)}, True),
        (EEA, {"regions": ("CH",)}, False),
        (GERMANY, {"regions": ("EEA",)}, False),
        (Scope(region="US"), {"regions": ("US-CA",)}, True),
        (Scope(region="UK"), {"regions": ("GB",)}, True),
        (EEA, {"regions": ("US", "FR")}, True),
        (BUSINESS, {}, True),
        (FREE, {}, False),
        (FREE, {"plan": "free"}, True),
        (BUSINESS, {"plan": "free"}, False),
        (US_FREE, {"regions": ("US",)}, False),
        (US_FREE, {"regions": ("US",), "plan": "free"}, True),
        (Scope(feature="Atlas Maps"), {}, False),
        (Scope(feature="Atlas Maps"), {"products": ("atlas maps",)}, True),
        (Scope(annex="scc"), {"regions": ("EEA",)}, False),
        (Scope(party="users"), {}, False),
    ],
)
def test_whom_a_scope_fits(scope: Scope, named: dict[str, Any], expected: bool) -> None:
    assert fits(Customer(**named), scope, GROUPS) is expected


def fact(info: FactInfo, scope: Scope, *values: Any) -> Fact:
    return Fact(info, tuple(Side(value, "high", (), scope) for value in values))


def stated(info: FactInfo, *documents: dict[Scope, Any], customer: Customer = ANYBODY) -> dict[str, Any]:
    """What documents of one place each come to, without confidence and evidence."""
    read = [
        (place, {scope: fact(info, scope, value) for scope, value in each.items()})
        for place, each in enumerate(documents)
    ]
    found = for_customer(info, read, customer, GROUPS)
    parts = {"sides": found.sides, "elsewhere": found.elsewhere, "aside": found.set_aside}
    return {name: [(side.scope.to_dict(), side.value) for side in sides] for name, sides in parts.items() if sides}


def test_what_holds_for_others_is_told_as_that_the_worst_first() -> None:
    assert stated(FLAG, {EVERYONE: False, EEA: False, FREE: True}) == {
        "sides": [({}, False)],
        "elsewhere": [({"plan": "free"}, True), ({"region": "EEA"}, False)],
    }
    assert stated(DAYS, {EEA: 30, FREE: 5}) == {"elsewhere": [({"plan": "free"}, 5), ({"region": "EEA"}, 30)]}


def test_the_narrowest_scope_decides() -> None:
    german = Customer(regions=("DE",))
    assert stated(FLAG, {EVERYONE: True, EEA: True, GERMANY: False}, customer=german) == {
        "sides": [({"region": "DE"}, False)],
        "aside": [({"region": "EEA"}, True), ({}, True)],
    }
    assert stated(FLAG, {EVERYONE: True, BUSINESS: False})["sides"] == [({"plan": "business"}, False)]


def test_of_scopes_as_narrow_the_worst_decides() -> None:
    both = Customer(regions=("EEA", "BR"))
    brazil = Scope(region="BR")
    assert stated(FLAG, {EEA: False, GERMANY: False, brazil: True}, customer=both)["sides"] == [
        ({"region": "BR"}, True)
    ]
    assert len(stated(CODE, {Scope(region="FR"): "FR", brazil: "BR"}, customer=Customer(("FR", "BR")))["sides"]) == 1


def test_documents_rank_before_scopes() -> None:
    assert stated(FLAG, {EVERYONE: True}, {BUSINESS: False}) == {
        "sides": [({}, True)],
        "aside": [({"plan": "business"}, False)],
    }
    assert stated(FLAG, {FREE: True}, {EVERYONE: False}) == {
        "sides": [({}, False)],
        "elsewhere": [({"plan": "free"}, True)],
    }


def test_a_value_that_holds_in_general_too_has_no_scope() -> None:
    assert stated(FLAG, {EVERYONE: True, BUSINESS: True}) == {"sides": [({}, True)]}


def test_a_set_is_what_all_say_of_the_customer() -> None:
    assert stated(SET, {EVERYONE: ("x",), BUSINESS: ("y",), FREE: ("z",)}) == {
        "sides": [({}, ("x", "y"))],
        "elsewhere": [({"plan": "free"}, ("z",))],
    }


def test_clauses_of_one_scope_that_disagree_conflict() -> None:
    found = for_customer(FLAG, [(0, {FREE: fact(FLAG, FREE, True, False)})], Customer(plan="free"), GROUPS)
    assert found.to_dict() == {
        "scope": {"plan": "free"},
        "value": True,
        "conflict": [{"value": value, "confidence": "high", "evidence": []} for value in (True, False)],
    }
    other = for_customer(FLAG, [(0, {FREE: fact(FLAG, FREE, True, False)})], ANYBODY, GROUPS)
    assert [side.value for side in other.elsewhere] == [True, False]
    assert other.sides == ()


def test_the_share_of_words_that_is_set_aside() -> None:
    everybody, free = clause("x" * 30), clause("x" * 10, scopes=(FREE,))
    nothing, head = clause("x" * 10, operative=False), clause("x" * 99, kind="heading", operative=False)
    found = [everybody, free, nothing, head, clause("x" * 10, scopes=(Scope(annex="scc"),))]
    assert set_aside(found, ANYBODY, GROUPS) == 20 / 60
    assert set_aside(found, Customer(plan="free"), GROUPS) == 10 / 60
    assert set_aside([head], ANYBODY, GROUPS) == 0


def test_a_customer_reads_back() -> None:
    named = {"region": ["EEA", "UK"], "plan": "free", "products": ["Atlas"]}
    assert Customer.from_dict(named).to_dict() == named
    assert Customer.from_dict({"region": "UK"}) == Customer(regions=("UK",))
    assert ANYBODY.to_dict() == {}


@pytest.mark.parametrize(
    ("kind", "fact_id", "values", "expected"),
    [
        ("privacy_policy", "change.notice", {"privacy_policy": "advance"}, "advance"),
        ("terms_of_service", "change.notice", {"privacy_policy": "advance"}, None),
        ("terms_of_service", "change.notice", {"privacy_policy": "none"}, "none"),
        ("terms_of_service", "change.notice", {"other": "advance"}, "advance"),
        ("terms_of_service", "change.notice", {"terms_of_service": "advance", "dpa": "none"}, "advance"),
        ("commercial_agreement", "change.notice", {"dpa": "advance"}, None),
        ("terms_of_service", "data.notice", {"privacy_policy": "advance"}, "advance"),
    ],
)
def test_what_an_annex_promises_of_its_own_changes_is_not_the_agreement_s(
    kind: str, fact_id: str, values: dict[str, str], expected: str | None
) -> None:
    info = FactInfo(fact_id, "Title", "enum", ("none", "advance"), "Meaning.", ("none", "advance"))
    kinds = dict.fromkeys([kind, *values])
    read: list[Any] = [
        (
            {"type": each, "id": each},
            {fact_id: {EVERYONE: fact(info, EVERYONE, values[each])}} if each in values else {},
            (),
        )
        for each in kinds
    ]
    order = {fact_id: ("commercial_agreement", "terms_of_service", "dpa", "privacy_policy", "other")}
    found = merged({fact_id: info}, read, order, ANYBODY, GROUPS)
    assert (found[fact_id].sides[0].value if fact_id in found else None) == expected
