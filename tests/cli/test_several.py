"""Several commands at work on one vendor: what each of them wrote stays, and who would undo another's word is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from vendorlint.errors import InputError
from vendorlint.facts.file import fact_node, iter_facts, read_facts
from vendorlint.facts.replace import replace_facts
from vendorlint.files.lock import locked
from vendorlint.jobs.review import ChangedMeanwhileError, Decision, as_shown, readable_facts, record
from vendorlint.project.config import find_config
from vendorlint.project.project import Project

from ..command import COMMAND, surroundings
from .conftest import TERMS, Vendorlint

TRAINING = "ai.training.customer_content"
DATE = "2026-11-29"


@pytest.fixture
def project(repository: Path) -> Project:
    return Project.of(find_config(repository, environ={}))


@pytest.fixture
def facts(vendorlint: Vendorlint, repository: Path) -> Path:
    assert vendorlint("extract").code == 0
    return repository / "vendors/brightleaf/facts.yaml"


def test_reviews_and_extracts_at_once_lose_nothing(facts: Path, project: Project, repository: Path) -> None:
    stated = [fact for fact, _ in iter_facts(read_facts(facts, project).facts)]
    assert len(stated) >= 5
    (facts.parent / "terms.md").write_text(TERMS + "\n## 3. Law\n\nThis agreement is governed by the law of Norway.\n")
    assert start(repository, "extract").wait(60) == 0
    running = [start(repository, "review", "brightleaf", "--confirm", fact, "--by", fact) for fact in stated]
    running += [start(repository, "extract") for _ in range(3)]
    assert {process.wait(120) for process in running} == {0}
    after = read_facts(facts, project)
    reviewed = {fact: node["review"]["by"] for fact, node in iter_facts(after.facts) if "review" in node}
    assert reviewed == {fact: fact for fact in stated}
    assert sorted(path.name for path in facts.parent.iterdir()) == ["facts.yaml", "terms.md"]


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=surroundings(), stdout=subprocess.DEVNULL)


def decision(by: str, status: str = "confirmed") -> Decision:
    return Decision(TRAINING, status, by, DATE)  # type: ignore[arg-type]


def test_who_decides_on_what_another_has_changed_is_told(facts: Path, project: Project) -> None:
    shown = {TRAINING: as_shown(readable_facts(facts, project), TRAINING)}
    record(facts, project, [decision("Ann", "open")])
    written = facts.read_bytes()
    with pytest.raises(ChangedMeanwhileError) as caught:
        record(facts, project, [decision("Bob")], shown)
    told = f"{TRAINING} was changed by somebody else since it was shown here; look at it again, then decide"
    assert caught.value.message == told
    assert facts.read_bytes() == written


def test_who_decides_on_something_else_is_not(facts: Path, project: Project) -> None:
    shown = readable_facts(facts, project)
    other = next(fact for fact, _ in iter_facts(shown.facts) if fact != TRAINING)
    record(facts, project, [Decision(other, "confirmed", "Ann", DATE)])
    record(facts, project, [decision("Bob")], {TRAINING: as_shown(shown, TRAINING)})
    after = read_facts(facts, project).facts
    assert [(fact_node(after, fact) or {})["review"]["by"] for fact in (other, TRAINING)] == ["Ann", "Bob"]


def test_what_an_editor_saved_meanwhile_stays(facts: Path, project: Project) -> None:
    read = read_facts(facts, project)
    saved = f"{facts.read_text()}# asked the vendor, 29 November\n"
    facts.write_text(saved)
    refused = "was changed by somebody else meanwhile, and stays as it is now; run this again"
    for previous in (read, None):
        with pytest.raises(InputError) as caught:
            replace_facts(facts, "version: 1\n", previous)
        assert (caught.value.message, caught.value.place, facts.read_text()) == (refused, facts, saved)
    facts.unlink()
    with pytest.raises(InputError, match="was changed by somebody else meanwhile"):
        replace_facts(facts, "version: 1\n", read)
    assert not facts.exists()


def test_a_lock_that_is_held_is_told_and_one_of_another_folder_is_none(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with locked(tmp_path):
        with pytest.raises(InputError) as caught, locked(tmp_path, wait=0):
            pass
        with locked(other, wait=0):
            pass
    assert str(caught.value) == f"{tmp_path}: another vendorlint is writing here; run this again when it is done"
    with locked(tmp_path, wait=0):
        assert list(tmp_path.iterdir()) == [other]
