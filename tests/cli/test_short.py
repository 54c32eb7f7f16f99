"""What `vendorlint check` prints by default and what each option makes of it, on vendors with findings of every kind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Vendorlint

TERMS = """\
# {name} Terms of Service

## 1. Your Content

1.1 You grant us a perpetual licence to host Customer Content, and we own all feedback.

1.2 We may, as set out in our documentation:

- use Customer Content, which you upload to the Service or which others give us on your behalf, to train our machine-learning models; and
- delete it.

## 2. Changes

We may change these Terms at any time without notice. By continuing to use the Service you accept the changed Terms.
"""
POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
  change-unilateral-without-advance-notice: {severity: error}
  change-continued-use: {severity: warning}
  licence-irrevocable: {severity: error, on_silence: info}
"""
TRAINING = """\
vendors/{vendor}/terms.md:9:3: error[ai-training-opt-in] Customer content may be used to train AI models: the terms take the right without asking (high confidence)
    1.2 We may, as set out in our documentation
7 | 1.2 We may, as set out in our documentation:
9 | […] or which others give us on your behalf, to train our machine-learning models; and
  |                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: Ask for a ban on training with your content, or for training only after you have switched […]
"""


@pytest.fixture
def two(repository: Path) -> Path:
    """Two vendors whose terms break two rules of error severity and one of warning severity, and are silent on a fourth."""
    (repository / "policies" / "house.yaml").write_text(POLICY)
    (repository / "vendors" / "acorn").mkdir()
    for name in ("acorn", "brightleaf"):
        (repository / "vendors" / name / "terms.md").write_text(TERMS.format(name=name.capitalize()))
    return repository


def headlines(text: str) -> list[tuple[str, str]]:
    """(vendor, severity[rule]) of each finding that is shown, in order."""
    lines = [line for line in text.splitlines() if line.startswith("vendors/")]
    return [(line.split("/")[1], line.split(": ")[1].split(" ")[0]) for line in lines]


def test_what_fails_comes_first_by_vendor_and_the_rest_in_a_line(vendorlint: Vendorlint, two: Path) -> None:
    run = vendorlint("check")
    training, change = "error[ai-training-opt-in]", "error[change-unilateral-without-advance-notice]"
    use = "warning[change-continued-use]"
    assert headlines(run.out) == [
        ("acorn", training), ("acorn", change), ("brightleaf", training), ("brightleaf", change),
        ("acorn", use), ("brightleaf", use),
    ]  # fmt: skip
    blocks = run.out.split("\n\n")
    assert blocks[0] + "\n" == TRAINING.format(vendor="acorn")
    assert [len(block.splitlines()) for block in blocks[:4]] == [6, 6, 6, 6]
    assert [len(block.splitlines()) for block in blocks[4:6]] == [1, 1]
    assert run.out.splitlines()[-4:-2] == [
        "2 infos not shown: --min-severity info",
        "All clauses, why it matters, what passed, and what is waived or in the baseline: --verbose",
    ]
    assert run.code == 1


@pytest.mark.parametrize(
    ("least", "shown"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("info", {"error", "warning", "info"})],
)
@pytest.mark.parametrize("form", [(), ("--verbose",), ("--quiet",)], ids=["short", "verbose", "quiet"])
def test_least_severity(vendorlint: Vendorlint, two: Path, least: str, shown: set[str], form: tuple[str, ...]) -> None:
    run = vendorlint("check", "--min-severity", least, *form)
    assert {severity.split("[")[0] for _, severity in headlines(run.out)} == shown
    assert run.code == 1


def test_what_fails_is_shown_whatever_its_severity(vendorlint: Vendorlint, two: Path) -> None:
    run = vendorlint("check", "--fail-on", "info", "--select", "licence-irrevocable")
    assert headlines(run.out) == [("acorn", "info[licence-irrevocable]"), ("brightleaf", "info[licence-irrevocable]")]
    refused = vendorlint("check", "--fail-on", "info", "--min-severity", "error")
    assert (refused.code, refused.out, refused.err) == (
        2, "", "vendorlint: --min-severity error would hide what fails the check (fail_on: info)\n",
    )  # fmt: skip


