"""Whatever is wrong in a repository's files, a command ends with 0, 1, 2 or 3 and a line on why, and no crash.

tools/fuzz/repository.py does the same for as long as one likes.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorlint.errors import VendorlintError
from vendorlint.facts.file import read_facts, verify_quotes
from vendorlint.findings.baseline import read_baseline
from vendorlint.policy.requirements import policy_in_force
from vendorlint.policy.rules import all_rules
from vendorlint.policy.waivers import all_waivers
from vendorlint.project.config import find_config
from vendorlint.project.project import Project
from vendorlint.project.vendors import read_vendor

from .mutations import BASELINE, COMMANDS, FACTS, KINDS, copied, fault, limits, make, mutate, mutated

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made"))


def project(folder: Path) -> Project:
    return Project.of(find_config(folder, environ={}))


def facts(folder: Path) -> object:
    found = read_facts(folder / FACTS, project(folder))
    return verify_quotes(found)


READERS: dict[str, Callable[[Path], object]] = {
    "vendorlint.yaml": project,
    "policies/house.yaml": lambda folder: policy_in_force(project(folder).config, all_rules(project(folder)).rules),
    "waivers.yaml": lambda folder: all_waivers(project(folder), all_rules(project(folder))),
    "own/house/escrow.yaml": lambda folder: project(folder).facts.infos,
    "rego/house_escrow.rego": lambda folder: all_rules(project(folder)),
    "vendors/fernhill/vendor.yaml": lambda folder: read_vendor(folder / "vendors/fernhill"),
    FACTS: facts,
    BASELINE: lambda folder: read_baseline(folder / BASELINE),
}


def test_every_kind_of_file_has_a_reader() -> None:
    assert set(READERS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@MANY
@given(seed=SEEDS)
def test_a_file_is_read_or_refused(kind: str, made: Path, seed: int) -> None:
    """Nothing but our own errors comes of a file, and each is told in lines without control characters."""
    path = made / kind
    right = path.read_bytes()
    path.write_bytes(mutated(right, random.Random(seed)))
    try:
        READERS[kind](made)
    except VendorlintError as error:
        assert str(error).strip()
    finally:
        path.write_bytes(right)


@FEW
@given(seed=SEEDS, words=st.sampled_from(COMMANDS))
def test_a_command_ends_as_it_should(made: Path, tmp_path: Path, seed: int, words: tuple[str, ...]) -> None:
    folder = copied(made, tmp_path / "copy")
    changed = mutate(folder, seed)
    assert (changed, words, fault(folder, words, limits())) == (changed, words, "")
