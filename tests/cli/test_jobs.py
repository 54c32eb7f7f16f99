"""Several vendors at a time: the same files, reports and words as one after another, whatever becomes of one of them."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from vendorlint.errors import InputError
from vendorlint.facts.parallel import in_order
from vendorlint.project import jobs as jobs_module
from vendorlint.project.jobs import WORTH, jobs, worth

from ..command import COMMAND
from .conftest import TERMS, Vendorlint
from .test_bounded import LONG, busy
from .test_kill import children, is_running, start, within

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
DAY = ("--today", "2026-11-30")


@pytest.fixture
def vendors(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six vendors, one of whose documents is none, and one that has nothing else; another process is worth a byte."""
    monkeypatch.setattr(jobs_module, "WORTH", 1)
    folder = repository / "vendors"
    for number in range(6):
        home = folder / f"v{number}"
        home.mkdir()
        (home / "terms.md").write_text(TERMS.replace("60 days", f"{10 + number} days"))
    (folder / "v2" / "annex.pdf").write_bytes(b"%PDF-1.7 and no page")
    (folder / "v4" / "terms.md").write_bytes(b"\0")
    return folder


def written(folder: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in sorted(folder.glob("*/facts.yaml"))}


def test_all_is_the_same_as_one_after_another(vendorlint: Vendorlint, vendors: Path) -> None:
    found = []
    for number in ("1", "3"):
        reports = [vendorlint("check", "--output", form, *DAY, "--jobs", number) for form in ("json", "text")]
        extracted = vendorlint("extract", "--jobs", number)
        after = [vendorlint("check", "--output", "json", *DAY, "--jobs", number)]
        found.append((reports, extracted, vendorlint("extract", "--check", "--jobs", number), after, written(vendors)))
        for path in vendors.glob("*/facts.yaml"):
            path.unlink()
    one, three = found
    assert one == three
    assert list(one[4]) == ["brightleaf", "v0", "v1", "v2", "v3", "v5"]
    assert one[1].code == 2
    assert one[1].err.count("\n") == 2
    assert "v4" in one[1].err and "annex.pdf" in one[1].err


@ON_LINUX
def test_a_process_that_is_killed_costs_one_document_and_hides_no_other(repository: Path) -> None:
    for number in range(4):
        home = repository / "vendors" / f"v{number}"
        home.mkdir()
        (home / "terms.md").write_text(TERMS)
    (repository / "vendors" / "v1" / "long.md").write_text(LONG)  # the one that takes long, on however slow a machine
    process = start([*COMMAND, "extract", "--jobs", "2"], repository)
    child = within(60, lambda: next((each for each in children(process.pid) if busy(each)), 0))
    assert child  # 0 is every process of ours
    os.kill(child, signal.SIGKILL)
    assert process.wait(120) == 2
    facts = written(repository / "vendors")
    assert [name for name, text in facts.items() if "customer_content" in text] == [
        "brightleaf", "v0", "v1", "v2", "v3",
    ]  # fmt: skip
    assert {name: text.count("(Killed)") for name, text in facts.items() if "unread:" in text} == {"v1": 1}


@ON_LINUX
def test_no_process_stays_where_a_run_is_ended(repository: Path) -> None:
    for number in range(2):
        home = repository / "vendors" / f"v{number}"
        home.mkdir()
        (home / "terms.md").write_text(LONG)
    process = start([*COMMAND, "extract", "--jobs", "2"], repository)
    at_work = within(60, lambda: [each for each in children(process.pid) if busy(each)])
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 128 + signal.SIGTERM
    assert within(10, lambda: not any(map(is_running, at_work)))
    assert list(written(repository / "vendors")) == ["brightleaf"]


def test_how_many() -> None:
    assert jobs({"VENDORLINT_JOBS": "3"}) == 3
    assert jobs({}) == len(os.sched_getaffinity(0))
    for wrong in ("0", "many", "257", "-1", "1.5"):
        with pytest.raises(InputError) as caught:
            jobs({"VENDORLINT_JOBS": wrong})
        assert str(caught.value) == f"VENDORLINT_JOBS is '{wrong}'; expected a number of processes from 1 to 256"


def test_a_process_is_started_for_what_is_worth_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDORLINT_JOBS", "3")
    paths = [tmp_path / f"{number}.md" for number in range(5)]
    for path in paths:
        path.write_bytes(b"a" * WORTH)
    gone = tmp_path / "gone.md"
    assert [worth([]), worth([gone]), worth(paths[:1]), worth([*paths[:2], gone]), worth(paths)] == [1, 1, 1, 2, 3]


def test_results_come_in_order_and_an_error_in_its_turn() -> None:
    begun = threading.Barrier(2, timeout=30)  # both at once, or never

    def work(number: int) -> int:
        if number < 2:
            begun.wait()
        if number == 3:
            raise ValueError(number)
        return number

    found: list[int] = []
    with pytest.raises(ValueError, match="3"):
        for each in in_order(work, range(5), 2):
            found.append(each)
    assert found == [0, 1, 2]
    together = in_order(work, [0, 1, 2], 2)
    begun.reset()
    assert list(together) == [0, 1, 2]
    assert list(in_order(work, [2, 4], 1)) == [2, 4]
