"""`vendorlint diff`: what changed in meaning, and nothing else."""

import json
import re
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest

from .conftest import Vendorlint

MARCH = """\
# Meadowgate Terms of Service

Effective date: 1 March 2031

## 1. Your Content

1.1 You keep all rights in Your Content. "Your Content" means files and messages that you upload to the Service.

1.2 We may use Your Content only to provide the Service.

## 2. Fees

2.1 You pay the fees within thirty days of an invoice. Section 1.2 applies to invoices as well.

2.2 We answer questions about invoices within five working days, by email to the address on the order.

## 3. Changes

3.1 We will tell you by email at least 60 days before a change to these Terms takes effect.
"""
JULY = MARCH.replace("1 March 2031", "15 July 2031").replace(
    "1.2 We may use Your Content only to provide the Service.",
    "1.2 We may use Your Content to provide the Service and to train our machine-learning models.",
).replace("within five working days, by email", "within ten working days, by email")  # fmt: skip
POLICY = "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {on_silence: pass}\n  change-notice-days: {}\n"


@pytest.fixture
def versions(repository: Path) -> Path:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    (repository / "march.md").write_text(MARCH)
    (repository / "july.md").write_text(JULY)
    return repository


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_what_changed_on_one_screen(vendorlint: Vendorlint, versions: Path) -> None:
    run = vendorlint("diff", "march.md", "july.md")
    assert (run.code, run.err) == (1, "")
    assert run.out == (
        """\
Violations
  introduced error[ai-training-opt-in] Customer content may be used to train AI models: the terms
             take the right without asking (july.md:9:5)

Facts
  ai.training.customer_content: silent -> permitted
    + july.md:9, 1. Your Content, 1.2
      We may use Your Content to provide the Service and to train our machine-learning models.
  ai.training.consent: silent -> none (+ july.md:9 above)
  ai.model_providers: silent -> own (+ july.md:9 above)
  licence.purposes: now also ai_training; still provide_service (+ july.md:9 above)
  document.effective_date: 2031-03-01 -> 2031-07-15

Read these: clauses that changed with no fact (--verbose shows them)
  changed  july.md:15  We answer questions about invoices within ten working days, by email to […]

1 vendor compared: 5 facts changed; violations: 1 introduced; 1 other clause changed
"""
    )
    assert vendorlint("diff", "july.md", "march.md").code == 0
    assert vendorlint("diff", "july.md", "march.md", "--fail-on", "any").code == 1
    assert vendorlint("diff", "march.md", "july.md", "--exit-zero").code == 0


LONG = (
    "2.1 We may not share Your Content with anybody but our affiliates, who are listed on our website together with the places of their "
    "registered offices, the names of those who represent them and the dates since which they belong to our group, and we may use it to provide "
    "the Service, to train our machine-learning models, to comply with the law, and to keep the Service safe from attacks of any kind."
)
NOTICES = [f"{number}.1 Notices about {what} go to the address on the order, in writing, and are effective once received by our office for {what} there."
           for number, what in enumerate(("invoices", "outages", "visits", "repairs", "deliveries", "inventions"), 4)]  # fmt: skip


def test_a_long_comparison_is_cut_to_a_screen(vendorlint: Vendorlint, versions: Path) -> None:
    long = "\n\n".join([MARCH.replace("2.1 You pay", f"{LONG}\n\n2.2 You pay"), "5. Notices", *NOTICES]) + "\n"
    (versions / "long.md").write_text(long.replace("60 days", "20 days"))
    assert vendorlint("diff", "march.md", "long.md").out == (
        """\
Violations
  introduced error[ai-training-opt-in] Customer content may be used to train AI models: the terms
             take the right without asking (long.md:13:5)
  introduced warning[change-notice-days] The terms can change at 20 days' notice; at least 30 are
             required (long.md:21:5)

Facts
  ai.training.customer_content: silent -> permitted
    + long.md:13, 2. Fees, 2.1
      We may not share Your Content with anybody but our […] it to provide the Service, to train our
      machine-learning models, to comply with the law, and to keep the Service […]
  ai.training.consent: silent -> none (+ long.md:13 above)
  ai.model_providers: silent -> own (+ long.md:13 above)
  change.notice_days: 60 -> 20
    - march.md:19, 3. Changes, 3.1
      We will tell you by email at least 60 days before a change to these Terms takes effect.
    + long.md:21, 3. Changes, 3.1
      We will tell you by email at least 20 days before a change to these Terms takes effect.

Read these: clauses that changed with no fact (--verbose shows them)
  added    long.md:26  Notices about invoices go to the address on the order, in writing, and […]
  added    long.md:28  Notices about outages go to the address on the order, in writing, and are […]
  added    long.md:34  Notices about deliveries go to the address on the order, in writing, and […]
  added    long.md:36  Notices about inventions go to the address on the order, in writing, and […]
  … and 3 more, shorter

1 vendor compared: 4 facts changed; violations: 2 introduced; 7 other clauses changed
"""
    )
    whole = vendorlint("diff", "march.md", "long.md", "--verbose").out
    assert " ".join(LONG.split()[1:]) in " ".join(whole.split())


