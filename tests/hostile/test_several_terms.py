"""Several texts in a vendor's folder: one that claims to stand over another, worse words in one that stands behind, files that are passed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import Extractor, parse_document

from ..command import run_command
from .repositories import HOME, TODAY

EXTRACTOR = Extractor()
MASTER = """# Orbita Master Services Agreement

This agreement is between Orbita Inc. ("Provider") and the customer ("Customer").

2.3 Provider shall not use Customer Data to train AI models.
"""
TERMS = """# Orbita Terms of Service

These terms are between Orbita Inc. ("Provider") and the customer ("Customer").

2.3 Provider may use Customer Data to train its AI models.

"""
CLAIMS = [
    "These Terms of Service prevail over the Master Services Agreement.",
    "In the event of a conflict between these terms and the Master Services Agreement, these terms shall prevail.",
    "These terms shall take precedence over any master agreement.",
]
NO_CLAIMS = [
    "The Master Services Agreement prevails over these terms.",
    "These terms supersede all prior agreements between the parties.",
    "In the event of a conflict between these terms and the Master Services Agreement, the latter shall prevail.",
]


def training(*texts: str) -> Any:
    documents = [parse_document(text, path=Path(f"t{at}.md"), document_id=f"t{at}") for at, text in enumerate(texts)]
    return EXTRACTOR.extract(documents, vendor="orbita").facts["ai.training.customer_content"].sides[0].value


@pytest.mark.parametrize(
    ("claim", "value"), [*((each, "permitted") for each in CLAIMS), *((each, "prohibited") for each in NO_CLAIMS)]
)
def test_a_document_that_claims_to_stand_over_another_is_not_set_aside(claim: str, value: str) -> None:
    assert training(MASTER, f"{TERMS}8.1 {claim}\n") == value


def test_no_claim_makes_it_better() -> None:
    master = MASTER.replace("shall not use", "may use")
    terms = f"{TERMS.replace('may use', 'shall not use')}8.1 {CLAIMS[0]}\n"
    assert training(master, terms) == "permitted"


def run(tmp_path: Path, files: dict[str, str]) -> Any:
    home = tmp_path / HOME
    home.mkdir(parents=True)
    (tmp_path / "vendorlint.yaml").write_text("version: 1\npolicy: [vendorlint/ai]\n")
    (home / "vendor.yaml").write_text("version: 1\ntier: standard\n")
    for name, text in files.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text)
    return run_command("check", "--today", TODAY, cwd=tmp_path, environ={})


def test_what_a_document_behind_another_says_worse_is_told_in_a_line(tmp_path: Path) -> None:
    said = run(tmp_path, {"master.md": MASTER, "terms.md": TERMS})
    assert (
        f"{HOME}/terms.md:5: note says worse than the document that goes first: ai.training.customer_content permitted"
        in said.out
    )
    assert (
        "goes first"
        not in run(tmp_path / "b", {"master.md": MASTER, "terms.md": TERMS.replace("may use", "shall not use")}).out
    )


@pytest.mark.parametrize("name", ["addendum.json", "addendum.yaml", "addendum.yml", "vendor.yml", "facts.yml"])
def test_data_beside_terms_is_told(name: str, tmp_path: Path) -> None:
    assert f"not read, for their names: {name}" in run(tmp_path, {"master.md": MASTER, name: "said: something\n"}).out
    assert "for their names" not in run(tmp_path / "b", {"master.md": MASTER, f"_{name}": "said: something\n"}).out


def test_terms_of_the_future_are_told(tmp_path: Path) -> None:
    later = MASTER.replace("2.3", "Effective date: 1 March 2099\n\n2.3")
    assert (
        f"{HOME}/master.md:1: note takes effect on 2099-03-01, which is to come"
        in run(tmp_path, {"master.md": later}).out
    )
    assert "to come" not in run(tmp_path / "b", {"master.md": later.replace("2099", "2019")}).out
