"""How likely clauses state what was read in them."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor.documents.block import Section
from vendorlint_extractor.ontology import FactInfo, facts
from vendorlint_extractor.readings import likelihood
from vendorlint_extractor.readings.likelihood import (
    Likelihoods,
    class_of,
    features,
    read_likelihoods,
    weighed,
    written,
)
from vendorlint_extractor.readings.statement import LIKELY, UNLIKELY, sureness

from ..reading import EXTRACTOR
from .make import clause, statement

CHOICE = FactInfo("a.b", "Title", "enum", ("yes", "no"), "Meaning.", ("yes", "no"))
SET = FactInfo("a.s", "Title", "set", ("one", "two"), "Meaning.")
FOUND = Likelihoods(
    0.1, ["a.b=yes", "a.b=no", "a.s=one", "a.s=two"], [0, -30, 0, -30], {"train": "0:20 1:-20", "conten": "1:80"}
)


def test_what_is_seen_of_a_clause() -> None:
    where = clause(
        "CUSTOMER shall pay within 30 days", section=Section("Fees", "", 0, ("Terms", "3. Fees", "Réglement des frais"))
    )
    assert features(where, "dpa") == {
        "CUSTOMER", "shall", "pay", "within", "0", "days", "CUSTOMER shall", "shall pay", "pay within", "within 0", "0 days",
        "title:0", "title:fees", "title:reglem", "title:des", "title:frais", "kind:sentence", "type:dpa",
    }  # fmt: skip


def test_of_a_long_clause_the_beginning_is_seen() -> None:
    assert likelihood.LENGTH == 1500
    assert "tail" not in features(clause("x" * 1500 + " tail"), "")
    assert "tail" in features(clause("x" * 1495 + " tail"), "")


def test_likelihoods_are_sums_of_weights_over_the_root_of_how_much_is_seen() -> None:
    where = clause("train content")  # seen are two words, their pair, a kind and a type
    assert (
        FOUND.by(FOUND.evidence(where, "dpa"), "a.b=yes")
        == round(1 / (1 + math.exp(-20 / math.sqrt(5) / 10)), 4)
        == 0.7098
    )
    assert FOUND.by(FOUND.evidence(where, "dpa"), "a.b=no") == round(
        1 / (1 + math.exp(-((80 - 20) / math.sqrt(5) - 30) / 10)), 4
    )
    assert FOUND.by(FOUND.evidence(where, "dpa"), "a.b=maybe") is None


def test_a_value_has_a_class_and_an_amount_one_for_all() -> None:
    amount = replace(CHOICE, type="int", values=())
    assert [class_of(CHOICE, "yes"), class_of(replace(CHOICE, type="bool"), True), class_of(amount, 30)] == [
        "a.b=yes", "a.b=True", "a.b",
    ]  # fmt: skip


def kept(*found: Any, infos: Any = None) -> list[Any]:
    known = infos or {"a.b": CHOICE, "a.s": SET}
    return [(each.value, each.likelihood) for each in weighed(found, known, FOUND, "dpa")]


def test_what_no_clause_is_likely_to_state_is_left_out_unless_it_is_adverse() -> None:
    plain = clause("train everything")
    assert kept(statement("no", plain, confidence="medium")) == []
    assert kept(statement("no", plain)) == [("no", 0.0199)]  # a reading that is sure of itself
    assert kept(statement("yes", clause("nothing of it"))) == [("yes", 0.5)]
    worse = FactInfo("a.b", "Title", "enum", ("yes", "no"), "Meaning.", ("no", "yes"))
    assert kept(statement("no", plain), infos={"a.b": worse}) == [("no", 0.0199)]


def test_one_likely_clause_holds_the_others_of_its_value() -> None:
    likely, unlikely = clause("content", 1), clause("train it", 2)
    assert kept(statement("no", likely), statement("no", unlikely)) == [("no", 0.8346), ("no", 0.0199)]


def test_words_behind_a_lead_in_count_as_they_do_alone() -> None:
    """The lead-in's weigh against it, and are looked at where the reading is of them."""
    where = clause("train of much else: content", own=20)
    found = Likelihoods(0.0, ["a.b=no"], [-30], {"train": "0:-90", "conten": "0:90"})
    own, whole = (round(found.by(found.evidence(where, "", start), "a.b=no") or 0, 4) for start in (20, 0))
    assert whole < own
    for begin, chance in ((20, own), (0, whole)):
        only = replace(statement("no", where), fact="a.b", span=(begin, 27))
        assert [each.likelihood for each in weighed([only], {"a.b": CHOICE}, found, "")] == [chance]


