"""A gate that holds: 200 repositories of a hostile contributor, and none of them passes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ..command import Run, run_command
from .repositories import AROUND, CLAUSES, FACTS, TODAY, Adverse, Repository, honest, repository

RUNS, BATCH = 200, 20


def checked(made: Repository, root: Path, *arguments: str) -> Run:
    made.write(root)
    return run_command("check", "--today", TODAY, *arguments, cwd=root, environ={})


@pytest.mark.parametrize("adverse", CLAUSES, ids=lambda adverse: adverse.rule)
def test_what_they_hide_is_found_where_nobody_hides_it_and_nowhere_else(adverse: Adverse, tmp_path: Path) -> None:
    assert checked(honest(adverse), tmp_path / "with").code == 1
    assert checked(honest(adverse, said=False), tmp_path / "without").code == 0
    assert checked(honest(adverse), tmp_path / "with", "--trust-facts").code == 1


@pytest.mark.parametrize("first", range(0, RUNS, BATCH))
def test_no_hostile_repository_passes(first: int, tmp_path: Path) -> None:
    passed = {}
    for seed in range(first, first + BATCH):
        made = repository(seed)
        run = checked(made, tmp_path / str(seed))
        if run.code not in (1, 2, 3) or "internal error" in run.err:
            passed[seed] = (made.attacks, made.adverse.rule, run.code, run.err)
    assert passed == {}


def test_every_attack_is_tried() -> None:
    tried = Counter(attack for seed in range(RUNS) for attack in repository(seed).attacks)
    assert {attack.__name__ for attack in (*FACTS, *AROUND) if tried[attack.__name__] < 3} == set()
