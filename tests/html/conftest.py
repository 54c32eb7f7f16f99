"""Opens HTML reports of a test's own procurement repositories in a headless Chromium."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from vendorlint.facts.provenance import EXTRACTED_BY, digests, sealed

from ..command import run_command

CHECK = ("check", "--today", "2026-11-25", "--trust-facts")
RECORD_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


def evidence(document: str, text: str, quote: str, **more: Any) -> dict[str, Any]:
    """Evidence for a quote of one line or of several, as a facts file has it."""
    start = text.index(quote)
    first, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    lines = [first, first + quote.count("\n")]
    return {"document": document, "lines": lines, "column": column, "quote": " ".join(quote.split()), **more}


def write_vendor(
    root: Path,
    name: str,
    texts: dict[str, str],
    facts: dict[str, Any],
    declared: dict[str, Any] | None = None,
    **more: Any,
) -> None:
    """A vendor's folder: a document per text, by its id, in the language that begins the id; facts by dotted name, and what
    `more` a facts file may hold."""
    folder = root / "vendors" / name
    folder.mkdir(parents=True)
    documents = []
    for document, text in texts.items():
        raw = text.encode()
        (folder / f"{document}.md").write_bytes(raw)
        documents.append(
            {
                "id": document,
                "path": f"{document}.md",
                "sha256": hashlib.sha256(raw).hexdigest(),
                "type": "terms_of_service",
                "language": document[:2],
            }
        )
    nested: dict[str, Any] = {}
    for fact, node in facts.items():
        *families, last = fact.split(".")
        place = nested
        for family in families:
            place = place.setdefault(family, {})
        place[last] = node
    file = {"version": 1, "vendor": name, "documents": documents, "facts": nested, **more}
    by = {"vendorlint": "0.1", "definitions": "0" * 12, "facts": digests(file)}
    file = sealed({**file, EXTRACTED_BY: by})
    (folder / "facts.yaml").write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    if declared:
        (folder / "vendor.yaml").write_text(json.dumps({"version": 1, **declared}), encoding="utf-8")


def stated(value: Any, *pieces: dict[str, Any]) -> dict[str, Any]:
    """A fact of high confidence."""
    return {"value": value, "confidence": "high", "evidence": list(pieces)}


def write_policy(root: Path, requirements: dict[str, Any]) -> None:
    (root / ".git").mkdir(parents=True)
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\n", encoding="utf-8")
    (root / "policies").mkdir()
    policy = {"version": 1, "name": "house", "requirements": requirements}
    (root / "policies" / "house.yaml").write_text(json.dumps(policy), encoding="utf-8")


def vendorlint(root: Path, *arguments: str) -> None:
    """Runs a command that has to succeed."""
    run = run_command(*arguments, cwd=root, environ={})
    assert run.code == 0, run.err


def check(root: Path) -> Path:
    """The report of `vendorlint check` on the repository, by its facts as they were made up."""
    vendorlint(root, *CHECK, "--exit-zero", "--output", "html=report.html")
    return root / "report.html"


TERMS = """\
# Acme Terms of Service

## 1. Your Content

You grant Acme a perpetual, irrevocable licence to use
Your Content, worldwide and without payment, and to have
others use it.

We may use Your Content to train our models. We will not
use Your Content to train our models.

## 2. Changes

