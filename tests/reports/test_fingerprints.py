"""The fingerprint of a finding, over real checks: what a clause says counts, and not where or under which number."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint.findings.finding import unnumbered
from vendorlint.jobs.check import check_targets
from vendorlint.project.config import find_config
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets

from .conftest import TODAY

PREAMBLE = "This agreement is between the vendor and the customer, and it is the whole agreement of the two parties."
CLAUSES = (
    "You grant us a perpetual licence to host and copy Your Content so that we can provide the Services to you.",
    "We may use Your Content to train our machine-learning models and to develop new features of the Services.",
    "You assign to us all rights in the feedback that you or your users send us about the Services.",
)
STYLES = ("{n}.{m} ", "{n}.{m}. ", "{n}\\.{m}\\. ", "({a}) ", "- ", "{n}.{m}.1 ", "Section {n}.{m} ", "")


def terms(*, width: int, style: str, first: int, sections: int) -> str:
    """The clauses under other numbers and line breaks, with other sections above them."""
    parts = ["# Terms", PREAMBLE]
    parts += [
        f"## {index}. About us {index}\n\nWe are a company of {index} people." for index in range(2, 2 + sections)
    ]
    for index, clause in enumerate(CLAUSES):
        number = style.format(n=first, m=first + index, a="abcdefghi"[(first + index) % 9])
        parts += [
            f"## {first + index}. Part",
            textwrap.fill(clause, width, initial_indent=number, break_on_hyphens=False),
        ]
    return "\n\n".join(parts) + "\n"


def fingerprints(books: Path) -> dict[str, str]:
    """By vendor and rule, of what the terms state."""
    config = find_config(books, environ={})
    report = check_targets(find_targets([], config, hook=False), Project.of(config), TODAY)
    return {
        f"{finding.vendor} {finding.rule}": finding.fingerprint
        for finding in report.findings
        if finding.status == "stated"
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    width=st.integers(40, 400),
    style=st.sampled_from(STYLES),
    first=st.integers(1, 30),
    sections=st.integers(0, 3),
    name=st.sampled_from(["terms of service.md", "agreement.txt", "a b.md"]),
)
def test_the_same_wherever_a_clause_stands(
    books: Path, width: int, style: str, first: int, sections: int, name: str
) -> None:
    folder = books / "vendors" / "brightroom"
    for path in folder.iterdir():
        path.unlink()
    start = terms(width=1000, style="", first=1, sections=0)
    (folder / "start.md").write_text(start)
    before = fingerprints(books)
    assert list(before) == [f"brightroom {rule}" for rule in ("licence-ends", "no-training", "feedback-kept")]
    (folder / "start.md").unlink()
    (folder / name).write_text(terms(width=width, style=style, first=first, sections=sections))
    assert fingerprints(books) == before


def test_differ_between_vendors_and_clauses(books: Path) -> None:
    for vendor in ("brightroom", "calm"):
        folder = books / "vendors" / vendor
        folder.mkdir(exist_ok=True)
        (folder / "terms of service.md").write_text(terms(width=80, style="{n}.{m} ", first=1, sections=0))
    found = fingerprints(books)
    assert sorted(found) == sorted(
        f"{vendor} {rule}"
        for vendor in ("brightroom", "calm")
        for rule in ("licence-ends", "no-training", "feedback-kept")
    )
    assert len(set(found.values())) == 6


def test_another_text_is_another_finding(books: Path) -> None:
    path = books / "vendors" / "brightroom" / "terms of service.md"
    path.write_text(terms(width=80, style="{n}.{m} ", first=1, sections=0))
    before = fingerprints(books)
    path.write_text(path.read_text().replace("perpetual licence", "perpetual and irrevocable licence"))
    after = fingerprints(books)
    assert [key for key in before if after[key] != before[key]] == ["brightroom licence-ends"]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("3.2 We may", "We may"),
        ("3\\.2\\. We may", "We may"),
        ("121. **US ADDENDUM", "**US ADDENDUM"),
        ("(iii) modify", "modify"),
        ("(a) (i) we", "we"),
        ("- b) we", "we"),
        ("## 4. Changes", "Changes"),
        ("Section 7.3 We may", "We may"),
        ("Article 5. Le client", "Le client"),
        ("§ 5 The agreement", "The agreement"),
        ("30 days' notice", "30 days' notice"),
        ("99.9 % uptime", "99.9 % uptime"),
        ("1.5 times the fees", "1.5 times the fees"),
        ("Section 7 of the Agreement", "Section 7 of the Agreement"),
        ("a right to object", "a right to object"),
        ("I agree", "I agree"),
    ],
)
def test_numbering(quote: str, text: str) -> None:
    assert unnumbered(quote) == text
