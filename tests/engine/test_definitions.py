"""Definitions of facts, checked as strictly as code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo, OwnFact, facts
from vendorlint_extractor.readings import definitions as module
from vendorlint_extractor.readings.definitions import (
    DefinitionError,
    Example,
    load_definition,
    load_definitions,
    load_examples,
)
from vendorlint_extractor.readings.faults import faults
from vendorlint_extractor.readings.reading import Reading

from ..reading import EXTRACTOR

INFO = FactInfo("a.b", "Title", "enum", ("x", "y"), "Meaning.")
KEYS = {"kind", "cumulative", "derive", "languages"}
MACROS = {"en": {"may": "(?:may|can)"}, "fr": {"may": "peut"}}
PLAIN = "kind: presence\nlanguages:\n  en:\n    readings:\n      - value: x\n        all: ['{may}', use]\n"
FULL = """\
kind: presence
cumulative: true
derive: [c.d]
languages:
  en:
    readings:
      - value: y
        all: [use]
        none: ['{may} not']
        section: '{may}'
        near: c.d
        requires: e.f=g
        head: true
        regardless: [plan]
        actor: VENDOR|CUSTOMER
        negated: flip
        banned_only: true
        confidence: low
        rank: 2
        unit: months
        why: "It is so."
  fr:
    readings:
      - {all: ['{may}']}
examples:
  en:
    - {text: "We may use it.", value: x}
    - {text: "We may not.", value: null, why: "A ban.", todo: "not read yet"}