If you continue to use the Services after a change, you accept it.
"""
GRANT = "You grant Acme a perpetual, irrevocable licence to use\nYour Content, worldwide and without payment"
WHOLE_GRANT = f"{GRANT}, and to have\nothers use it."
ANNEX = "# Avenant\n\nVous conservez la propriété de vos Contenus.\n"
QUIET = "# Quiet Agreement\n\nQuiet never trains models on Customer Content.\n"
POLICY = {
    "ai-training-opt-in": {"severity": "error", "on_silence": "warning"},
    "licence-irrevocable": {"severity": "error", "on_silence": "info"},
    "licence-term": {"severity": "error", "on_silence": "pass"},
    "data-breach-notice": {"severity": "warning", "on_silence": "warning"},
    "change-continued-use": {"severity": "info", "on_silence": "pass"},
}
WAIVER = {
    "rule": "licence-term",
    "vendor": "acme",
    "reason": "Accepted for the pilot of this year.",
    "approved_by": "legal@example.org",
    "ticket": "https://tickets.example.org/7",
    "expires": "2027-06-30",
}


def write_acme(root: Path) -> None:
    """Acme has a finding of each kind: stated, silent, conflicting, waived, in the baseline; Quiet has silences only."""
    write_policy(root, POLICY)
    (root / "waivers.yaml").write_text(json.dumps({"version": 1, "waivers": [WAIVER]}), encoding="utf-8")
    grant = evidence("en-terms", TERMS, GRANT, section="1. Your Content")
    whole = evidence("en-terms", TERMS, WHOLE_GRANT, section="1. Your Content")
    may = evidence("en-terms", TERMS, "We may use Your Content to train our models.", section="1. Your Content")
    ban = evidence("en-terms", TERMS, "We will not\nuse Your Content to train our models.", section="1. Your Content")
    change = evidence("en-terms", TERMS, "If you continue to use the Services after a change, you accept it.")
    owner = evidence("fr-avenant", ANNEX, "Vous conservez la propriété de vos Contenus.")
    acme = {
        "licence.irrevocable": stated(True, grant | {"words": ["irrevocable"]}),
        "licence.duration": stated("perpetual", whole | {"words": ["perpetual"]}),
        "licence.ownership_retained": stated(True, owner),
        "ai.training.customer_content": {"conflict": [stated("permitted", may), stated("prohibited", ban)]},
        "change.acceptance": stated("continued_use", change),
    }
    declared = {"name": "Acme Meetings", "owner": "workplace-it", "tier": "critical", "data": ["personal"]}
    near = {"data.breach_notice": [{"document": "en-terms", "lines": [14, 14], "columns": [1, 66]}]}
    write_vendor(root, "acme", {"en-terms": TERMS, "fr-avenant": ANNEX}, acme, declared, candidates=near)
    never = evidence("en-agreement", QUIET, "Quiet never trains models on Customer Content.")
    quiet = {"ai.training.customer_content": stated("prohibited", never)}
    write_vendor(root, "quiet", {"en-agreement": QUIET}, quiet)
    vendorlint(root, *CHECK, "--exit-zero", "--output", "json=found.json")
    found = json.loads((root / "found.json").read_text(encoding="utf-8"))["findings"]
    adopted = [
        {key: each[key] for key in ("fingerprint", "rule", "vendor", "message")}
        for each in found
        if each["rule"] == "change-continued-use" and each["vendor"] == "acme"
    ]
    baseline = {"version": 1, "findings": adopted}
    (root / "vendorlint-baseline.json").write_text(json.dumps(baseline), encoding="utf-8")


@dataclass
class Seen:
    """What a page did besides showing itself."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


Open = Callable[..., Page]


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def open_report(browser: Browser, seen: Seen) -> Iterator[Open]:
    """Opens a report at a fragment. At the end no page may have had an error, nor asked for anything but itself."""
    contexts: list[BrowserContext] = []

    def opened(report: Path, fragment: str = "", **options: Any) -> Page:
        contexts.append(browser.new_context(**({"viewport": {"width": 1400, "height": 900}} | options)))
        contexts[-1].add_init_script(RECORD_VIOLATIONS)
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.errors.append(message.text))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.goto(report.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        for page in context.pages:
            assert page.evaluate("violations") == []
        context.close()
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert seen.errors == []


@pytest.fixture(scope="session")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on Acme and Quiet."""
    root = tmp_path_factory.mktemp("acme")
    write_acme(root)
    return check(root)
