"""Facts files in brief: the same facts, letter by letter, on fewer lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.facts import brief
from vendorlint.facts.brief import as_told, as_written, whole
from vendorlint.facts.file import read_facts
from vendorlint.facts.quotes import fold_space, source_of
from vendorlint.files.yaml.document import read_yaml
from vendorlint.project.project import find_project

from ..command import Run, run_command

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "examples").glob("**/facts.yaml"))
TERMS = """\
# Brightleaf Terms of Service

1. Licence

1.1 Customer grants Brightleaf a perpetual licence to use Customer Content to provide the service.

1.2 Customer assigns to Brightleaf all suggestions that Customer makes.

2. Changes

2.1 Brightleaf may change these terms at any time without notice.
"""


@pytest.mark.parametrize("path", FILES, ids=[path.parent.name for path in FILES])
def test_a_facts_file_in_brief_is_the_same_in_memory(path: Path) -> None:
    project = find_project(path.parent)
    content = {**read_facts(path, project).raw, "form": "brief"}
    brief = as_written(content)
    assert whole(brief, path.parent, project.config) == content
    project.facts.schema.validate(_document(brief, path))
    assert list(brief["facts"])[-1] == "document"


def _document(content: dict, path: Path):
    """The content as it is read from a file that it was written to."""
    from vendorlint.files.yaml.document import dump_yaml, parse_yaml

    document = parse_yaml(dump_yaml(content), path)
    assert document.value == content
    return document


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "vendors" / "brightleaf"
    folder.mkdir(parents=True)
    (folder / "terms.md").write_text(TERMS)
    (tmp_path / "vendorlint.yaml").write_text("version: 1\npolicy: vendorlint/baseline\nfacts_form: brief\n")
    assert run(tmp_path, "extract").code == 0
    return tmp_path


def run(folder: Path, *arguments: str) -> Run:
    return run_command(*arguments, cwd=folder, environ={})


def facts(repository: Path) -> Path:
    return repository / "vendors" / "brightleaf" / "facts.yaml"


def review(repository: Path, *arguments: str) -> Run:
    return run(repository, "review", "brightleaf", *arguments, "--by", "legal", "--today", "2026-11-29")


def test_a_clause_is_a_line(repository: Path) -> None:
    text = facts(repository).read_text()
    assert 'evidence:\n        - {number: "1.1", section: "1. Licence", words: [perpetual], clause: ' in text
    assert "quote:" not in text
    assert run(repository, "extract", "--check").code == 0


def test_what_is_judged_is_the_same(repository: Path) -> None:
    brief = run(repository, "check", "--output", "json")
    assert run(repository, "check", "--trust-facts", "--output", "json").out == brief.out
    (repository / "vendorlint.yaml").write_text("version: 1\npolicy: vendorlint/baseline\n")
    stale = run(repository, "extract", "--check")
    told = "vendors/brightleaf/facts.yaml: is stale: facts_form is full now; run 'vendorlint extract'\n"
    assert (stale.code, stale.out) == (1, told)
    assert run(repository, "extract").code == 0
    assert run(repository, "check", "--output", "json").out == brief.out


def test_a_document_that_grows_a_line_changes_no_fact(repository: Path) -> None:
    before = read_yaml(facts(repository)).value
    terms = facts(repository).with_name("terms.md")
    terms.write_text(terms.read_text().replace("1. Licence", "\n\n1. Licence"))
    assert run(repository, "extract").code == 0
    after = read_yaml(facts(repository)).value
    assert after["facts"] == before["facts"]
    assert after["extracted_by"]["facts"] == before["extracted_by"]["facts"]
    shifted = [[entry["lines"][0] - 2, entry["clause"]] for entry in after["clauses"] if entry["lines"][0] > 5]
    assert shifted == [[entry["lines"][0], entry["clause"]] for entry in before["clauses"] if entry["lines"][0] > 2]


def test_reviews_hold_for_clauses_that_move_and_no_others(repository: Path) -> None:
    assert review(repository, "--confirm", "licence.duration", "--confirm", "licence.feedback").code == 0
    quote = ("--quote", "change these terms at any time", "--reason", "Agreed by mail.")
    assert review(repository, "--override", "change.notice_days", "--value", "30", *quote).code == 0
    terms = facts(repository).with_name("terms.md")
    terms.write_text(
        terms.read_text().replace("1. Licence", "\n1. Licence").replace("1.2 Customer assigns", "1.2 You assign")
    )
    assert run(repository, "extract").code == 0
    status = {
        fact: read_yaml(facts(repository)).value["facts"][family][fact]["review"]["status"]
        for family, fact in (("licence", "duration"), ("licence", "feedback"), ("change", "notice_days"))
    }
    assert status == {"duration": "confirmed", "feedback": "stale", "notice_days": "overridden"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("words: [perpetual]", "words: [temporary]"),
        ('number: "1.1"', 'number: "1.2"'),
        ("lines: [5, 5], column: 5,", "lines: [5, 7], column: 5,"),
        ("lines: [5, 5], column: 5,", "lines: [7, 7], column: 5,"),
        ("value: perpetual", "value: term"),
    ],
)
def test_an_edit_by_hand_is_seen(repository: Path, old: str, new: str) -> None:
    path = facts(repository)
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    assert run(repository, "extract", "--check").code == 1
    assert review(repository, "--confirm", "licence.granted").code == 2
    expected = run(repository, "check", "--output", "json").out
    assert run(repository, "check", "--trust-facts", "--output", "json").out == expected
    assert run(repository, "extract").code == 0
    assert "is stale" not in run(repository, "check").err


def test_a_clause_that_the_file_lacks(repository: Path) -> None:
    path = facts(repository)
    lines = path.read_text().splitlines()
    gone = next(line for line in lines if "lines: [5, 5], column:" in line)
    path.write_text("\n".join(line for line in lines if line != gone) + "\n")
    name = gone.split()[2].strip('",')
    told = run(repository, "extract").err
    assert f": lacks the clause {name}; take the file as git has it\n" in told


def test_the_same_words_in_two_places_are_two_clauses() -> None:
    quotes = [{"document": "d", "lines": [line, line], "column": 1, "quote": "the same"} for line in (3, 1)]
    content = {"form": "brief", "facts": {"licence": {"granted": {"value": True, "evidence": quotes}}}}
    brief = as_written(content)
    names = [piece["clause"] for piece in brief["facts"]["licence"]["granted"]["evidence"]]
    assert [(entry["clause"], entry["lines"]) for entry in brief["clauses"]] == [(names[1], [1, 1]), (names[0], [3, 3])]
    assert names[0] == f"{names[1]}.2"
    told = as_told(content)["facts"]["licence"]["granted"]["evidence"]
    assert told == [{"starts": "the same", "clause": names[1]}] * 2


def test_places_and_offsets_are_each_others_way_back() -> None:
    source = source_of("  One  two\n\n three\tfour", "")
    for offset, letter in enumerate(source.folded):
        if letter != " ":
            standing = source.standing(offset, 1)
            assert source.offset(standing.lines[0], standing.column) == offset
    assert [source.offset(*place) for place in ((1, 1), (1, 6), (2, 1), (4, 1), (1, 99))] == [None] * 5
    assert fold_space(source.text) == source.folded


def test_a_file_whose_clauses_are_gone_is_searched_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "word " * 400
    entry = {"document": "d", "lines": [9, 9], "column": 1, "length": 9, "clause": "a" * brief._DIGITS}
    there = {**entry, "clause": brief._digest("word word")}
    source = source_of(text, "")
    for budget, found in ((2_000_000_000, "word word"), (100, None)):
        assert brief._quote(there, source, [budget]) == found
    left = [100_000]
    assert (brief._quote(entry, source, left), left[0] < 0) == (None, True)