def test_the_words_of_other_clauses(vendorlint: Vendorlint, versions: Path) -> None:
    shown = vendorlint("diff", "march.md", "july.md", "--verbose").out
    assert (
        "  changed july.md:15 (97 % alike)\n"
        "    We answer questions about invoices within -[five] +[ten] working days, by email to the address\n"
        "    on the order.\n"
    ) in shown


def test_wrapping_numbers_and_order_are_no_difference(vendorlint: Vendorlint, versions: Path) -> None:
    head, *sections = MARCH.split("## ")
    reordered = "## ".join([head, sections[0], f"{sections[2]}\n", sections[1]])
    renumbered = (
        reordered.replace("2.", "5.")
        .replace("## 3", "## 7")
        .replace("3.1", "7.1")
        .replace("Section 1.2", "Section 4.2")
    )
    wrapped = "\n\n".join(textwrap.fill(block, 50) for block in renumbered.split("\n\n"))
    (versions / "moved.md").write_text(wrapped)
    run = vendorlint("diff", "march.md", "moved.md", "--fail-on", "any")
    assert (run.code, run.out) == (0, "1 vendor compared: no difference\n")


DIVIDED = """\
# Meadowgate Terms of Service

1. Fees. You pay the fees within thirty (30) days of an invoice, and where an order says so (a) in advance, (b) by bank transfer, and (c) in the currency of the order.

2. Confidence. The rules of Section 1.2 and Section 3.1 apply here - even to a Beta Service - and we keep secret what (i) we learn from you; (ii) others tell us of you.
"""


def test_lines_that_begin_like_items_are_no_difference(vendorlint: Vendorlint, versions: Path) -> None:
    (versions / "whole.md").write_text(DIVIDED)
    for width in range(33, 90, 14):
        renumbered = DIVIDED.replace("2. Confidence", "8. Confidence").replace("Section 1.2", "Section 7.2")
        wrapped = "\n\n".join(textwrap.fill(block, width, break_on_hyphens=False) for block in renumbered.split("\n\n"))
        (versions / "wrapped.md").write_text(wrapped)
        run = vendorlint("diff", "whole.md", "wrapped.md", "--fail-on", "any")
        assert (run.code, run.out) == (0, "1 vendor compared: no difference\n"), wrapped
    (versions / "wrapped.md").write_text(wrapped.replace("(30)", "(60)").replace("thirty", "sixty"))
    changed = vendorlint("diff", "whole.md", "wrapped.md", "--fail-on", "any")
    assert changed.code == 1
    assert "payment.days: 30 -> 60" in changed.out


PURPOSES = (
    "1.1 You grant us a licence to use Customer Content (i) to provide the Service to you; (ii) as required by law; or (iii) for legal, safety or security purposes."
    " In no event will either party be liable for (A) indirect, special, incidental or consequential damages, or (B) any loss of profits."
)


def test_facts_are_the_same_at_every_width(vendorlint: Vendorlint, versions: Path) -> None:
    head = "# Meadowgate Terms of Service\n\nBy using the Service, Customer agrees.\n\n"
    (versions / "whole.md").write_text(f"{head}{PURPOSES}\n")
    extract = ("extract", "--stdout", "--format", "json")
    whole = values(vendorlint(*extract, "whole.md").out)
    assert whole["liability"]["consequential_excluded"] is True
    for width in range(36, 100, 13):
        wrapped = textwrap.fill(PURPOSES, width, break_on_hyphens=False)
        (versions / "wrapped.md").write_text(f"{head}{wrapped}\n")
        assert values(vendorlint(*extract, "wrapped.md").out) == whole, wrapped


def values(text: str) -> dict[str, Any]:
    """The values of facts, by family and name."""
    facts = json.loads(text)["facts"]
    return {family: {name: node.get("value") for name, node in nodes.items()} for family, nodes in facts.items()}


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_in_other_formats_too(vendorlint: Vendorlint, versions: Path, ending: str) -> None:
    for name, width, shift, reverse in (("old", 300, 0, False), ("new", 40, 4, True)):
        (versions / f"{name}.{ending}").write_text(made(ending, width, shift, reverse=reverse))
    run = vendorlint("diff", f"old.{ending}", f"new.{ending}", "--fail-on", "any")
    assert (run.code, run.out) == (0, "1 vendor compared: no difference\n")
    (versions / f"new.{ending}").write_text(made(ending, 40, 4, reverse=True).replace("working", "calendar"))
    run = vendorlint("diff", f"old.{ending}", f"new.{ending}", "--fail-on", "any")
    assert run.code == 1
    assert "0 facts changed; no violation introduced or resolved; 1 other clause changed" in run.out


