"""`vendorlint compare`: two vendors or two offers side by side."""

import json
from pathlib import Path

import pytest

from .conftest import Vendorlint

POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
  licence-irrevocable: {severity: warning, on_silence: pass}
"""
HEAD = "# Terms of Service of {}\n\nBy using the Service, Customer agrees.\n\n"
LARKSPUR = HEAD.format("Larkspur") + (
    "1. We may use Customer Content to train our machine-learning models.\n\n"
    "2. These Terms are governed by the laws of France.\n\n"
    "3. The Service will be available 99.5% of each month.\n\n"
    "4. You grant us an irrevocable licence to use Customer Content.\n"
)
ASHDOWN = HEAD.format("Ashdown") + (
    "1. We will not use Customer Content to train our machine-learning models.\n\n"
    "2. These Terms are governed by the laws of Italy.\n\n"
    "3. The Service will be available 99.9% of each month.\n"
)


@pytest.fixture
def two(repository: Path) -> Path:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    for name, text in (("larkspur", LARKSPUR), ("ashdown", ASHDOWN)):
        folder = repository / "vendors" / name
        folder.mkdir()
        (folder / "terms.md").write_text(text)
    return repository


def test_what_differs_comes_first_with_which_is_better(vendorlint: Vendorlint, two: Path) -> None:
    run = vendorlint("compare", "larkspur", "ashdown")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        """\
                                          larkspur                      ashdown
AI training on customer content           - permitted (error)           + prohibited
Irrevocable content licence               - true (warning)              + silent
Availability                              - 99.5                        + 99.9
Consent to AI training                      none                          silent
Licence to customer content                 true                          silent
Purposes for which customer content may     ai_training                   silent
  be used
Governing law                               FR                            IT

7 facts differ, 3 are alike; larkspur is better in 0, ashdown in 3; findings: larkspur 1 error and 1 warning, ashdown none
"""
    )


def test_the_order_of_values_is_asked_before_the_policy(vendorlint: Vendorlint, two: Path) -> None:
    run = vendorlint("compare", "vendors/ashdown", "vendors/larkspur/terms.md", "--output", "json")
    found = {each["fact"]: each for each in json.loads(run.out)["facts"]}
    told = {name: (each["differs"], each["better"], each["by"]) for name, each in found.items()}
    assert told == {
        "ai.training.customer_content": (True, "first", "risk"),
        "licence.irrevocable": (True, "first", "policy"),
        "sla.uptime_percent": (True, "first", "risk"),
        "licence.granted": (True, None, None),
        "dispute.governing_law": (True, None, None),
        "ai.training.consent": (True, None, None),
        "licence.purposes": (True, None, None),
        "ai.model_providers": (False, None, None),
        "document.type": (False, None, None),
        "document.language": (False, None, None),
    }
    irrevocable = found["licence.irrevocable"]
    assert irrevocable["first"] == {"stated": None, "finding": None}
    assert irrevocable["second"] == {
        "stated": {
            "value": True,
            "conflict": False,
            "clauses": [
                {
                    "path": "vendors/larkspur/terms.md",
                    "line": 11,
                    "section": "Terms of Service of Larkspur, 4",
                    "quote": "You grant us an irrevocable licence to use Customer Content.",
                }
            ],
        },
        "finding": {
            "rule": "licence-irrevocable",
            "severity": "warning",
            "message": "The licence to customer content is irrevocable",
        },
    }


def test_clauses_and_what_is_alike_on_demand(vendorlint: Vendorlint, two: Path) -> None:
    lines = vendorlint("compare", "larkspur", "ashdown", "--verbose").out.splitlines()
    start = lines.index("Governing law                               FR                            IT")
    assert lines[start + 1 : start + 7] == [
        "    vendors/larkspur/terms.md:7, Terms of Service of Larkspur, 2",
        "      These Terms are governed by the laws of France.",
        "                                      ^^^^^^^^^^^^^^",
        "    vendors/ashdown/terms.md:7, Terms of Service of Ashdown, 2",
        "      These Terms are governed by the laws of Italy.",
        "                                      ^^^^^^^^^^^^^",
    ]
    assert "Language                                    en                            en" in lines


def test_markdown_has_the_better_value_bold_and_the_clauses_below(vendorlint: Vendorlint, two: Path) -> None:
    out = vendorlint("compare", "larkspur", "ashdown", "--output", "markdown").out
    assert out.splitlines()[4:7] == [
        "| fact | larkspur | ashdown |",
        "| --- | --- | --- |",
        "| AI training on customer content | permitted (error) | **prohibited** |",
    ]
    assert "> ashdown (vendors/ashdown/terms.md:7): These Terms are governed by the laws of Italy.\n" in out


def test_documents_of_one_vendor_are_called_by_their_paths(vendorlint: Vendorlint, two: Path) -> None:
    (two / "offer").mkdir()
    (two / "offer" / "terms.md").write_text(ASHDOWN)
    out = vendorlint("compare", "vendors/larkspur/terms.md", "offer/terms.md").out
    assert out.splitlines()[-1].startswith(
        "7 facts differ, 3 are alike; vendors/larkspur/terms.md is better in 0, offer/terms.md in 3; findings: "
    )


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (("larkspur", "ashdwn"), "vendorlint: ashdwn: no such file or folder (did you mean 'ashdown'?)\n"),
        (("vendors", "larkspur"), "vendorlint: 'vendors' has 3 vendors; expected one, a document or a facts file\n"),
        (("larkspur",), "vendorlint: missing argument 'B'; see 'vendorlint compare --help'\n"),
    ],
)
def test_what_is_wrong_is_one_line(vendorlint: Vendorlint, two: Path, words: tuple[str, ...], err: str) -> None:
    run = vendorlint("compare", *words)
    assert (run.code, run.out, run.err) == (2, "", err)


def test_a_waiver_makes_no_terms_better(vendorlint: Vendorlint, two: Path) -> None:
    twin = two / "vendors" / "twin"
    twin.mkdir()
    (twin / "terms.md").write_text(LARKSPUR)
    by = ("--reason", "The service is replaced in spring.", "--by", "ana@example.org", "--until", "2099-01-01")
    assert vendorlint("waive", "twin/ai-training-opt-in", *by).code == 0
    found = json.loads(vendorlint("compare", "larkspur", "twin", "--output", "json").out)
    assert [each["better"] for each in found["facts"] if each["better"]] == []