def test_baselined_findings_are_counted(vendorlint: Vendorlint, two: Path) -> None:
    assert vendorlint("baseline", "create").code == 0
    run = vendorlint("check")
    assert (run.code, headlines(run.out)) == (0, [])
    assert run.out.endswith(": 0 errors, 0 warnings, 0 infos, 8 in the baseline\n")


def test_statistics(vendorlint: Vendorlint, two: Path) -> None:
    (two / "vendors" / "acorn" / "terms.md").write_text(
        "# Acorn Terms of Service\n\nWe may change these Terms at any time without notice.\n"
    )
    run = vendorlint("check", "--statistics")
    assert run.out.split("\n\n")[0] == (
        "2  error    change-unilateral-without-advance-notice\n"
        "1  error    ai-training-opt-in\n"
        "1  warning  change-continued-use\n"
        "2  info     licence-irrevocable\n"
        "1  info     ai-training-opt-in"
    )
    assert run.code == 1


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (("--select", "ai-training-opt-in"), {"ai-training-opt-in"}),
        (("--select", "ai"), {"ai-training-opt-in"}),
        (("--select", "change", "--ignore", "change-continued-use"), {"change-unilateral-without-advance-notice"}),
        (("--ignore", "change", "--ignore", "licence"), {"ai-training-opt-in"}),
    ],
)
def test_selected_rules_are_all_that_is_judged(
    vendorlint: Vendorlint, two: Path, options: tuple[str, ...], rules: set[str]
) -> None:
    report = json.loads(vendorlint("check", "--output", "json", *options).out)
    assert {finding["rule"] for finding in report["findings"]} == rules
    assert report["summary"]["rules"] == len(rules)
    assert vendorlint("check", "--select", "licence-irrevocable").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--select", "ai-training-optin"),
            "--select 'ai-training-optin': no rule or category of the policy (did you mean 'ai-training-opt-in'?)",
        ),
        (("--ignore", "zzz"), "--ignore 'zzz': no rule or category of the policy; 'vendorlint policy show' lists them"),
        (("--select", "ai", "--ignore", "ai"), "no rule is left by --select and --ignore"),
        (("--quiet", "--statistics"), "--quiet and --statistics exclude each other"),
    ],
)
def test_what_selects_nothing_is_told(
    vendorlint: Vendorlint, two: Path, options: tuple[str, ...], message: str
) -> None:
    run = vendorlint("check", *options)
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {message}\n")


def test_links_where_the_terminal_is_said_to_know_them(vendorlint: Vendorlint, two: Path) -> None:
    page = "https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-opt-in.md"
    linked = f"\x1b]8;;{page}\x1b\\ai-training-opt-in\x1b]8;;\x1b\\"
    assert linked in vendorlint("check", "--color", "always", FORCE_HYPERLINK="1").out
    assert "\x1b]8" not in vendorlint("check", "--color", "always", FORCE_HYPERLINK="0").out
    assert "\x1b" not in vendorlint("check", "--color", "never", FORCE_HYPERLINK="1").out


def test_cells_are_no_formulas(vendorlint: Vendorlint, two: Path) -> None:
    hostile = "# Acorn\n\n=HYPERLINK(A1) We may use Customer Content to train our machine-learning models.\n"
    (two / "vendors" / "acorn" / "terms.md").write_text(hostile)
    run = vendorlint("check", "--output", "csv", "--select", "ai-training-opt-in")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert [(row["vendor"], row["quote"][:12]) for row in rows] == [
        ("acorn", "'=HYPERLINK("),
        ("brightleaf", "1.2 We may, "),
    ]
