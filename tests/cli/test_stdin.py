"""`-` for a path: a document on standard input."""

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from ..command import COMMAND, surroundings
from .conftest import Vendorlint

TERMS = """\
# Larkspur Terms of Service

By using the Service, Customer agrees.

1. We may use Customer Content to train our machine-learning models.
"""
PAGE = TERMS.replace("# Larkspur Terms of Service", "<!DOCTYPE html><html><body><h1>Larkspur Terms</h1>").replace(
    "1. ", "<p>"
)


def piped(root: Path, text: str | bytes, *arguments: str) -> tuple[int, str, str]:
    raw = text.encode() if isinstance(text, str) else text
    run = subprocess.run(
        [*COMMAND, *arguments], cwd=root, input=raw, capture_output=True, env=surroundings(), check=False
    )
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def test_check_calls_it_as_one_says(repository: Path) -> None:
    code, out, err = piped(repository, TERMS, "check", "-", "--quiet", "--stdin-filename", "offers/larkspur.md")
    (line,) = [line for line in out.splitlines() if "ai-training-opt-in" in line]
    assert (code, err, line.startswith("offers/larkspur.md:5:4: error[ai-training-opt-in] ")) == (1, "", True)


def test_every_report_calls_it_so(repository: Path) -> None:
    outputs = [word for name in ("json", "sarif", "html", "csv") for word in ("--output", f"{name}=out.{name}")]
    assert piped(repository, TERMS, "check", "-", "--stdin-filename", "offers/larkspur.md", *outputs)[0] == 1
    for name in ("json", "sarif", "html", "csv"):
        text = (repository / f"out.{name}").read_text()
        assert ("offers/larkspur.md" in text, "vendorlint-" in text.replace("vendorlint-baseline", "")) == (True, False)
    found = json.loads((repository / "out.json").read_text())["findings"]
    assert {finding["vendor"] for finding in found} == {"larkspur"}


@pytest.mark.parametrize(
    ("text", "name"), [(TERMS, "stdin.md"), (PAGE, "stdin.html"), (f"\ufeff \n{PAGE}", "stdin.html")]
)
def test_extract_prints_its_facts_and_writes_nothing(repository: Path, text: str, name: str) -> None:
    before = sorted(repository.rglob("*"))
    code, out, _ = piped(repository, text, "extract", "-", "--format", "json")
    facts = json.loads(out)
    assert (code, facts["vendor"], facts["documents"][0]["path"]) == (0, "stdin", name)
    assert facts["facts"]["ai"]["training"]["customer_content"]["value"] == "permitted"
    assert sorted(repository.rglob("*")) == before


def test_what_is_no_terms_is_one_line(repository: Path) -> None:
    for text, told in (
        ("", "is empty; expected the terms of a vendor"),
        (b"%PDF-1.7 broken", "is broken: "),
    ):
        code, out, err = piped(repository, text, "check", "-")
        name = "stdin.pdf" if text else "stdin.md"
        assert (code, out, err.startswith(f"vendorlint: {name}: {told}"), err.count("\n")) == (2, "", True, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "-", "vendors"), "'-' is standard input, and goes without other paths"),
        (("check", "--stdin-filename", "a.md"), "--stdin-filename goes with '-', which reads standard input"),
        (("check", "-", "--stdin-filename", "vendorlint.yaml"), "--stdin-filename is 'vendorlint.yaml'; expected a name that ends in one of .doc, "),
        (("check", "-", "--stdin-filename", ".."), "--stdin-filename is '..'; expected a name that ends in one of .doc, "),
        (("extract", "-", "--check"), "--stdout goes with one document or vendor folder, and without --check"),
    ],
)  # fmt: skip
def test_what_does_not_go_together(
    vendorlint: Vendorlint, repository: Path, arguments: tuple[str, ...], told: str
) -> None:
    run = vendorlint(*arguments)
    assert (run.code, run.out, run.err.startswith(f"vendorlint: {told}"), run.err.count("\n")) == (2, "", True, 1)


def test_an_opendocument_text_is_known_by_its_beginning(repository: Path) -> None:
    content = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
 <text:h text:outline-level="1">Larkspur Terms of Service</text:h>
 <text:p>We may use Customer Content to train our machine-learning models.</text:p>
 </office:text></office:body></office:document-content>"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    code, out, err = piped(repository, file.getvalue(), "extract", "-", "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["documents"][0]["path"] == "stdin.odt"
