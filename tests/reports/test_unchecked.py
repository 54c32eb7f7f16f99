"""What could not be checked, in each format, and as those who read it do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from junitparser import Error, JUnitXml

from vendorlint.schemas.schema import schema

from .conftest import TERMS, TODAY, Vendorlint, published_schema
from .test_formats import GITLAB_SCHEMA, as_the_runner_reads

GERMAN = "Die Kundin räumt dem Anbieter das Recht ein, ihre Daten während der Laufzeit des Vertrags zu nutzen.\n"
NO_GERMAN = "is in a language (de) that vendorlint cannot read; it reads: en, fr"
NO_PAGES = "is broken: it has no readable list of pages; save or export it again"
NO_TERMS = "holds no terms (.doc, .docm, .docx, .dotx, .eml, .htm, .html, .markdown, .md, .mht, .mhtml, .msg, .odt, .pdf, .rtf, .txt, .xhtml) and no facts.yaml"
GONE = "terms.md: no such file"
WHOLE = "{} was not checked: {}"
WITHOUT = "{} was checked without this document, and silences may be wrong: {}"


@pytest.fixture
def mixed(reviewed: Path, vendorlint: Vendorlint) -> Path:
    """Beside brightroom: alder in German, birch with nothing in it, cedar with a broken PDF, elm with facts whose terms are gone."""
    vendors = reviewed / "vendors"
    for name in ("alder", "birch", "cedar", "elm"):
        (vendors / name).mkdir()
    (vendors / "alder" / "agb [1].md").write_text(GERMAN, encoding="utf-8")
    (vendors / "cedar" / "terms.md").write_text(TERMS, encoding="utf-8")
    (vendors / "cedar" / "dpa.pdf").write_bytes(b"%PDF-1.7 and no page")
    (vendors / "elm" / "terms.md").write_text(TERMS, encoding="utf-8")
    vendorlint("extract", "vendors/elm")
    (vendors / "elm" / "terms.md").unlink()
    return reviewed


def told(line: int = 6) -> list[tuple[str, str, int, str]]:
    """Each with its vendor, path, line and message."""
    return [
        ("alder", "vendors/alder/agb [1].md", 1, WHOLE.format("alder", NO_GERMAN)),
        ("birch", "vendors/birch", 1, WHOLE.format("birch", NO_TERMS)),
        ("cedar", "vendors/cedar/dpa.pdf", 1, WITHOUT.format("cedar", NO_PAGES)),
        ("elm", "vendors/elm/facts.yaml", line, WHOLE.format("elm", GONE)),
    ]


def checked(vendorlint: Vendorlint, name: str, *options: str) -> str:
    run = vendorlint("check", "--today", TODAY, "--output", name, *options)
    assert run.code == 2
    return run.out


def test_json(vendorlint: Vendorlint, mixed: Path) -> None:
    report = json.loads(checked(vendorlint, "json"))
    Draft7Validator(schema("report")).validate(report)
    reasons = (NO_GERMAN, NO_TERMS, NO_PAGES, GONE)
    assert report["unchecked"] == [
        {
            "vendor": vendor,
            "what": "document" if vendor == "cedar" else "vendor",
            "location": {"path": path, "line": line, "column": 11 if vendor == "elm" else 1},
            "reason": reason,
        }
        for (vendor, path, line, _), reason in zip(told(), reasons, strict=True)
    ]
    assert report["summary"]["vendors"] == ["brightroom", "cedar"]


def test_sarif(vendorlint: Vendorlint, mixed: Path) -> None:
    sarif = json.loads(checked(vendorlint, "sarif"))
    Draft7Validator(published_schema("sarif-2.1.0.json"), format_checker=Draft7Validator.FORMAT_CHECKER).validate(sarif)
    (invocation,) = sarif["runs"][0]["invocations"]
    errors = [each for each in invocation["toolExecutionNotifications"] if each["level"] == "error"]
    assert (invocation["executionSuccessful"], [_place(each) for each in errors]) == (
        False,
        [(f"books/{path}".replace(" [1]", "%20%5B1%5D"), line, message) for _, path, line, message in told()],
    )


def _place(notification: dict[str, Any]) -> tuple[str, int, str]:
    place = notification["locations"][0]["physicalLocation"]
    return place["artifactLocation"]["uri"], place["region"]["startLine"], notification["message"]["text"]


def test_sarif_of_a_whole_run_is_successful(vendorlint: Vendorlint, reviewed: Path) -> None:
    sarif = json.loads(vendorlint("check", "--output", "sarif").out)
    assert sarif["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_junit(vendorlint: Vendorlint, mixed: Path) -> None:
    xml = JUnitXml.fromstring(checked(vendorlint, "junit").encode())
    errors = {
        suite.name: [(case.name, result.message, result.text) for case in suite for result in case.result if type(result) is Error]
        for suite in xml
    }  # fmt: skip
    assert errors == {"brightroom": []} | {
        vendor: [(f"not checked: books/{path}", message.partition(": ")[2], message)]
        for vendor, path, _, message in told()
    }
    assert (xml.errors, {suite.name: suite.tests for suite in xml}) == (
        4,
        {"brightroom": 5, "cedar": 6, "alder": 1, "birch": 1, "elm": 1},
    )


def test_github(vendorlint: Vendorlint, mixed: Path) -> None:
    out = checked(vendorlint, "github")
    assert as_the_runner_reads(out)[:4] == [
        (
            "error",
            {"file": f"books/{path}", "line": str(line), "endLine": str(line), "title": f"not checked: {vendor}"},
            message,
        )
        for vendor, path, line, message in told()
    ]
    assert out.splitlines()[-1].endswith(", 3 vendors and 1 document not checked")


def test_gitlab(vendorlint: Vendorlint, mixed: Path) -> None:
    issues = json.loads(checked(vendorlint, "gitlab"))
    Draft7Validator(GITLAB_SCHEMA).validate(issues)
    blockers = [issue for issue in issues if issue["severity"] == "blocker"]
    assert blockers == issues[:4]
    assert [(each["check_name"], each["location"], each["description"]) for each in blockers] == [
        ("unchecked", {"path": f"books/{path}", "lines": {"begin": line}}, message) for _, path, line, message in told()
    ]
    identity = ["unchecked", "cedar", "books/vendors/cedar/dpa.pdf", NO_PAGES]
    assert blockers[2]["fingerprint"] == hashlib.sha256(json.dumps(identity).encode()).hexdigest()


def test_markdown(vendorlint: Vendorlint, mixed: Path) -> None:
    out = checked(vendorlint, "markdown")
    section = out.partition("### Not checked\n\n")[2].partition("\n\n")[0]
    whole, one = "all of it", "one document: silences may be wrong"
    assert section.splitlines() == [
        "| vendor | what | place | reason |",
        "| --- | --- | --- | --- |",
        f"| alder | {whole} | books/vendors/alder/agb \\[1\\].md:1:1 | is in a language \\(de\\) that vendorlint cannot read; it reads: en, fr |",
        f"| birch | {whole} | books/vendors/birch:1:1 | holds no terms \\(.doc, .docm, .docx, .dotx, .eml, .htm, .html, .markdown, .md, .mht, .mhtml, .msg, .odt, .pdf, .rtf, .txt, .xhtml\\) and no facts.yaml |",
        f"| cedar | {one} | books/vendors/cedar/dpa.pdf:1:1 | {NO_PAGES} |",
        f"| elm | {whole} | books/vendors/elm/facts.yaml:6:11 | {GONE} |",
    ]
    assert "\n**Failed** (fails on error): " in out
    without = checked(vendorlint, "markdown", "--vendor", "alder", "--vendor", "brightroom", "--policy", "lenient.yaml")
    assert "\n**Incomplete** (fails on error): " in without


@pytest.fixture(autouse=True)
def lenient(books: Path) -> None:
    """A policy that fails nothing."""
    (books / "lenient.yaml").write_text("version: 1\nname: lenient\nrequirements:\n  content-kept: {severity: info}\n")


def test_html(vendorlint: Vendorlint, mixed: Path) -> None:
    out = checked(vendorlint, "html")
    assert '; <a href="#unchecked">3 vendors and 1 document not checked</a>.' in out
    section = out.partition('<h2 id="unchecked">Not checked</h2>')[2].partition("</ul>")[0]
    one = ", judged by its other documents: what they are silent about may stand in this one"
    quoted = GONE.replace("'", "&#39;")
    assert section.strip() == '<ul class="notices">' + "".join(
        [
            f"<li><strong>alder</strong>: <code>vendors/alder/agb [1].md:1:1</code> {NO_GERMAN}</li>",
            f"<li><strong>birch</strong>: <code>vendors/birch:1:1</code> {NO_TERMS}</li>",
            f"<li><strong>cedar</strong>{one}: <code>vendors/cedar/dpa.pdf:1:1</code> {NO_PAGES}</li>",
            f"<li><strong>elm</strong>: <code>vendors/elm/facts.yaml:6:11</code> {quoted}</li>",
        ]
    )
    assert '<strong class="verdict fails">Fails</strong>' in out
    without = checked(vendorlint, "html", "--vendor", "alder", "--vendor", "brightroom", "--policy", "lenient.yaml")
    assert '<strong class="verdict fails">Incomplete</strong>' in without


def test_a_name_that_looks_like_a_command_is_none(vendorlint: Vendorlint, mixed: Path) -> None:
    (mixed / "vendors/alder/::error::x,y%0A|<b>.md").write_text(GERMAN, encoding="utf-8")
    for name in ("text", "github", "markdown", "html"):
        lines = checked(vendorlint, name).splitlines()
        assert not any(line.lstrip().startswith("::error::") for line in lines)
        assert name not in {"markdown", "html"} or "<b>.md" not in "\n".join(lines)