def made(ending: str, width: int, shift: int, *, reverse: bool) -> str:
    """The terms of March with lines of a width, numbers that begin later, and maybe the last section first."""
    front, *sections = MARCH.strip().split("\n\n## ")
    head, effective = front.split("\n\n")
    numbered = [f"## {section}".split("\n\n") for section in sections]
    paragraphs = [head.lstrip("# "), effective]
    for section in reversed(numbered) if reverse else numbered:
        paragraphs.extend(
            re.sub(r"(?m)(^|## |Section )(\d)\.", lambda found: f"{found[1]}{int(found[2]) + shift}.", each)
            for each in section
        )
    if ending == "txt":
        return "\n\n".join(textwrap.fill(each.lstrip("# "), width) for each in paragraphs) + "\n"
    body = "\n".join(
        f"<h2>{textwrap.fill(each[3:], width)}</h2>"
        if each.startswith("## ")
        else f"<p>{textwrap.fill(each, width)}</p>"
        for each in paragraphs
    )
    return f"<!doctype html><html lang=en><title>Terms</title><body>{body}</body></html>"


def test_revisions_of_a_repository(vendorlint: Vendorlint, versions: Path) -> None:
    terms = versions / "vendors" / "brightleaf" / "terms.md"
    (versions / ".git").rmdir()
    git(versions, "init", "--quiet")
    terms.write_text(MARCH)
    git(versions, "add", "vendors", "vendorlint.yaml", "policies")
    git(versions, "commit", "--quiet", "-m", "March")
    terms.write_text(JULY)
    (versions / "vendors" / "oakline").mkdir()
    (versions / "vendors" / "oakline" / "terms.md").write_text(MARCH)
    run = vendorlint("diff", "--git", "HEAD", "--output", "json")
    report = json.loads(run.out)
    assert run.code == 1
    assert report["vendors"] == {"compared": ["brightleaf"], "appeared": ["oakline"], "vanished": []}
    assert [(each["kind"], each["rule"], each["location"]) for each in report["violations"]] == [
        ("introduced", "ai-training-opt-in", {"path": "vendors/brightleaf/terms.md", "line": 9, "column": 5})
    ]
    assert [each["old"] and each["old"]["clauses"][0]["path"] for each in report["facts"]] == [
        None,
        None,
        None,
        "HEAD:vendors/brightleaf/terms.md",
        "HEAD:vendors/brightleaf/terms.md",
    ]
    git(versions, "add", "vendors")
    git(versions, "commit", "--quiet", "-m", "July")
    assert vendorlint("diff", "--git", "HEAD~1", "HEAD").code == 1
    assert vendorlint("diff", "--git", "HEAD", "--fail-on", "any").code == 0
    only = vendorlint("diff", "--git", "HEAD~1", "HEAD", "--vendor", "brightleaf")
    assert only.out.endswith("1 vendor compared: 5 facts changed; violations: 1 introduced; 1 other clause changed\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("march.md",), "expected two of them: vendorlint diff OLD NEW, or vendorlint diff --git REV"),
        (("march.md", "jully.md"), "jully.md: no such file or folder (did you mean 'july.md'?)"),
        (("march.md", "july.md", "--vendor", "x"), "--vendor goes with --git"),
        (("march.md", "july.md", "--output", "sarif"), "--output: unknown format 'sarif'; expected one of text, json, markdown, html"),
        (("--git", "HEAD"), "fatal: not a git repository: '.git'"),
    ],
)  # fmt: skip
def test_what_is_wrong(vendorlint: Vendorlint, versions: Path, arguments: tuple[str, ...], message: str) -> None:
    run = vendorlint("diff", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip("\n").endswith(message)


def test_a_revision_that_is_not_there(vendorlint: Vendorlint, versions: Path) -> None:
    (versions / ".git").rmdir()
    git(versions, "init", "--quiet")
    run = vendorlint("diff", "--git", "v9")
    assert (run.code, run.err) == (2, f"vendorlint: {versions}: no such revision: v9\n")


def test_hostile_words_are_harmless(vendorlint: Vendorlint, versions: Path) -> None:
    hostile = (
        "We may use Your Content to train AI models <script>alert(1)</script> \x1b[31m \u202e ::error:: | `x` ~~y~~."
    )
    (versions / "july.md").write_text(
        MARCH.replace("1.2 We may use Your Content only to provide the Service.", f"1.2 {hostile}")
    )
    vendorlint(
        "diff", "march.md", "july.md", "--output", "html=d.html", "--output", "markdown=d.md", "--output", "text=d.txt"
    )
    html, markdown, text = ((versions / f"d.{ending}").read_text() for ending in ("html", "md", "txt"))
    assert "<script" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "default-src &#39;none&#39;" in html
    assert "\\<script\\>" in markdown and "\\|" in markdown
    for shown in (html, markdown, text):
        assert "\x1b" not in shown and "\u202e" not in shown
