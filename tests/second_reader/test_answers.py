"""What a model says, taken apart: readings that are in order, and why others are refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint.facts.readings import Reading
from vendorlint.second_reader.answers import MalformedError, answer_schema, parsed
from vendorlint_extractor.ontology import facts
from vendorlint_extractor.questions.question import Question

from .conftest import RINGS

FACTS = ("data.breach_notice", "data.breach_notice_hours", "data.transfer_mechanisms", "dispute.venue", "liability.cap_amount", "document.effective_date")  # fmt: skip
QUESTION = Question("terms", "0" * 64, "data", FACTS, "en", "", "", whole=True)
GOOD = {"fact": "data.breach_notice", "value": True, "quote": RINGS, "scope": None}


def answer(*entries: object) -> str:
    return json.dumps({"answers": entries})


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({"quote": "you up"}, "no clause"),
        ({"quote": None}, "no clause"),
        ({"quote": ["a", "b"]}, "no clause"),
        ({"quote": "a b c " * 500}, "more than a clause"),
        ({"value": "yes"}, "no value of the fact"),
        ({"value": {"a": 1}}, "no value of the fact"),
        ({"value": 1}, "no value of the fact"),
        ({"fact": "data.breach_notice_hours", "value": 48.5}, "no value of the fact"),
        ({"fact": "data.breach_notice_hours", "value": -1}, "no value of the fact"),
        ({"fact": "data.breach_notice_hours", "value": True}, "no value of the fact"),
        ({"fact": "data.breach_notice_hours", "value": "48"}, "no value of the fact"),
        ({"fact": "data.breach_notice_hours", "value": 10**9}, "no value of the fact"),
        ({"fact": "data.transfer_mechanisms", "value": "pigeon"}, "no value of the fact"),
        ({"fact": "dispute.venue", "value": "Paris"}, "no value of the fact"),
        ({"fact": "liability.cap_amount", "value": "a lot"}, "no value of the fact"),
        ({"fact": "document.effective_date", "value": "2031-02-30"}, "no value of the fact"),
        ({"scope": {"region": "Mars"}}, "no scope"),
        ({"scope": {"plan": "gold"}}, "no scope"),
        ({"scope": {"party": "x"}}, "no scope"),
        ({"scope": {"region": ["FR"]}}, "no value of the fact"),
        ({"scope": "EEA"}, "no scope"),
        ({"fact": "data.breaches"}, "not asked"),
        ({"fact": "licence.ownership_retained"}, "not asked"),
        ({"fact": ["data.breach_notice"]}, "not asked"),
        ({"fact": None}, "not asked"),
    ],
)
def test_what_is_refused(entry: dict[str, object], why: str) -> None:
    found = parsed(answer({**GOOD, **entry}), QUESTION, facts())
    assert (found.readings, found.refused) == ((), (why,))


@pytest.mark.parametrize("entry", ["text", 7, None, [], {}, {"fact": "data.breach_notice"}])
def test_what_is_no_answer_at_all(entry: object) -> None:
    assert parsed(answer(entry), QUESTION, facts()).refused == ("not asked",)


@pytest.mark.parametrize(
    ("entry", "values"),
    [
        ({"value": True}, [True]),
        ({"value": None}, []),
        ({"fact": "data.breach_notice_hours", "value": 48}, [48]),
        ({"fact": "data.transfer_mechanisms", "value": ["scc", "dpf"]}, ["scc", "dpf"]),
        ({"fact": "dispute.venue", "value": "US-CA"}, ["US-CA"]),
        ({"fact": "liability.cap_amount", "value": "USD 100"}, ["USD 100"]),
        ({"fact": "document.effective_date", "value": "2031-02-28"}, ["2031-02-28"]),
    ],
)
def test_what_is_taken(entry: dict[str, object], values: list[object]) -> None:
    found = parsed(answer({**GOOD, **entry}, {**GOOD, **entry}), QUESTION, facts())
    assert ([each.value for each in found.readings], found.refused) == (values, ())


def test_a_scope_without_what_is_empty_and_a_quote_with_white_space_folded() -> None:
    entry = {**GOOD, "quote": RINGS.replace(" ", "\n "), "scope": {"region": "EEA", "plan": None, "feature": ""}}
    reading = Reading("data.breach_notice", True, "terms", RINGS, (("region", "EEA"),))
    assert parsed(answer(entry), QUESTION, facts()).readings == (reading,)


@pytest.mark.parametrize("text", ["", "no", "[]", "7", "null", '{"answers": {}}', '{"answer": []}', '{"answers": [', "[" * 100_000, "```json\n```"])  # fmt: skip
def test_what_is_malformed(text: str) -> None:
    with pytest.raises(MalformedError):
        parsed(text, QUESTION, facts())


@pytest.mark.parametrize("form", ["{}", "```json\n{}\n```", "```\n{}```", "<think>{{}}</think> {}", "\n {} \n"])
def test_what_stands_around_an_answer(form: str) -> None:
    text = form.replace("{{}}", "hm").replace("{}", answer(GOOD))
    assert len(parsed(text, QUESTION, facts()).readings) == 1


@settings(deadline=None, max_examples=60)
@given(st.text() | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["answers", "fact", "value", "quote", "scope"]), inner)).map(json.dumps))  # fmt: skip
def test_whatever_is_said_is_taken_apart_or_malformed(text: str) -> None:
    try:
        found = parsed(text, QUESTION, facts())
    except MalformedError:
        return
    assert found.readings == ()


def test_the_form_of_answers_is_one_that_servers_take() -> None:
    """Each object has all of its keys required and no other, as OpenAI's strict form wants."""
    schema = answer_schema(QUESTION, facts())
    todo: list[object] = [schema]
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert (sorted(node["required"]), node["additionalProperties"]) == (sorted(node["properties"]), False)
            todo += node.values()
        elif isinstance(node, list):
            todo += node
    forms = [each["properties"] for each in schema["properties"]["answers"]["items"]["anyOf"]]
    assert [form["fact"]["enum"][0] for form in forms] == list(FACTS)
    assert [form["value"]["type"] for form in forms] == ["boolean", "integer", "string", "string", "string", "string"]