"""


def load(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "b.yaml"
    path.write_text(text)
    return load_definition(path, path.read_text(), INFO, KEYS, MACROS)


def test_a_plain_definition(tmp_path: Path) -> None:
    found = load(tmp_path, PLAIN)
    assert (found.id, found.info, found.kind, found.cumulative, found.derive, found.path) == (
        "a.b",
        INFO,
        "presence",
        False,
        (),
        tmp_path / "b.yaml",
    )
    assert found.readings == {
        "en": (
            Reading(
                value="x", all=("(?:may|can)", "use"), none=(), section=None, written=None, near=None, requires=None, head=False,
                regardless=(), actor=frozenset({"any"}), negated="drop", banned_only=False,
                confidence="high", rank=1, unit=None, cites=None,
            ),
        )
    }  # fmt: skip


def test_a_full_definition(tmp_path: Path) -> None:
    found = load(tmp_path, FULL)
    assert (found.cumulative, found.derive) == (True, ("c.d",))
    assert found.readings["en"] == (
        Reading(
            value="y", all=("use",), none=("(?:may|can) not",), section="(?:may|can)", written=None, near="c.d", requires="e.f=g", head=True,
            regardless=("plan",), actor=frozenset({"VENDOR", "CUSTOMER"}), negated="flip", banned_only=True,
            confidence="low", rank=2, unit="months", cites=None,
        ),
    )  # fmt: skip
    assert [reading.all for reading in found.readings["fr"]] == [("peut",)]
    assert load_examples(found) == {
        "en": (Example("We may use it.", "x", None, None), Example("We may not.", None, "A ban.", "not read yet"))
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "kind: presence",
            "kind: absence",
            "kind 'absence' is not one of presence, permission, amount, money, date, code, derived",
        ),
        ("kind: presence\n", "", "kind 'None' is not one of presence, permission, amount, money, date, code, derived"),
        (
            "kind: presence",
            "kind: presence\nsort: x",
            "unknown key 'sort' in a definition; expected some of cumulative, derive, kind, languages",
        ),
        (
            "    readings:",
            "    reads:",
            "unknown key 'reads' in languages.en; expected some of foremost, narrower, none, readings, words",
        ),
        (
            "        all:",
            "        every: x\n        all:",
            "unknown key 'every' in a reading; expected some of actor, all, banned_only, cites, confidence, head, near, negated, none, rank, regardless, requires, section, unit, value, values, where, why, written",
        ),
        ("value: x", "value: z", "value 'z' is not one of x, y"),
        ("value: x", "negated: never", "negated 'never' is not one of drop, keep, flip"),
        ("{may}", "{must}", "a pattern of en: '{must}' is no word of the definition and no macro of en.yaml"),
        (
            "['{may}', use]",
            "['(?P<act>{may})', use]",
            "pattern '(?P<act>(?:may|can))': the group 'act' has no effect here: only the last pattern of 'all' names an act or a value",
        ),
        (PLAIN, "- list", "found no mapping; expected a definition"),
    ],
)
def test_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load(tmp_path, PLAIN.replace(old, new))
    assert str(caught.value) == f"{tmp_path / 'b.yaml'}: {message}"


def test_broken_yaml(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        load(tmp_path, "kind: [")
    assert "did not find expected node content" in caught.value.message


def test_what_is_wrong_with_examples(tmp_path: Path) -> None:
    for old, new, message in (
        (', why: "A ban."', "", "a negative example needs a `why`: 'We may not.'"),
        (
            'text: "We may not.", value: null, why: "A ban."',
            f"text: {'x' * 70}, value: null",
            f"a negative example needs a `why`: {'x' * 60!r}",
        ),
        ('todo: "', 'later: "', "unknown key 'later' in an example; expected some of text, todo, value, why"),
    ):
        found = load(tmp_path, FULL.replace(old, new))
        with pytest.raises(DefinitionError) as caught:
            load_examples(found)
        assert caught.value.message == message


def test_without_examples(tmp_path: Path) -> None:
    assert load_examples(load(tmp_path, f"{PLAIN}examples:\n")) == {}


def test_shipped_definitions_and_own(tmp_path: Path) -> None:
    path = tmp_path / "own" / "b.yaml"
    path.parent.mkdir()
    path.write_text(f"title: T\ntype: enum\nvalues: [x, y]\nmeaning: M\n{PLAIN}")
    found = load_definitions(
        {code: EXTRACTOR.language(code).macros for code in ("en", "fr")}, (OwnFact(INFO, path, path.read_text()),)
    )
    read = [fact for fact in facts() if fact in found]
    assert list(found) == [*read, "a.b"]
    assert set(facts()) - set(read) == {"document.type", "document.language"}
    assert found["a.b"].readings["en"][0].value == "x"


def test_a_shipped_definition_of_no_fact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "facts" / "a" / "zz.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(PLAIN)
    ontology.facts()  # of the real folder
    monkeypatch.setattr(module.shipped, "ROOT", tmp_path)
    monkeypatch.setattr(module.shipped, "compiled", lambda: None)
    monkeypatch.setattr(module.shipped, "_MADE", {})
    with pytest.raises(DefinitionError) as caught:
        load_definitions(MACROS)
    assert str(caught.value) == f"{path}: the ontology has no fact 'a.zz'"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{may} use", None),
        ("{must} use", "'{must}' is no word of the definition and no macro of en.yaml"),
        ("(", "is no regular expression of RE2: missing ): ("),
        (r"(?=a)", "is no regular expression of RE2: invalid perl operator: (?="),
    ],
)
def test_patterns(text: str, fault: str | None) -> None:
    found = list(faults("en", MACROS["en"], {"readings": [{"value": "x", "all": ["{may}", text]}]}))
    assert found == ([(("readings", 0, "all", 1), fault)] if fault else [])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({"words": {"may": "x"}, "readings": [{"all": ["{may}", "{must}"]}]}, [(("words", "may"), "the word 'may' hides the macro of en.yaml that has its name")]),
        ({"readings": [{"all": ["a"], "value": "x", "values": {"x": "a"}}]}, [(("readings", 0), "a reading has 'value' or 'values', not both")]),
        ({"none": ["("], "readings": []}, [(("none", 0), "is no regular expression of RE2: missing ): (")]),
        ({"words": {"deed": "(?P<act>use)"}, "readings": [{"all": ["a", "{deed}"]}, {"all": ["{deed}", "a"], "where": [{"all": ["(?P<n>b)"]}]}]}, [
            (("readings", 1, "all", 0), "the group 'act' has no effect here: only the last pattern of 'all' names an act or a value"),
            (("readings", 1, "where", 0, "all", 0), "the group 'n' has no effect here: only the last pattern of 'all' names an act or a value"),
        ]),
        ({"readings": [{"all": ["{value}"], "values": {"x": "a", "y": ["b", "("]}}]}, [
            (("readings", 0, "values", "y", 1), "is no regular expression of RE2: missing ): ("),
            (("readings", 0, "all", 0), "is no regular expression of RE2: missing ): ("),
        ]),
    ],
)  # fmt: skip
def test_where_a_part_is_wrong(body: dict[str, Any], found: list[Any]) -> None:
    assert list(faults("en", MACROS["en"], body)) == found


def test_names() -> None:
    assert module.KINDS == ("presence", "permission", "amount", "money", "date", "code", "derived")
