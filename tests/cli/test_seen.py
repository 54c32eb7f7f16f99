"""What a person sees otherwise than it was read: told wherever a vendor is looked at, and a finding where one asks for that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from .conftest import TERMS, Vendorlint

TERMS_PATH = "vendors/brightleaf/terms.md"
TOLD = f"{TERMS_PATH}:7: note 2 words: struck out, and left out (line 7; line 9)"
FINDING = f"{TERMS_PATH}:7:1: error[documents-as-seen] A person sees something else than what was read: terms (words: struck 2)"


@pytest.fixture
def struck(repository: Path) -> Path:
    """Terms with two words struck."""
    text = TERMS.replace("We may use", "We may ~~not~~ use").replace("## 2. Changes", "## 2. ~~All~~ Changes")
    terms = repository / TERMS_PATH
    terms.write_text(text)
    return terms


def settings(repository: Path, *lines: str) -> None:
    (repository / "vendorlint.yaml").write_text("\n".join(("version: 1", *lines, "")))


def tier(repository: Path, name: str) -> None:
    (repository / "vendors" / "brightleaf" / "vendor.yaml").write_text(
        f"version: 1\nname: Brightleaf\nowner: legal\ntier: {name}\n"
    )


@pytest.mark.usefixtures("struck")
def test_extract_and_text_tell_of_it_and_facts_keep_it(vendorlint: Vendorlint, repository: Path) -> None:
    sentence = "2 words: struck out, and left out (line 7; line 9)"
    assert vendorlint("extract").out.splitlines()[0] == f"{TERMS_PATH}: {sentence}"
    assert vendorlint("text", TERMS_PATH).err == f"{TERMS_PATH}: warning: {sentence}\n"
    facts = yaml.safe_load((repository / "vendors" / "brightleaf" / "facts.yaml").read_text())
    assert facts["documents"][0]["notes"] == [
        {"kind": "struck", "place": "line 7", "words": 1},
        {"kind": "struck", "place": "line 9", "words": 1},
    ]
    assert facts["facts"]["ai"]["training"]["customer_content"]["value"] == "permitted"


@pytest.mark.usefixtures("struck")
def test_reports_tell_of_it(vendorlint: Vendorlint, repository: Path) -> None:
    outputs = [word for name in ("json", "html") for word in ("--output", f"{name}={repository / name}")]
    assert TOLD in vendorlint("check", "--output", "text", *outputs).out
    report = json.loads((repository / "json").read_text())
    noted = {"vendor": "brightleaf", "path": TERMS_PATH, "kind": "struck", "words": 1}
    assert report["reading_notes"] == [noted | {"place": "line 7"}, noted | {"place": "line 9"}]
    assert "2 words: struck out, and left out (line 7; line 9)" in (repository / "html").read_text()


def test_terms_that_show_what_they_state_have_no_notes(vendorlint: Vendorlint, repository: Path) -> None:
    assert vendorlint("extract").out == "vendors/brightleaf/facts.yaml: 11 facts\n"
    assert "notes" not in (repository / "vendors" / "brightleaf" / "facts.yaml").read_text()
    assert vendorlint("text", TERMS_PATH).err == ""


@pytest.mark.usefixtures("struck")
@pytest.mark.parametrize(("name", "fails"), [("critical", True), ("standard", False), ("low", False)])
def test_packs_fail_for_critical_vendors(vendorlint: Vendorlint, repository: Path, name: str, *, fails: bool) -> None:
    settings(repository, "policy: vendorlint/dora-art-30")
    tier(repository, name)
    run = vendorlint("check")
    assert (FINDING in run.out, TOLD in run.out) == (fails, True)


@pytest.mark.usefixtures("struck")
def test_the_setting_decides_for_all_vendors(vendorlint: Vendorlint, repository: Path) -> None:
    tier(repository, "critical")
    settings(repository, "policy: vendorlint/baseline", "reading_notes: warn")
    assert FINDING not in vendorlint("check").out
    tier(repository, "low")
    settings(repository, "policy: vendorlint/ai", "reading_notes: fail")
    run = vendorlint("check")
    assert (FINDING in run.out, run.code) == (True, 1)
    assert FINDING not in vendorlint("check", VENDORLINT_READING_NOTES="warn").out
    wrong = vendorlint("check", VENDORLINT_READING_NOTES="fial")
    assert (wrong.code, wrong.err) == (
        2,
        "vendorlint: VENDORLINT_READING_NOTES: found 'fial'; expected one of warn, fail (did you mean 'fail'?)\n",
    )


@pytest.mark.usefixtures("struck")
def test_a_policy_may_allow_kinds_of_notes(vendorlint: Vendorlint, repository: Path) -> None:
    tier(repository, "critical")
    pack = "version: 1\nname: house\nrequirements:\n  documents-as-seen: {params: {allowed: [struck]}}\n"
    (repository / "policies" / "house.yaml").write_text(pack)
    settings(repository, "policy: policies/house.yaml")
    run = vendorlint("check")
    assert (FINDING in run.out, run.code) == (False, 0)


def test_what_is_only_to_fill_in_is_a_warning_unless_the_policy_asks_for_more(
    vendorlint: Vendorlint, repository: Path
) -> None:
    terms = repository / TERMS_PATH
    terms.write_text(f"{TERMS}\n## 9. Notices\n\nLetters go to the address of ____________.\n")
    at = f"{TERMS_PATH}:{len(terms.read_text().splitlines())}:1"
    for severity in ("warning", "error"):
        (repository / "policies" / "house.yaml").write_text(
            f"version: 1\nname: house\nrequirements:\n  documents-as-seen: {{}}\n  documents-filled-in: {{severity: {severity}}}\n"
        )
        settings(repository, "policy: policies/house.yaml")
        [line] = [line for line in vendorlint("check").out.splitlines() if "[documents-" in line]
        assert line.startswith(
            f"{at}: {severity}[documents-filled-in] There is something to fill in: terms (words: blank 1)"
        )
