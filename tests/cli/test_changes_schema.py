"""The JSON of `vendorlint diff` and of `vendorlint history` is what their published schemas say, in every shape it takes."""

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from vendorlint.schemas.schema import NAMES, schema

from .conftest import Vendorlint
from .test_diff import git

POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: warning, on_conflict: error, on_silence: warning}
  change-notice-days: {on_silence: pass}
  licence-irrevocable: {on_silence: pass}
"""
HEAD = "# Larkspur Terms of Service\n\nBy using the Service, Customer agrees.\n\n"
TRAINS = "We may use Customer Content to train our machine-learning models."
BANS = "We will not use Customer Content to train our machine-learning models."
INVOICES = "We answer questions about invoices within {} working days, by email to the address on the order."
HOLIDAYS = "Our offices are closed on the public holidays of the country in which we are established."


def terms(*clauses: str) -> str:
    return HEAD + "".join(f"{number}. {clause}\n\n" for number, clause in enumerate(clauses, 1))


SILENT = terms("We tell you by email at least 60 days before a change to these Terms takes effect.", INVOICES.format(5))
STATED = terms(TRAINS, "We tell you by email at least 5 days before a change to these Terms takes effect.", HOLIDAYS)
CONFLICT = terms(TRAINS, BANS, INVOICES.format(15))


def strict(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name), format_checker=Draft7Validator.FORMAT_CHECKER)


@pytest.fixture
def versions(repository: Path) -> Path:
    (repository / "policies" / "house.yaml").write_text(POLICY)
    for name, text in (("silent", SILENT), ("stated", STATED), ("conflict", CONFLICT)):
        (repository / f"{name}.md").write_text(text)
    return repository


def test_every_kind_of_change(vendorlint: Vendorlint, versions: Path) -> None:
    seen: dict[str, set[Any]] = {"violations": set(), "facts": set(), "clauses": set()}
    for old, new in (
        ("silent", "stated"),
        ("stated", "silent"),
        ("stated", "conflict"),
        ("conflict", "stated"),
        ("silent", "conflict"),
        ("silent", "silent"),
    ):
        run = vendorlint("diff", f"{old}.md", f"{new}.md", "--output", "json")
        report = json.loads(run.out)
        strict("changes").validate(report)
        for part, kinds in seen.items():
            kinds.update(change["kind"] for change in report[part])
        seen["facts"].update(
            "conflict" for change in report["facts"] for side in ("old", "new") if (change[side] or {}).get("conflict")
        )
    assert seen == {
        "violations": {"introduced", "resolved", "worse", "better"},
        "facts": {"gained", "lost", "changed", "conflict"},
        "clauses": {"added", "removed", "changed"},
    }


def test_vendors_that_came_and_went(vendorlint: Vendorlint, versions: Path) -> None:
    (versions / ".git").rmdir()
    git(versions, "init", "--quiet")
    shutil.copytree(versions / "vendors" / "brightleaf", versions / "vendors" / "ashdown")
    git(versions, "add", "vendors", "vendorlint.yaml", "policies")
    git(versions, "commit", "--quiet", "-m", "one")
    (versions / "vendors" / "brightleaf").rename(versions / "vendors" / "oakline")
    report = json.loads(vendorlint("diff", "--git", "HEAD", "--output", "json").out)
    strict("changes").validate(report)
    assert report["vendors"] == {"compared": ["ashdown"], "appeared": ["oakline"], "vanished": ["brightleaf"]}


def test_a_history_with_silence_conflicts_and_versions_that_cannot_be_read(
    vendorlint: Vendorlint, versions: Path
) -> None:
    (versions / ".git").rmdir()
    git(versions, "init", "--quiet")
    for text in (SILENT, STATED, "Dies ist ein Vertrag, den niemand lesen kann.\n" * 20, CONFLICT):
        (versions / "vendors" / "brightleaf" / "terms.md").write_text(text)
        git(versions, "add", "vendors")
        git(versions, "commit", "--quiet", "-m", "a version")
    history = json.loads(vendorlint("history", "brightleaf", "--output", "json").out)
    strict("history").validate(history)
    spans = history["facts"]["ai.training.customer_content"]
    assert [(span["from"], span["to"], span["status"], span["value"]) for span in spans] == [
        (0, 0, "silent", None),
        (1, 2, "stated", "permitted"),
        (3, 3, "conflict", ["permitted", "prohibited"]),
    ]
    assert list(history["unread"]) == ["2"]


@pytest.fixture
def outputs(vendorlint: Vendorlint, versions: Path) -> dict[str, Any]:
    """A comparison and a history that have an object of each kind."""
    (versions / ".git").rmdir()
    git(versions, "init", "--quiet")
    for text in (SILENT, CONFLICT):
        (versions / "vendors" / "brightleaf" / "terms.md").write_text(text)
        git(versions, "add", ".")
        git(versions, "commit", "--quiet", "-m", "a version")
    return {
        "changes": json.loads(vendorlint("diff", "silent.md", "conflict.md", "--output", "json").out),
        "comparison": json.loads(vendorlint("compare", "silent.md", "conflict.md", "--output", "json").out),
        "history": json.loads(vendorlint("history", "brightleaf", "--output", "json").out),
    }


def test_no_key_is_added_or_left_out_unnoticed(outputs: dict[str, Any]) -> None:
    for name, output in outputs.items():
        validator = strict(name)
        validator.validate(output)
        objects = [path for path in paths_of_objects(output) if path not in {("facts",), ("unread",)}]
        assert len(objects) > 5
        for path in objects:
            added = copy.deepcopy(output)
            at(added, path)["another"] = "key"
            assert not validator.is_valid(added), (name, path)
            for key in at(output, path):
                left_out = copy.deepcopy(output)
                del at(left_out, path)[key]
                assert not validator.is_valid(left_out), (name, path, key)


def paths_of_objects(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict):
        yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in items:
        yield from paths_of_objects(inner, (*path, key))


def at(node: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        node = node[key]
    return node


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_printed(vendorlint: Vendorlint, name: str) -> None:
    assert json.loads(vendorlint("schema", name).out) == schema(name)


def test_schemas_are_listed(vendorlint: Vendorlint) -> None:
    lines = vendorlint("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert lines[-3:] == [
        "changes     vendorlint diff --output json",
        "comparison  vendorlint compare --output json",
        "history     vendorlint history --output json",
    ]
