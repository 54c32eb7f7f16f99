"""`vendorlint calendar` and `vendorlint report`: the dates to keep, and the notes for the weekly mail."""

import subprocess
from pathlib import Path

import icalendar
import pytest

from .conftest import Vendorlint

TERMS = """\
# Larkspur Services Agreement

Effective date: 1 March 2031

By using the Service, Customer agrees to this Agreement.

## 1. Term

1.1 The Agreement renews automatically for successive periods of one year, unless either party gives notice of non-renewal at least
30 days before the end of the current term.

## 2. Content

2.1 We may use Customer Content to provide the Service.
"""
TODAY = ("--today", "2030-12-01")


@pytest.fixture
def larkspur(repository: Path) -> Path:
    folder = repository / "vendors" / "larkspur"
    folder.mkdir()
    (folder / "terms.md").write_text(TERMS)
    (folder / "vendor.yaml").write_text('version: 1\nname: "Larkspur, Ltd; EU"\nrenewal_date: "2031-06-30"\n')
    (repository / "waivers.yaml").write_text(
        "version: 1\nwaivers:\n  - {rule: licence-irrevocable, vendor: brightleaf, reason: The pilot ends in March.,"
        ' approved_by: legal, expires: "2031-03-31"}\n'
    )
    return repository


def test_the_dates_to_keep(vendorlint: Vendorlint, larkspur: Path) -> None:
    run = vendorlint("calendar", *TODAY)
    assert (run.code, run.err) == (0, "")
    rows = [line.split("  ") for line in run.out.splitlines()]
    assert [[cell.strip() for cell in row if cell] for row in rows] == [
        ["DATE", "VENDOR", "WHAT", "WHY"],
        ["2031-03-01", "larkspur", "Terms of Larkspur, Ltd; EU take effect", "As the terms say."],
        [
            "2031-03-31",
            "brightleaf",
            "Last day of the waiver for licence-irrevocable of brightleaf",
            "Approved by legal: The pilot ends in March.",
        ],
        [
            "2031-05-31",
            "larkspur",
            "Last day to give Larkspur, Ltd; EU notice of non-renewal",
            "30 days before 2031-06-30.",
        ],
        ["2031-06-30", "larkspur", "Renewal of Larkspur, Ltd; EU", "The terms renew by themselves."],
    ]
    assert vendorlint("calendar", "--today", "2032-01-01").out == "no date to keep\n"


def test_a_renewal_that_nobody_declared_is_told(vendorlint: Vendorlint, larkspur: Path) -> None:
    (larkspur / "vendors/larkspur/vendor.yaml").unlink()
    run = vendorlint("calendar", *TODAY)
    assert run.err == "vendors/larkspur/vendor.yaml: note the terms renew by themselves; declare a renewal_date\n"


def test_the_file_is_a_calendar_and_the_same_each_time(vendorlint: Vendorlint, larkspur: Path) -> None:
    assert vendorlint("calendar", *TODAY, "--output", "ics=dates.ics").code == 0
    raw = (larkspur / "dates.ics").read_bytes()
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert [(str(event["summary"]), event["dtstart"].dt.isoformat()) for event in events] == [
        ("Terms of Larkspur, Ltd; EU take effect", "2031-03-01"),
        ("Last day of the waiver for licence-irrevocable of brightleaf", "2031-03-31"),
        ("Last day to give Larkspur, Ltd; EU notice of non-renewal", "2031-05-31"),
        ("Renewal of Larkspur, Ltd; EU", "2031-06-30"),
    ]
    assert len({str(event["uid"]) for event in events}) == 4
    vendorlint("calendar", *TODAY, "--output", "ics=dates.ics")
    assert (larkspur / "dates.ics").read_bytes() == raw


def test_notes_for_the_weekly_mail(vendorlint: Vendorlint, larkspur: Path) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    (larkspur / ".git").rmdir()
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "terms")):
        subprocess.run(["git", *identity, *command], cwd=larkspur, check=True)
    terms = larkspur / "vendors" / "larkspur" / "terms.md"
    terms.write_text(TERMS.replace("to provide the Service.", "to provide the Service and to train our AI models."))
    run = vendorlint("report", "--changes", "--since", "HEAD", *TODAY, "--output", "markdown", "--days", "120")
    assert run.code == 0
    assert "| introduced | error | ai-training-opt-in | larkspur |" in run.out
    assert run.out.endswith(
        """\
## Dates until 2031-03-31

| date | vendor | what | why |
| --- | --- | --- | --- |
| 2031-03-01 | larkspur | Terms of Larkspur, Ltd; EU take effect | As the terms say. |
| 2031-03-31 | brightleaf | Last day of the waiver for licence-irrevocable of brightleaf | Approved by legal: The pilot ends in March. |
"""
    )
    text = vendorlint("report", "--since", "HEAD", *TODAY, "--days", "1")
    assert text.out.endswith("\nDates until 2030-12-02\nnone\n")
