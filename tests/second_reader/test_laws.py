"""What a second reader may do to facts, and what it may not: laws that hold for whatever it says of whatever patterns read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint.facts.file import FactNode, fact_node, iter_facts, sides
from vendorlint.facts.readings import Reading
from vendorlint.facts.rewrite import nest
from vendorlint.facts.second_view import Standing, Terms, with_readings
from vendorlint.files.yaml.document import YamlDocument, dump_yaml, parse_yaml
from vendorlint.schemas.schema import facts_schema
from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo

INFOS = ontology.facts()
RANKS = {"order": 0, "terms": 1}
TERMS = Terms(INFOS, RANKS, lambda scope: scope.get("region") != "EEA")  # a customer elsewhere
VALUES: dict[str, list[Any]] = {
    "ai.training.customer_content": ["permitted", "conditional", "prohibited"],
    "data.breach_notice": [False, True],
    "change.notice_days": [5, 30, 60],
    "data.breach_notice_hours": [24, 72],
    "licence.purposes": ["ai_training", "provide_service", "marketing"],
    "dispute.governing_law": ["FR", "DE", "US-CA"],
}
SURE = ("low", "medium", "high")
ORDER = list(INFOS)
LAW = settings(deadline=None, max_examples=60)

facts = st.sampled_from(list(VALUES))
documents = st.sampled_from(list(RANKS))
scopes = st.sampled_from([(), (("region", "EEA"),), (("plan", "business"),)])


def quote(document: str, value: Any) -> dict[str, Any]:
    return {"document": document, "lines": [1, 1], "column": 1, "quote": f"In {document} it is stated to be {value}."}


@st.composite
def readings(draw: st.DrawFn) -> Standing:
    fact, document = draw(facts), draw(documents)
    value = draw(st.sampled_from(VALUES[fact]))
    own = Reading(fact, value, document, quote(document, value)["quote"], draw(scopes))
    return Standing(own, quote(document, value), draw(st.booleans()))


@st.composite
def side(draw: st.DrawFn, value: Any) -> dict[str, Any]:
    return {"value": value, "confidence": draw(st.sampled_from(SURE)), "evidence": [quote(draw(documents), value)]}


@st.composite
def nodes(draw: st.DrawFn, fact: str) -> dict[str, Any]:
    """What patterns read of a fact: one value, or clauses that disagree."""
    info = INFOS[fact]
    other = draw(st.lists(st.sampled_from(VALUES[fact]), max_size=1))
    listed = [[each] if info.type == "set" else each for each in other]
    elsewhere = {"elsewhere": [{"scope": {"region": "EEA"}, **draw(side(each))} for each in listed]} if listed else {}
    if info.type == "set":
        values = sorted(draw(st.sets(st.sampled_from(VALUES[fact]), min_size=1)))
        return draw(side(values)) | elsewhere
    found = draw(st.lists(st.sampled_from(VALUES[fact]), min_size=1, max_size=2, unique=True))
    if len(found) == 1:
        scope = draw(scopes.filter(lambda each: each != (("region", "EEA"),)))
        aside = draw(st.lists(st.sampled_from([each for each in VALUES[fact] if each not in found]), max_size=1))
        more = {"set_aside": [draw(side(each)) for each in aside]} if aside else {}
        return ({"scope": dict(scope)} if scope else {}) | draw(side(found[0])) | more | elsewhere
    ordered = info.worst_first(found) or found
    worst = {"value": ordered[0]} if info.risk else {}
    return worst | {"conflict": [draw(side(value)) for value in ordered]} | elsewhere


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    stated = draw(st.lists(facts, unique=True))
    found = {fact: draw(nodes(fact)) for fact in stated}
    listed = [
        {"id": name, "path": f"{name}.md", "sha256": "0" * 64, "type": kind, "language": "en"}
        for name, kind in (("order", "order_form"), ("terms", "terms_of_service"))
    ]
    return {"version": 1, "vendor": "v", "documents": listed, "facts": nest(found, ORDER)}


heard = st.lists(readings(), max_size=6, unique_by=lambda each: each.reading)


def pieces(node: FactNode) -> Iterator[str]:
    """All quotes of what a fact says for the customer and beside that."""
    for each in (*sides(node), *node.get("set_aside", ()), *node.get("elsewhere", ())):
        yield from (piece["quote"] for piece in each["evidence"])


def each_fact(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[FactInfo, FactNode, FactNode]]:
    for fact, node in iter_facts(before["facts"]):
        now = fact_node(after["facts"], fact)
        assert now is not None
        yield INFOS[fact], node, now


@LAW
@given(contents(), heard)
def test_no_value_clause_or_conflict_of_the_patterns_is_lost(content: dict[str, Any], said: list[Standing]) -> None:
    for info, before, after in each_fact(content, with_readings(content, said, TERMS)):
        assert set(pieces(before)) <= set(pieces(after))
        if info.type == "set":
            assert set(before["value"]) <= set(after["value"])
            continue
        assert [each["value"] for each in sides(before)] == [
            each["value"] for each in sides(after) if each.get("read_by") != ["model"]
        ]
        assert ("conflict" in before) <= ("conflict" in after)


@LAW
@given(contents(), heard)
def test_nothing_gets_better_for_the_customer(content: dict[str, Any], said: list[Standing]) -> None:
    for info, before, after in each_fact(content, with_readings(content, said, TERMS)):
        if info.risk:
            assert (info.worst_first([before["value"], after["value"]]) or [])[0] == after["value"]
        elif info.type != "set" and before.get("value") != after.get("value"):
            assert "conflict" in after and "value" not in after  # which a rule always reports


@LAW
@given(contents(), heard)
def test_what_holds_elsewhere_stands_the_worst_first(content: dict[str, Any], said: list[Standing]) -> None:
    """A policy that asks for a scope takes the first."""
    for info, before, after in each_fact(content, with_readings(content, said, TERMS)):
        found = [each["value"] for each in after.get("elsewhere", ())]
        first = [each["value"] for each in before.get("elsewhere", ())][:1]
        if info.risk:
            assert found == sorted(found, key=(info.worst_first(dict.fromkeys(found)) or []).index)
        elif info.type == "set":
            assert len(found) <= 1 and [set(each) <= set(found[0]) for each in first] == [True] * len(first)


@LAW
@given(contents(), heard)
def test_a_models_word_alone_is_medium_at_most_and_says_so(content: dict[str, Any], said: list[Standing]) -> None:
    after = with_readings(content, said, TERMS)
    for fact, node in iter_facts(after["facts"]):
        if fact_node(content["facts"], fact) is None and "value" in node and "conflict" not in node:
            assert (node["read_by"], node["confidence"] in ("low", "medium")) == (["model"], True)


@LAW
@given(contents(), heard)
def test_what_nobody_asked_of_stays_to_the_letter(content: dict[str, Any], said: list[Standing]) -> None:
    after = with_readings(content, said, TERMS)
    about = {each.reading.fact for each in said}
    before = {fact: node for fact, node in iter_facts(content["facts"]) if fact not in about}
    assert before == {fact: node for fact, node in iter_facts(after["facts"]) if fact not in about}


@LAW
@given(contents(), heard, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(content: dict[str, Any], said: list[Standing], chance: Any) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)
    first = with_readings(content, said, TERMS)
    assert dump_yaml(first) == dump_yaml(with_readings(content, shuffled, TERMS))


@LAW
@given(contents(), heard)
def test_a_facts_file_may_hold_it(content: dict[str, Any], said: list[Standing]) -> None:
    facts_schema([]).validate(written(with_readings(content, said, TERMS)))


def written(content: dict[str, Any]) -> YamlDocument:
    return parse_yaml(dump_yaml(content), Path("facts.yaml"))
