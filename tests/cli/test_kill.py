"""A command that is killed leaves the facts whole, nothing that is taken for terms, and no process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vendorlint.jobs.extract import find_extractable, update_all
from vendorlint.project.config import find_config
from vendorlint.project.project import Project

from ..command import COMMAND
from ..readers.docx.word import docx, p, r
from .conftest import TERMS, Vendorlint
from .test_bad_input import RULE

RUNS = 50
OTHER_TERMS = TERMS.replace(
    "We may use Customer Content to train", "We will not use Customer Content to train"
).replace("60 days", "10 days")
# A process that kills itself at a step of the write, which takes too little time to be met by chance.
AT_A_STEP = "import os\n{step}\nfrom vendorlint.cli.app import main\nmain()\n"
KILL = "os.kill(os.getpid(), 9)"
STEPS = {
    "half written": f"os.fdopen = lambda handle, mode: (os.write(handle, b'version: 1\\nvendor'), {KILL})",
    "written": f"import pathlib; pathlib.Path.chmod = lambda *_: {KILL}",
    "before it takes the name": f"import pathlib; pathlib.Path.replace = lambda *_: {KILL}",
}
ENDLESS = (
    "deny contains 1 if {\n\tsome i in numbers.range(1, 9999)\n\tsome j in numbers.range(1, 9999)\n\ti + j < 0\n}\n"
)


class Vendor:
    """The vendor of the test's repository, whose terms have two versions with known facts."""

    def __init__(self, repository: Path) -> None:
        self.folder = repository / "vendors" / "brightleaf"
        self.facts = self.folder / "facts.yaml"
        self._project = Project.of(find_config(repository, environ={}))
        self._known = [self._whole(text) for text in (TERMS, OTHER_TERMS)]
        assert self._known[0] != self._known[1]
        self._now = 1

    def _whole(self, text: str) -> bytes:
        (self.folder / "terms.md").write_text(text)
        self.extract()
        return self.facts.read_bytes()

    def extract(self) -> None:
        """What `vendorlint extract` does, in this process."""
        for _ in update_all(find_extractable([], self._project.config, hook=False), self._project, write=True):
            pass

    def change(self) -> tuple[bytes, bytes]:
        """Bring the other version of the terms in; the facts as they are, and as they should become."""
        old, self._now = self._known[self._now], 1 - self._now
        (self.folder / "terms.md").write_text((TERMS, OTHER_TERMS)[self._now])
        return old, self._known[self._now]

    def visible(self) -> set[str]:
        return {path.name for path in self.folder.iterdir() if not path.name.startswith(".")}


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@pytest.fixture
def vendor(repository: Path) -> Vendor:
    return Vendor(repository)


def start(command: list[str], folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_facts_are_old_or_new_whenever_extract_is_killed(vendor: Vendor, repository: Path) -> None:
    begun = time.monotonic()
    vendor.change()
    assert start([*COMMAND, "extract"], repository).wait(60) == 0
    duration = time.monotonic() - begun
    outcomes: list[bool] = []
    # At least once the facts are to be new: where the machine became slower meanwhile, that takes a few runs more.
    while len(outcomes) < RUNS or not any(outcomes):
        old, new = vendor.change()
        process = start([*COMMAND, "extract"], repository)
        try:
            process.wait(duration * 1.2 * (len(outcomes) + 1) / RUNS)
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait(60)
        found = vendor.facts.read_bytes()
        assert found in {old, new}
        assert vendor.visible() == {"facts.yaml", "terms.md"}
        outcomes.append(found == new)
        vendor.extract()
        assert vendor.facts.read_bytes() == new
    assert not outcomes[0]


@pytest.mark.parametrize("step", STEPS)
def test_what_a_killed_write_leaves_is_ignored_and_goes(
    vendorlint: Vendorlint, vendor: Vendor, repository: Path, step: str
) -> None:
    old, new = vendor.change()
    process = start([sys.executable, "-c", AT_A_STEP.format(step=STEPS[step]), "extract"], repository)
    assert process.wait(60) == -signal.SIGKILL
    assert vendor.facts.read_bytes() == old
    left = [path for path in vendor.folder.iterdir() if path.name.startswith(".")]
    assert [path.name[: len(".facts.yaml.")] for path in left] == [".facts.yaml."]
    assert left[0].suffix == ".tmp"
    run = vendorlint("check")
    assert (run.code, run.err.startswith("vendorlint: vendors/brightleaf/facts.yaml: is stale: terms.md changed")) == (
        1,
        True,
    )
    assert vendorlint("extract").code == 0
    assert vendor.facts.read_bytes() == new
    assert vendorlint("check").err == ""
    os.utime(left[0], (0, 0))  # as if it had lain there for long
    vendor.change()
    vendor.extract()
    assert {path.name for path in vendor.folder.iterdir()} == {"facts.yaml", "terms.md"}


def test_the_reader_of_a_document_dies_with_extract(repository: Path) -> None:
    clause = p(r("Customer retains all rights in Customer Content, and we answer within five days."))
    (repository / "vendors" / "brightleaf" / "large.docx").write_bytes(docx(clause * 80_000))
    assert ends_with_its_parent(["extract"], repository, "readers/worker.py")


def test_the_engine_dies_with_check(repository: Path) -> None:
    (repository / "rego" / "own.rego").write_text(RULE + ENDLESS)
    assert ends_with_its_parent(["check"], repository, "engines/worker.py")


def ends_with_its_parent(arguments: list[str], folder: Path, worker: str) -> bool:
    """Whether a worker that is at work ends as soon as the command that started it is killed."""
    process = start([*COMMAND, *arguments], folder)
    child = within(30, lambda: at_work(process.pid, worker))
    process.kill()
    process.wait(60)
    return bool(child and within(2, lambda: not is_running(child)))


def within(seconds: float, ask: Callable[[], int]) -> int:
    """The first answer that is true, or the last one."""
    until = time.monotonic() + seconds
    while not (answer := ask()) and time.monotonic() < until:
        time.sleep(0.01)
    return answer


def at_work(parent: int, worker: str) -> int:
    """The id of a child that runs a worker and has read its input and computed for a while; 0 where there is none."""
    for child in children(parent):
        status = stat(child)
        command = Path(f"/proc/{child}/cmdline").read_text().split("\0")
        if any(word.endswith(worker) for word in command) and int(status[11]) > 0.5 * os.sysconf("SC_CLK_TCK"):
            return child
    return 0


def children(parent: int) -> Iterator[int]:
    for path in Path("/proc").glob("[0-9]*"):
        status = stat(int(path.name))
        if status and int(status[1]) == parent:
            yield int(path.name)


def is_running(process: int) -> bool:
    """Whether it is there and no zombie, which a container without an init may keep."""
    status = stat(process)
    return bool(status) and status[0] != "Z"


def stat(process: int) -> list[str]:
    """The fields of /proc/<pid>/stat after the name: state, parent, and so on; none for a process that is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
