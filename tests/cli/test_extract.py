"""`vendorlint extract`: what is printed, what is written, and when a facts file is stale."""

import json
from collections.abc import Callable
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
    for trust in ((), ("--trust-facts",)):
        told = (
            f"vendorlint: {FACTS}: is stale: {why}; the terms were read again. Run 'vendorlint extract' to write that\n"
        )
        assert vendorlint("check", *trust).err == told
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
    run = vendorlint("extract", "--check")
    why = "the definitions changed since vendorlint 0.0.9 (change.notice_days)"
    assert (run.code, run.out) == (1, f"{FACTS}: is stale: {why}; run 'vendorlint extract'\n")
    content["facts"]["change"] = fresh
    content["extracted_by"]["facts"]["change.notice_days"] = "0" * 8
    path.write_text(dump_yaml(content))
    run = vendorlint("extract", "--check")
    assert run.out == f"{FACTS}: is stale: edited by hand (change.notice_days); run 'vendorlint extract'\n"
    del content["extracted_by"]
    path.write_text(dump_yaml(content))
    assert f"{FACTS}:1: note is stale: does not say what it was extracted by; the terms" in vendorlint("check").out
    run = vendorlint("extract", "--check")
    assert run.out == f"{FACTS}: is stale: does not say what it was extracted by; run 'vendorlint extract'\n"


def test_a_forged_quote_counts_for_nothing(vendorlint: Vendorlint, repository: Path) -> None:
    vendorlint("extract")
    path = repository / FACTS
    path.write_text(path.read_text().replace("We may use Customer Content", "We will not use Customer Content"))
    run = vendorlint("check")
    assert (run.code, "is stale: edited by hand (" in run.err, "We will not use" in run.out) == (1, True, False)


def addendum(repository: Path) -> None:
    path = repository / "vendors/brightleaf/annexes/addendum.md"
    path.parent.mkdir()
    path.write_text("# AI Addendum\n\nWe will tell you of changes by a notice on our website.\n")


def without_documents(repository: Path) -> None:
    terms = repository / "vendors/brightleaf/terms.md"
    terms.rename(terms.with_name("agreement.md"))


def no_facts(repository: Path) -> None:
    path = repository / FACTS
    content = parse_yaml(path.read_text(), path).value
    path.write_text(dump_yaml({**content, "facts": {}}))


def without_evidence(repository: Path) -> None:
    path = repository / FACTS
    content = parse_yaml(path.read_text(), path).value
    content["facts"]["change"]["notice_days"]["evidence"] = content["facts"]["change"]["notice"]["evidence"][:1]
    content["facts"]["ai"]["training"]["customer_content"]["scope"] = {"region": "BR"}
    path.write_text(dump_yaml(content))


def moved(repository: Path) -> None:
    path = repository / FACTS
    content = parse_yaml(path.read_text(), path).value
    del content["extracted_by"]["file"]
    path.write_text(dump_yaml(content))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (addendum, "annexes/addendum.md is new"),
        (without_documents, "agreement.md is new; terms.md is gone"),
        (no_facts, "edited by hand (document.type"),
        (without_evidence, "edited by hand (ai.training.customer_content"),
        (moved, "its digest is not that of what it says"),
    ],
)
@pytest.mark.parametrize("trust", [(), ("--trust-facts",)], ids=["by default", "trusting"])
def test_facts_that_are_not_of_these_documents_are_read_again(
    vendorlint: Vendorlint, repository: Path, change: Callable[[Path], None], why: str, trust: tuple[str, ...]
) -> None:
    vendorlint("extract")
    assert vendorlint("check", *trust).err == ""
    change(repository)
    run = vendorlint("check", *trust)
    assert (run.code, "error[ai-training-opt-in]" in run.out, run.err.count("\n")) == (1, True, 1)
    assert run.err.startswith(f"vendorlint: {FACTS}: is stale: {why}")


@pytest.mark.parametrize("arguments", [(), ("a.md", "b.md"), ("a.md", "--check")])
def test_stdout_takes_one_document(vendorlint: Vendorlint, arguments: tuple[str, ...]) -> None:
    run = vendorlint("extract", "--stdout", *arguments)
    message = "vendorlint: --stdout goes with one document or vendor folder, and without --check\n"
    assert (run.code, run.out, run.err) == (2, "", message)
