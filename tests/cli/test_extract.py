"""`vendorlint extract`: what is printed, what is written, and when a facts file is stale."""

import json
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import dump_yaml, parse_yaml

from .conftest import TERMS, Vendorlint

FACTS = "vendors/brightleaf/facts.yaml"


def test_prints_facts_and_writes_nothing(vendorlint: Vendorlint, repository: Path) -> None:
    document = "vendors/brightleaf/terms.md"
    run = vendorlint("extract", "--stdout", "--format", "json", document)
    facts = json.loads(run.out)
    assert facts["facts"]["change"]["notice_days"]["value"] == 60
    assert facts["facts"]["ai"]["training"]["customer_content"]["value"] == "permitted"
    as_yaml = vendorlint("extract", "--stdout", document).out
    assert parse_yaml(as_yaml, Path("facts.yaml")).value == facts
    assert not (repository / FACTS).exists()


def test_writes_once_and_keeps_a_persons_comments(vendorlint: Vendorlint, repository: Path) -> None:
    path = repository / FACTS
    assert (vendorlint("extract", "--check").code, path.exists()) == (1, False)
    first = vendorlint("extract")
    assert (first.code, first.out.startswith(f"{FACTS}: "), first.err) == (0, True, "")
    commented = f"{path.read_text()}# seen by legal\n"
    path.write_text(commented)
    again = vendorlint("extract")
    assert (again.code, again.out, path.read_text()) == (0, "", commented)
    assert vendorlint("extract", "--check").code == 0


def test_stale_facts(vendorlint: Vendorlint, repository: Path) -> None:
    vendorlint("extract")
    (repository / "vendors/brightleaf/terms.md").write_text(TERMS.replace("60 days", "10 days"))
    stale = vendorlint("extract", "--check")
    assert stale.code == 1
    why = "terms.md changed (change.unilateral, change.notice, change.notice_days)"
    assert stale.out == f"{FACTS}: is stale: {why}; run 'vendorlint extract'\n"
    refused = vendorlint("check")
    assert refused.code == 2
    message = "terms.md has changed since its facts were extracted; run 'vendorlint extract'"
    assert message in refused.err.splitlines()[0]
    assert refused.err.startswith(f"vendorlint: {FACTS}:")
    assert vendorlint("extract", "vendors/brightleaf/terms.md").code == 0
    assert vendorlint("check").code == 1


def test_why_facts_are_stale(vendorlint: Vendorlint, repository: Path) -> None:
    """Facts as other definitions would have read them: one fewer, by another digest."""
    vendorlint("extract")
    path = repository / FACTS
    content = parse_yaml(path.read_text(), path).value
    fresh = dict(content["facts"]["change"])
    del content["facts"]["change"]["notice_days"], content["extracted_by"]["facts"]["change.notice_days"]
    content["extracted_by"] |= {"vendorlint": "0.0.9", "definitions": "0" * 12}
    path.write_text(dump_yaml(content))
    assert vendorlint("check").err == ""
    run = vendorlint("extract", "--check")
    why = "the definitions changed since vendorlint 0.0.9 (change.notice_days)"
    assert (run.code, run.out) == (1, f"{FACTS}: is stale: {why}; run 'vendorlint extract'\n")
    content["facts"]["change"] = fresh
    content["extracted_by"]["facts"]["change.notice_days"] = "0" * 8
    path.write_text(dump_yaml(content))
    assert "change.notice_days was edited" in vendorlint("check").err
    run = vendorlint("extract", "--check")
    assert run.out == f"{FACTS}: is stale: edited by hand (change.notice_days); run 'vendorlint extract'\n"
    del content["extracted_by"]
    path.write_text(dump_yaml(content))
    assert f"{FACTS}:1: note does not say what it was extracted by" in vendorlint("check").out
    run = vendorlint("extract", "--check")
    assert run.out == f"{FACTS}: is stale: does not say what it was extracted by; run 'vendorlint extract'\n"


def test_forged_quote_is_refused(vendorlint: Vendorlint, repository: Path) -> None:
    vendorlint("extract")
    path = repository / FACTS
    path.write_text(path.read_text().replace("We may use Customer Content", "We will not use Customer Content"))
    run = vendorlint("check")
    assert (run.code, run.out) == (2, "")
    assert "does not stand in document 'terms'" in run.err


@pytest.mark.parametrize("arguments", [(), ("a.md", "b.md"), ("a.md", "--check")])
def test_stdout_takes_one_document(vendorlint: Vendorlint, arguments: tuple[str, ...]) -> None:
    run = vendorlint("extract", "--stdout", *arguments)
    message = "vendorlint: --stdout goes with one document or vendor folder, and without --check\n"
    assert (run.code, run.out, run.err) == (2, "", message)
