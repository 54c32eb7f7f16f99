"""The list of issues as a Word document, and the workbook: what they say, and that what a contract says stays text in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from .conftest import TERMS, TODAY, Vendorlint

FORMULA = '=HYPERLINK("https://evil.example";"x")'
ATTACK = "\x1b[2J\u202e\u202c ]]> <w:p/> \ufffe"


def office(vendorlint: Vendorlint, folder: Path) -> tuple[list[list[str]], list[str], dict[str, list[list[Cell]]]]:
    """The rows of the document's tables, its other paragraphs, and the cells of the workbook by sheet."""
    outputs = ("--output", "docx=issues.docx", "--output", "xlsx=book.xlsx")
    run = vendorlint("check", "--today", TODAY, "--exit-zero", *outputs)
    assert (run.code, run.out) == (0, "")
    document, sheets = read(folder)
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return rows, [each.text for each in document.paragraphs if each.text], sheets


def read(folder: Path) -> tuple[Any, dict[str, list[list[Cell]]]]:
    book = load_workbook(folder / "book.xlsx")
    sheets = {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book}
    return Document(str(folder / "issues.docx")), sheets


def test_an_issue_has_its_clause_the_problem_what_to_ask_and_what_to_fall_back_to(
    vendorlint: Vendorlint, reviewed: Path
) -> None:
    rows, paragraphs, _ = office(vendorlint, reviewed)
    assert rows == [
        ["#", "Clause", "Problem", "Ask for", "Fall back to"],
        [
            "1",
            "1. Your Content, vendors/brightroom/terms of service.md:5\n"
            "You grant us a perpetual, worldwide licence to host and copy Your Content: to train our machine-learning models.",
            "Error: The terms have training on content\nIt hurts.\nConfidence of the reading: high\nRule: no-training",
            'Ask for "prohibited".\n'
            "Clause to propose: Never <img src=x> **train** \\x1b[2J on ]]> content, @octocat | #12.",
            "Training on what [each user](https://evil.example) agrees to.\nWalk away at: </script><script>Training on content.",
        ],
        [
            "2",
            "No clause found\n"
            "Closest: vendors/brightroom/terms of service.md:11: Your Content means the café's recordings that you upload.\n"
            "Closest: vendors/brightroom/terms of service.md:16: You assign to us all rights in your feedback.",
            "Info: Found no clause that says anything of naming of customers\nIt hurts.\nRule: asks-before-naming",
            'Find the clause, or ask the vendor where it stands. Ask for "prohibited".',
            "",
        ],
    ]
    assert paragraphs[0] == "Issues to negotiate"
    assert paragraphs[2:] == [
        "brightroom",
        "Accepted",
        "The terms have a licence without an end (waived: until 2027-06-30, approved by legal@example.org: It ends in June, see #12.)",
        "The terms have feedback that is given away (in the baseline)",
    ]


def test_the_workbook_has_findings_and_facts(vendorlint: Vendorlint, reviewed: Path) -> None:
    _, _, sheets = office(vendorlint, reviewed)
    findings, facts = ([[cell.value for cell in row] for row in sheets[name]] for name in ("Findings", "Facts"))
    assert [row[:4] for row in findings[1:]] == [
        ["brightroom", "info", "asks-before-naming", "Found no clause that says anything of naming of customers"],
        ["brightroom", "error", "licence-ends", "The terms have a licence without an end"],
        ["brightroom", "error", "no-training", "The terms have training on content"],
        ["brightroom", "warning", "feedback-kept", "The terms have feedback that is given away"],
    ]
    assert facts[:2] == [
        ["vendor", "fact", "status", "value", "holds for", "confidence", "document", "line", "clause", "quote"],
        ["brightroom", "licence.duration", "stated", "perpetual", None, "high", "terms", 5, "1. Your Content", "You grant us a perpetual, worldwide licence to host and copy Your Content:"],
    ]  # fmt: skip
    assert [row[1] for row in facts[2:]] == [
        "licence.ownership_retained", "licence.feedback", "ai.training.customer_content", "ai.training.customer_content",
    ]  # fmt: skip
    assert [cell.value for cell in sheets["Not checked"][0]] == ["vendor", "whole", "path", "line", "reason"]


def test_no_cell_is_a_formula_and_no_text_is_markup(vendorlint: Vendorlint, books: Path) -> None:
    home = books / "vendors" / "brightroom"
    (home / "vendor.yaml").write_text(f"version: 1\nname: '{FORMULA}'\n")
    terms = f"{TERMS}\n{FORMULA} {ATTACK} We may use Your Content to train our machine-learning models.\n"
    (home / "terms of service.md").write_text(terms)
    (books / "vendors" / "empty").mkdir()
    (books / "vendors" / "empty" / "+1.md").write_text("\0")
    outputs = ("--output", "docx=issues.docx", "--output", "xlsx=book.xlsx")
    assert vendorlint("check", *outputs, "--exit-zero").code == 2
    document, sheets = read(books)
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"] == [FORMULA, "Not checked"]
    training = next(row.cells[1].text for row in document.tables[0].rows if "no-training" in row.cells[2].text)
    assert training.endswith(
        '=HYPERLINK("https://evil.example";"x") \\x1b[2J\\u202e\\u202c ]]> <w:p/> \\ufffe We may use Your Content to train our machine-learning models.'
    )
    cells = [cell for sheet in sheets.values() for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}  # n is what is empty, too
    assert {type(cell.value) for cell in cells if cell.data_type == "n"} == {int, type(None)}
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")
    assert any(str(cell.value).startswith(FORMULA) for cell in cells)
    assert [cell.value for cell in sheets["Not checked"][1]][:3] == ["empty", "true", "vendors/empty/+1.md"]


@pytest.mark.parametrize(("form", "package"), [("docx", "python-docx"), ("xlsx", "openpyxl")])
def test_what_is_not_installed_is_one_line(
    vendorlint: Vendorlint, reviewed: Path, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package.removeprefix("python-"), None)
    run = vendorlint("check", "--output", f"{form}=out", "--output", "json=out.json")
    message = f"vendorlint: --output {form} needs {package}; pip install 'vendorlint[{form}]'\n"
    assert (run.code, run.out, run.err) == (2, "", message)
    assert not (reviewed / "out.json").exists()


def test_they_go_to_files_alone(vendorlint: Vendorlint, reviewed: Path) -> None:
    run = vendorlint("check", "--output", "xlsx")
    assert (run.code, run.out, run.err) == (2, "", "vendorlint: --output: xlsx is no text; expected xlsx=FILE\n")


def test_clauses_come_with_what_their_terms_mean(vendorlint: Vendorlint, reviewed: Path) -> None:
    (reviewed / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  licence-term: {severity: error, on_silence: pass}\n"
    )
    _, paragraphs, _ = office(vendorlint, reviewed)
    assert paragraphs[-3] == "Definitions to put in once with these clauses"
    assert paragraphs[-2].startswith('"Services" means ')
    assert paragraphs[-1].startswith('"Customer Content" means ')


def test_a_vendor_that_no_rule_is_for_has_not_passed(vendorlint: Vendorlint, reviewed: Path) -> None:
    (reviewed / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  licence-term: {severity: error, applies_to: {tier: [low]}}\n"
    )
    vendorlint("check", "--today", TODAY, "--output", "docx=issues.docx", "--output", "xlsx=book.xlsx")
    document, _ = read(reviewed)
    assert "Not checked: no rule of the policy applies." in [each.text for each in document.paragraphs]