def test_elements_of_a_set_stand_together() -> None:
    both = clause("train content")
    assert kept(statement("two", both, fact="a.s", confidence="medium")) == []
    assert kept(statement("two", both, fact="a.s"), statement("one", both, fact="a.s")) == [
        ("two", 0.0474), ("one", 0.5),
    ]  # fmt: skip


def test_of_what_was_not_learnt_and_what_states_nothing_no_likelihood_is_known() -> None:
    assert kept(statement("maybe")) == [("maybe", None)]
    assert kept(statement("no", clause("train everything"), inert=True)) == [("no", None)]
    # And a title that says the same makes no clause likelier.
    unsure = statement("no", clause("train everything"), confidence="medium")
    assert kept(unsure, statement("no", 2, inert=True)) == []


@pytest.mark.parametrize(
    ("found", "sure"),
    [((LIKELY,), "high"), ((LIKELY - 0.01,), "medium"), ((UNLIKELY,), "medium"), ((UNLIKELY - 0.01,), "low")],
)
def test_how_sure_a_likelihood_is(found: tuple[float, ...], sure: str) -> None:
    assert (LIKELY, UNLIKELY) == (0.75, 0.05)
    assert sureness([statement(1, likelihood=each, confidence="low") for each in found]) == sure
    assert sureness([statement(1, likelihood=0.01), statement(1, 1, likelihood=found[0])]) == sure


@pytest.mark.parametrize("code", ["en", "fr"])
def test_files_are_what_is_written_of_them(code: str) -> None:
    text = (likelihood.FOLDER / f"{code}.txt").read_text(encoding="utf-8")
    found = read_likelihoods(code)
    assert written(found) == text
    assert len(found.classes) == len(set(found.classes)) == len(found.intercepts)
    assert {each.partition("=")[0] for each in found.classes} <= facts().keys()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_feature_is_a_run_of_words(code: str) -> None:
    assert max(len(each.split(" ")) for each in read_likelihoods(code).weights) == 2


@pytest.mark.parametrize(
    ("text", "document_type", "fact", "value", "likely"),
    [
        ("We may amend these terms at any time without notice to you.", "terms_of_service", "change.notice", "none", True),
        ("We will tell you 60 days before these terms change.", "terms_of_service", "change.notice", "none", False),
        ("Neither party is liable for lost profits or other indirect damages.", "terms_of_service", "liability.consequential_excluded", True, True),
        ("The caterer brings lunch at noon.", "terms_of_service", "liability.consequential_excluded", True, False),
    ],
)  # fmt: skip
def test_what_was_learnt(text: str, document_type: str, fact: str, value: Any, likely: bool) -> None:
    from .make import document

    found = EXTRACTOR.clauses_of(document(text), "en")[0]
    likelihoods = read_likelihoods("en")
    chance = likelihoods.by(likelihoods.evidence(found, document_type), class_of(facts()[fact], value))
    assert chance is not None
    assert (chance >= LIKELY) == likely


def test_weights_of_another_folder(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(written(FOUND), encoding="utf-8")
    assert read_likelihoods("en", tmp_path) == FOUND


def test_what_a_line_says_of_a_class() -> None:
    line = "1:-29 2:42 12:3"
    assert [likelihood._weight(line, f"{at}:") for at in (1, 2, 12, 3, 29)] == [-29, 42, 3, 0, 0]
