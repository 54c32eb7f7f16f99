"""What several rules find of one thing is told once, whatever the format; and no rule's finding is lost in it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint.choices import SEVERITIES
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.once import told_once
from vendorlint.place import FilePlace

from .conftest import POLICY, Vendorlint, rule_file
from .test_formats import SUFFIXES

SECOND = "no-learning"
MESSAGE = "The terms have learning from content"


@pytest.fixture
def twice(books: Path) -> Path:
    """Two rules about the training on content, the second a warning that comes first by its name."""
    rule = rule_file(SECOND, "ai", "ai.training.customer_content", '"prohibited"', "learning from content")
    (books / "rego" / f"{SECOND}.rego").write_text(rule)
    (books / "policies" / "house.yaml").write_text(f"{POLICY}  {SECOND}: {{}}\n")
    return books


def findings(vendorlint: Vendorlint, *options: str) -> dict[str, dict[str, Any]]:
    run = vendorlint("check", "--output", "json", *options)
    return {each["rule"]: each for each in json.loads(run.out)["findings"]}


def test_the_gravest_stands_and_has_the_other(vendorlint: Vendorlint, twice: Path) -> None:
    found = findings(vendorlint)
    assert SECOND not in found
    [also] = found["no-training"]["also"]
    assert (also["rule"], also["severity"], also["message"]) == (SECOND, "warning", MESSAGE)
    assert [each for each in found.values() if "also" in each] == [found["no-training"]]


@pytest.mark.parametrize(
    "options", [["--verbose"], ["--quiet"], *(["--output", name] for name in ("text", *SUFFIXES, "html"))]
)
def test_every_format_names_it(vendorlint: Vendorlint, twice: Path, options: list[str]) -> None:
    assert SECOND in vendorlint("check", *options).out


def test_it_is_counted_once(vendorlint: Vendorlint, twice: Path) -> None:
    assert "2 errors, 1 warning, 1 info" in vendorlint("check").out
    assert f"warning  {SECOND}\n" in vendorlint("check", "--statistics").out  # which says what each rule has


def test_a_waiver_of_one_hides_not_the_other(vendorlint: Vendorlint, twice: Path) -> None:
    by = ("--by", "ana@example.org", "--reason", "Training is on a plan that we do not use.", "--until", "2099-01-01")
    assert vendorlint("waive", f"brightroom/{SECOND}", *by).code == 0
    found = findings(vendorlint)
    assert [found[rule]["waiver"] and found[rule]["waiver"]["status"] for rule in ("no-training", SECOND)] == [
        None,
        "active",
    ]
    assert vendorlint("waive", "brightroom/no-training", *by).code == 0
    assert all(
        found["waiver"]["status"] == "active" for found in findings(vendorlint).values() if "training" in found["fact"]
    )


def test_a_baseline_of_one_hides_not_the_other(vendorlint: Vendorlint, twice: Path) -> None:
    baseline = twice / "vendorlint-baseline.json"
    assert "5 added" in vendorlint("baseline", "create").out
    assert findings(vendorlint)["no-training"]["also"][0]["rule"] == SECOND
    content = json.loads(baseline.read_text())
    content["findings"] = [each for each in content["findings"] if each["rule"] != "no-training"]
    baseline.write_text(json.dumps(content))
    found = findings(vendorlint)
    assert [found[rule]["baselined"] for rule in ("no-training", SECOND)] == [False, True]


def test_who_asks_for_one_rule_gets_it(vendorlint: Vendorlint, twice: Path) -> None:
    assert set(findings(vendorlint, "--select", SECOND)) == {SECOND}


CLAUSES = [
    Citation("terms", Path("terms.md"), "", "", "", (line, line), 1, f"Clause {line}.", (), "statement")
    for line in (3, 4)
]
PLAIN = Finding(
    rule="",
    vendor="acme",
    severity="error",
    status="stated",
    message="It says so",
    fact="data.sale",
    value="permitted",
    required="prohibited",
    why="",
    remedy="",
    negotiate={},
    documentation="",
    citations=(),
    place=FilePlace(Path("terms.md"), 1),
    fingerprint="",
    waiver={},
)


@st.composite
def found(draw: st.DrawFn) -> Finding:
    cited = draw(st.lists(st.sampled_from(CLAUSES), unique=True, max_size=2))
    return replace(
        PLAIN,
        rule=draw(st.sampled_from("abc")),
        severity=draw(st.sampled_from(SEVERITIES)),
        status=draw(st.sampled_from(("stated", "silent", "conflict", "parameters"))),
        value=draw(st.sampled_from((None, 1, True, "permitted"))),
        citations=tuple(cited),
        place=cited[0].start if cited else PLAIN.place,
        waiver=draw(st.sampled_from(({}, {"status": "active"}, {"status": "expired"}))),
        baselined=draw(st.booleans()),
        scope=draw(st.sampled_from(({}, {"plan": "free"}))),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(found(), max_size=8))
def test_no_finding_is_lost(every: list[Finding]) -> None:
    each_its_own = [replace(each, fingerprint=str(number)) for number, each in enumerate(every)]
    told = told_once(each_its_own)
    assert Counter(one.fingerprint for each in told for one in (each, *each.also)) == Counter(
        each.fingerprint for each in each_its_own
    )
    assert all(fails(told, limit) == fails(each_its_own, limit) for limit in SEVERITIES)
    for each in told:
        for other in each.also:
            same = (other.value, other.status, other.scope, other.baselined, other.place)
            assert (each.value, each.status, each.scope, each.baselined, each.place) == same
            assert SEVERITIES.index(each.severity) <= SEVERITIES.index(other.severity)
            assert (other.rule != each.rule, each.waiver, other.waiver, other.also) == (True, {}, {}, ())
            assert set(other.citations) <= set(each.citations)
