"""Contracts, waivers and declarations that try to be markup, script or commands: they are shown as text, and nothing runs."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ..command import run_command
from ..reports.conftest import NEGOTIATE, rule_file
from .conftest import Open, check, evidence, stated, write_policy, write_vendor

RUN = "window.ran = true"
SPOOFED = "We may train our models \u202eslebaI no\u202c\u200b and \x1b[2Jmore."
LINES = [
    f"# Terms <script>{RUN}</script>",
    "",
    f"</script><script>{RUN}</script> ]]> <!-- <img src=x onerror='{RUN}'> {{{{ 7 * 7 }}}} &lt;b&gt; \\u003cb\\u003e",
    "",
    f'<svg onload="{RUN}"><a href="javascript:{RUN}">here</a> [here](javascript:{RUN}) https://tracker.example/pixel.png',
    "",
    SPOOFED,
    "",
    "\tIndented with a tab.",
    "",
    "A\u202e\t::error::b\x1b[2J marked here \u202c and not here",
    "",
    "A long line: " + "x" * 1_000_000 + " ends here.",
]
TEXT = "\r\n".join(LINES)
# As a page of HTML shows it: no picture, references as what they stand for.
SHOWN = f"</script><script>{RUN}</script> ]]> <!-- {{{{ 7 * 7 }}}} <b> \\u003cb\\u003e"
CALLED = f'<svg onload="{RUN}">here here https://tracker.example/pixel.png'
LONE = "'\"><script>window.ran = true</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    requirement = {"severity": "error", "on_silence": "error"}
    rules = ("ai-training-opt-in", "licence-term", "dispute-governing-law", "no-new-prices")
    write_policy(root, dict.fromkeys(rules, requirement))
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\nrego: [rego]\n", encoding="utf-8")
    (root / "rego").mkdir()
    own = rule_file("no-new-prices", "term", "term.price_change", '"none"', "prices that change", NEGOTIATE)
    (root / "rego" / "prices.rego").write_text(own, encoding="utf-8")
    waiver = {
        "rule": "licence-term",
        "vendor": "evil",
        "reason": f"Because </script><script>{RUN}</script> \u202e",
        "approved_by": f"<img src=x onerror='{RUN}'>",
        "ticket": f"javascript:{RUN}",
        "expires": "2027-06-30",
    }
    (root / "waivers.yaml").write_text(json.dumps({"version": 1, "waivers": [waiver]}), encoding="utf-8")
    document = "en-\"><b>'%2F"
    text = TEXT.replace("\r\n", "\n")
    facts = {
        "ai.training.customer_content": stated(
            "permitted",
            evidence(document, text, LINES[2]),
            evidence(document, text, LINES[4]),
            evidence(document, text, SPOOFED),
        ),
        "licence.duration": stated("perpetual", evidence(document, text, LINES[-1])),
        "liability.cap_amount": stated(LONE, evidence(document, text, "Indented with a tab.")),
        "term.price_change": stated("unilateral", evidence(document, text, "marked here")),
    }
    write_vendor(root, "evil", {document: TEXT}, facts, {"name": f"Evil {LONE} \u202e", "owner": f"<b>{LONE}"})
    return check(root)


def test_nothing_runs_and_all_is_text(open_report: Open, hostile: Path) -> None:
    page = open_report(hostile)
    expect(page.locator("#matrix th a")).to_have_text(f"Evil {LONE} \\u202e")
    page.locator("#matrix th a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Evil {LONE} \\u202e")
    lines = page.locator(".line")
    assert lines.nth(1).inner_text() == SHOWN
    assert lines.nth(2).inner_text() == CALLED
    assert lines.nth(2).locator(".link").get_attribute("title") == f"javascript:{RUN}"
    assert lines.nth(3).inner_text() == "We may train our models \\u202eslebaI no\\u202c\\u200b and \\x1b[2Jmore."
    assert lines.nth(4).text_content() == " Indented with a tab."
    assert lines.nth(4).locator("mark").text_content() == "Indented with a tab."
    assert lines.nth(5).text_content() == "A\\u202e \\x3a:error\\x3a:b\\x1b[2J marked here \\u202c and not here"
    assert len(lines.nth(6).text_content() or "") == len(LINES[-1])
    marks = [" ".join(mark.split()) for mark in page.locator(".text mark").all_text_contents()]
    assert marks == [SHOWN, CALLED, lines.nth(3).inner_text(), "Indented with a tab.", "marked here", LINES[-1]]
    assert page.evaluate("window.ran") is None
    assert page.locator("#content script, #content img, #content svg, #content b").count() == 0
    links = page.locator("#content a").evaluate_all("all => all.map(each => each.protocol)")
    assert set(links) == {"file:", "https:"}
    waiver = page.locator(".waiver")
    expect(waiver).to_contain_text(f"Because </script><script>{RUN}</script> \\u202e javascript:{RUN}")
    assert waiver.locator("a").count() == 0


def test_what_a_rule_says_at_the_table_is_text(open_report: Open, hostile: Path) -> None:
    page = open_report(hostile, "#/vendor/evil")
    advice = page.locator(".finding", has_text="prices that change").locator(".advice")
    assert advice.inner_text().split("\n")[4:] == [
        "Clause to propose", "Never <img src=x> **train** \\x1b[2J on ]]> content, @octocat | #12.",
        "Fall back to", "Training on what [each user](https://evil.example) agrees to.",
        "Walk away at", "</script><script>Training on content.",
    ]  # fmt: skip
    assert advice.locator("img, script, a").count() == 0
    page.get_by_role("searchbox").fill("each user")
    expect(page.locator(".finding:visible")).to_have_count(1)


def test_links_to_a_document_with_a_strange_name(open_report: Open, hostile: Path) -> None:
    page = open_report(hostile, "#/vendor/evil")
    page.locator("a.to-clause").first.click()
    assert page.evaluate("location.hash").startswith("#/vendor/evil/clause/en-%22%3E%3Cb%3E'%252F/3?from=")
    expect(page.locator("mark.active")).to_have_text(SHOWN)
    page = open_report(
        hostile, '#/vendor/evil"><script>window.ran=true</script>?q=<img src=x onerror="window.ran=true">'
    )
    expect(page.locator("#vendor")).to_contain_text("It has no vendor")
    assert page.evaluate("window.ran") is None


def test_long_quotes_are_cut_in_findings_and_whole_in_the_text(open_report: Open, hostile: Path) -> None:
    page = open_report(hostile, "#/vendor/evil")
    quotes = page.locator(".finding blockquote")
    assert max(len(text) for text in quotes.all_inner_texts()) < 720
    assert quotes.last.inner_text().endswith(" […]")


def test_file_is_self_contained_and_its_policy_forbids_all_but_itself(hostile: Path) -> None:
    report = hostile.read_text(encoding="utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', report)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    style, script = (
        f"'sha256-{b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"
        for pattern in (r"<style>(.*?)</style>", r"<script>\n?(//.*?)</script>")
        for inline in re.findall(pattern, report, re.DOTALL)
    )
    assert rules == {
        "default-src": "'none'",
        "style-src": style,
        "script-src": script,
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    for data in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', report, re.DOTALL):
        assert "<" not in data
        assert isinstance(json.loads(data), dict)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]", report) is None
    assert re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', report) == []


def test_a_document_with_nul_is_no_report(tmp_path: Path) -> None:
    """It is binary: read as an error, in one line, before any report."""
    write_policy(tmp_path, {"licence-term": {"severity": "error", "on_silence": "error"}})
    text = "A line with \0 in it."
    write_vendor(tmp_path, "evil", {"en": text}, {"licence.duration": stated("term", evidence("en", text, "A line"))})
    run = run_command("check", "--output", "html=report.html", cwd=tmp_path, environ={})
    assert (run.code, (tmp_path / "report.html").exists()) == (2, False)
    assert "is binary (it holds a NUL byte)" in run.err
