"""What holds for a customer of all that terms state for some only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.customer import DEFAULT_PLAN, Customer
from vendorlint_extractor.language.regions import holds
from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.resolved.described import ScopedFacts
from vendorlint_extractor.resolved.merge import merge
from vendorlint_extractor.resolved.stated import Fact, Side

InScopes = Mapping[Scope, Fact]  # a fact of one document, by scope

# Types of documents: the agreement itself, and what is annexed to it.
AGREEMENTS = frozenset({"order_form", "commercial_agreement", "terms_of_service"})
ANNEXES = frozenset({"dpa", "sla", "acceptable_use", "privacy_policy"})


def merged(
    infos: Mapping[str, FactInfo],
    read: Sequence[tuple[Mapping[str, Any], ScopedFacts, Collection[str]]],
    orders: Mapping[str, Sequence[str]],
    customer: Customer,
    groups: Mapping[str, frozenset[str]],
) -> dict[str, Fact]:
    """The facts of documents as described, made into one each, in the order of `infos`. `orders` has for each the types of
    documents, the one first that decides; with each document are the types over which it says itself that it stands, which counts where
    that is the worse for the customer."""
    here = {shown["type"] for shown, _, _ in read}
    agreed = not AGREEMENTS.isdisjoint(here)
    found: dict[str, Fact] = {}
    for fact_id, info in infos.items():
        order = orders[fact_id]
        stating = [
            (order.index(shown["type"]), shown["id"], facts[fact_id], here.intersection(over))
            for shown, facts, over in read
            if fact_id in facts and not (agreed and shown["type"] in ANNEXES and _of_itself(info, facts[fact_id]))
        ]
        stated = [(place, facts) for place, _, facts, _ in sorted(stating, key=lambda each: each[:2])]
        if not stated:
            continue
        found[fact_id] = for_customer(info, stated, customer, groups)
        if info.risk and any(over for *_, over in stating):
            raised = [(min([place, *map(order.index, over)]), name, facts) for place, name, facts, over in stating]
            claimed = [(place, facts) for place, _, facts in sorted(raised, key=lambda each: each[:2])]
            found[fact_id] = _worse(info, found[fact_id], for_customer(info, claimed, customer, groups))
    return found


def _of_itself(info: FactInfo, stated: InScopes) -> bool:
    """Whether it is what an annex promises of its own changes, which is no promise of the agreement's."""
    sides = (side for fact in stated.values() for side in fact.sides)
    return info.id.startswith("change.") and not any(info.is_adverse(side.value) for side in sides)


def _worse(info: FactInfo, first: Fact, second: Fact) -> Fact:
    """Of two views of a fact the one that is worse for the customer; the first where neither is."""
    return second if first.sides and second.sides and _badness(info, second) < _badness(info, first) else first


def for_customer(
    info: FactInfo,
    stated: Sequence[tuple[int, InScopes]],
    customer: Customer,
    groups: Mapping[str, frozenset[str]],
) -> Fact:
    """One fact out of those of several documents, each with its place in the order of precedence, the first first.

    Of the first documents that state it for the customer, the narrowest scope decides; of several as narrow, the worst, and
    so of the regions that a customer is in.
    What a wider one or a later document states is set aside, and what holds for others is told as that.
    """
    if len(customer.regions) > 1 and info.type != "set":  # what holds in the one does not say what holds in the other
        alone = [for_customer(info, stated, replace(customer, regions=(code,)), groups) for code in customer.regions]
        return min((each for each in alone if each.sides), key=lambda each: _badness(info, each), default=alone[0])
    every = [(place, scope, fact) for place, facts in stated for scope, fact in facts.items()]
    own = [each for each in every if fits(customer, each[1], groups)]
    others: dict[Scope, list[tuple[int, Fact]]] = {}
    for place, scope, fact in every:
        if not fits(customer, scope, groups):
            others.setdefault(scope, []).append((place, fact))
    elsewhere = [side for found in others.values() for side in merge(info, found).sides]
    merged = merge(info, _ranked(info, own)) if own else Fact(info, ())
    elsewhere += [replace(side, scope=scope, also=()) for side in merged.sides for scope in side.also]
    return Fact(info, merged.sides, merged.set_aside, tuple(_worst_first(info, elsewhere)))


def _ranked(info: FactInfo, own: Iterable[tuple[int, Scope, Fact]]) -> list[tuple[Any, Fact]]:
    """Each with its rank, the first first: by document, then the narrowest, then the worst. Of a set all say a part."""
    if info.type == "set":
        return sorted(((place, fact) for place, _, fact in own), key=lambda each: each[0])
    stated: dict[tuple[int, Scope], list[Fact]] = {}
    for place, scope, fact in own:
        stated.setdefault((place, scope), []).append(fact)
    ranked = [
        ((place, *_narrowness(scope), min(_badness(info, fact) for fact in facts), *scope.to_dict().items()), facts)
        for (place, scope), facts in stated.items()
    ]
    return [(rank, fact) for rank, facts in sorted(ranked, key=lambda each: each[0]) for fact in facts]


def _narrowness(scope: Scope) -> tuple[int, int]:
    """The narrowest first: the more it is limited, and a state before its country before a union of countries."""
    region = 2 if "-" in scope.region else 0 if scope.region in ("EEA", "") else 1
    return -len(scope.to_dict()), -region


def _badness(info: FactInfo, fact: Fact) -> int:
    """The place of a fact's worst value in the order of risk; one for all where there is no order."""
    if isinstance(info.risk, str):
        worst = min if info.risk == "low" else max
        value = worst(side.value for side in fact.sides)
        return int(value * 1000) if info.risk == "low" else -int(value * 1000)
    return min((info.risk.index(side.value) for side in fact.sides if side.value in info.risk), default=0)


def _worst_first(info: FactInfo, sides: Sequence[Side]) -> list[Side]:
    return sorted(sides, key=lambda side: _badness(info, Fact(info, (side,))) if side.value is not None else 0)


def fits(customer: Customer, scope: Scope, groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether what holds for a scope holds for the customer; what binds standard clauses or somebody else alone never does."""
    if scope.annex or scope.party:
        return False
    if scope.region and not any(holds(scope.region, code, groups) for code in customer.regions):
        return False
    if scope.plan and scope.plan != (customer.plan or DEFAULT_PLAN):
        return False
    products = {product.lower() for product in customer.products}
    return not scope.feature or scope.feature.lower() in products


def set_aside(clauses: Sequence[Clause], customer: Customer, groups: Mapping[str, frozenset[str]]) -> float:
    """The share of a document's words, headings left out, that state nothing or hold for others than the customer."""
    total = aside = 0
    for clause in clauses:
        if clause.kind == "heading":
            continue
        size = len(clause.text) - clause.own_start
        scopes = (scope.without(("annex",)) for scope in clause.scopes_at(clause.own_start))
        total += size
        if not clause.operative or not any(fits(customer, scope, groups) for scope in scopes):
            aside += size
    return aside / total if total else 0.0
