"""What leaves the extractor, in the shape of the facts file."""

from __future__ import annotations

from vendorlint_extractor.ontology import FactInfo
from vendorlint_extractor.resolved.stated import Evidence, Extraction, Fact, Side

PLAIN = Evidence("terms", "", "", "", (3, 4), 2, "We may.", (), "statement")
FULL = Evidence("terms", "Fees", "10.4(a)", "page 3", (3, 4), 2, "We may.", ("may",), "lead_in")
PLAIN_INFO, RISKY = (FactInfo("a.b", "Title", "int", (), "Meaning.", risk) for risk in ((), "low"))
SHOWN = {"document": "terms", "lines": [3, 4], "column": 2, "quote": "We may."}


def test_evidence() -> None:
    assert PLAIN.to_dict() == SHOWN
    assert FULL.to_dict() == {
        "document": "terms", "section": "Fees", "number": "10.4(a)", "place": "page 3", "lines": [3, 4], "column": 2,
        "quote": "We may.", "words": ["may"], "role": "lead_in",
    }  # fmt: skip


def test_sides() -> None:
    assert Side(30, "low", (PLAIN,)).to_dict() == {"value": 30, "confidence": "low", "evidence": [SHOWN]}
    assert Side(("a", "b"), "high", ()).to_dict() == {"value": ["a", "b"], "confidence": "high", "evidence": []}


def test_facts() -> None:
    one, other = Side(1, "high", ()), Side(2, "low", ())
    shown = {"value": 1, "confidence": "high", "evidence": []}, {"value": 2, "confidence": "low", "evidence": []}
    assert Fact(PLAIN_INFO, (one,)).to_dict() == shown[0]
    assert Fact(PLAIN_INFO, (one, other)).to_dict() == {"conflict": [*shown]}
    assert Fact(RISKY, (one, other)).to_dict() == {"value": 1, "conflict": [*shown]}  # the worst
    assert Fact(PLAIN_INFO, (one,), (other,)).to_dict() == shown[0] | {"set_aside": [shown[1]]}


def test_an_extraction() -> None:
    side = {"value": 1, "confidence": "high", "evidence": []}
    facts = {name: Fact(PLAIN_INFO, (Side(1, "high", ()),)) for name in ("a.b", "a.c.d", "a.c.e")}
    assert Extraction("acme", ({"id": "terms"},), facts, (), {}).to_dict() == {
        "version": 1, "vendor": "acme", "documents": [{"id": "terms"}], "facts": {"a": {"b": side, "c": {"d": side, "e": side}}},
    }  # fmt: skip
    assert Extraction("acme", (), {}, ({"type": "dpa"},), {}).to_dict()["incorporated"] == [{"type": "dpa"}]
    assert Extraction("acme", (), {}, (), {"plan": "free"}).to_dict()["customer"] == {"plan": "free"}
