"""Documents that a Dask cluster reads, a scheduler and two workers on this machine: the same files, reports and words as without it,
whatever becomes of a worker."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client
from reportlab.pdfgen.canvas import Canvas

from vendorlint.facts import cluster as cluster_module
from vendorlint.facts.cluster import Cluster, connected
from vendorlint.facts.order import Order, Original
from vendorlint_extractor.documents.readers.rendering import LIMITS

from ..command import COMMAND, surroundings
from .conftest import TERMS, Vendorlint
from .test_ended import picture
from .test_jobs import vendors, written
from .test_kill import children, is_running, start, stat, within
from .test_own import CLAUSE, CONFIG, DEFINITION

__all__ = ["vendors"]  # a fixture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
DAY = ("--today", "2026-11-30")
TRIES = 2  # of an order, until Dask gives up
# Stands for ocrmypdf on the workers: it says that it is at work, and is done once there is a file "go".
PROGRAM = """\
#!/bin/sh
echo $$ > "$OCR/$$.pid"
while [ ! -e "$OCR/go" ]; do sleep 0.05; done
cat > /dev/null
cat "$OCR/read.pdf"
"""


class Running:
    """A scheduler and its workers, in a folder where nothing of a repository is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []  # the scheduler first
        self.ocr = folder / "ocr"
        self.ocr.mkdir()
        (self.ocr / "ocrmypdf").write_text(PROGRAM)
        (self.ocr / "ocrmypdf").chmod(0o700)
        page = Canvas(str(self.ocr / "read.pdf"))
        page.drawString(72, 720, "We may use Customer Content to train our machine-learning models.")
        page.save()
        self.with_ocr = {"OCR": str(self.ocr), "PATH": f"{self.ocr}{os.pathsep}{os.environ['PATH']}"}
        self.dask = self.address = ""  # as Dask has it, and as --executor does

    def __enter__(self) -> Running:
        try:
            self._listen()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.go()
        for process in reversed(self._processes):
            started = [] if process.poll() is not None else [process.pid, *children(process.pid)]
            for each in started:  # asked to end, Dask takes seconds
                with contextlib.suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
            process.wait(30)

    def _listen(self) -> None:
        quiet = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        self.start("scheduler", *quiet, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=str(TRIES - 1))
        assert within(60, lambda: bool(self._listening()))
        self.dask = self._listening()
        self.address = self.dask.replace("tcp", "dask")

    def _listening(self) -> str:
        """The scheduler's address, once it has written it."""
        with contextlib.suppress(FileNotFoundError, ValueError):
            return str(json.loads(self._file.read_text())["address"])
        return ""

    def start(self, what: str, *arguments: str, **environ: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), *arguments]
        with (self._folder / f"{len(self._processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self._folder, env=surroundings() | environ, stdout=log, stderr=subprocess.STDOUT
            )
        self._processes.append(process)
        return process

    def workers(self, number: int, *arguments: str, **environ: str) -> subprocess.Popen[bytes]:
        quiet = ("--host", "127.0.0.1", "--no-dashboard", "--nthreads", "1", "--local-directory", str(self._folder))
        with Client(self.dask, set_as_default=False) as client:
            before = len(client.nthreads())
            process = self.start("worker", *quiet, *arguments, **environ)
            client.wait_for_workers(before + number, timeout=60)
        return process

    def go(self) -> None:
        """Let OCR come to its end."""
        (self.ocr / "go").touch()

    def lose_scheduler(self) -> None:
        self._processes[0].kill()

    def at_work(self) -> int:
        """The id of a worker that waits for OCR; 0 where there is none."""
        for path in self.ocr.glob("*.pid"):
            status = stat(int(path.stem))
            if status and is_running(int(status[1])) and status[1] != "1":  # the parent of orphans
                return int(status[1])
        return 0


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with Running(tmp_path_factory.mktemp("cluster")) as running:
        running.workers(2, "--nworkers", "2", **running.with_ocr)
        yield running


def own_facts(repository: Path, vendors: Path) -> None:
    (repository / "vendorlint.yaml").write_text(CONFIG)
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {severity: error}\n"
    )
    (repository / "facts" / "acme").mkdir(parents=True)
    (repository / "facts" / "acme" / "escrow.yaml").write_text(DEFINITION)
    with (vendors / "v0" / "terms.md").open("a") as file:
        file.write(CLAUSE)


def test_all_is_the_same_as_here(vendorlint: Vendorlint, repository: Path, vendors: Path, running: Running) -> None:
    own_facts(repository, vendors)
    found = []
    for where in (("--jobs", "1"), ("--executor", running.address)):
        reports = [vendorlint("check", "--output", form, *DAY, *where) for form in ("json", "text")]
        extracted = vendorlint("extract", *where)
        found.append((reports, extracted, vendorlint("extract", "--check", *where), written(vendors)))
        for path in vendors.glob("*/facts.yaml"):
            path.unlink()
    here, there = found
    assert here == there
    assert list(there[3]) == ["brightleaf", "v0", "v1", "v2", "v3", "v5"]
    assert there[1].code == 2
    assert there[1].err.count("\n") == 2
    assert "acme:\n    escrow:\n      value: false" in there[3]["v0"]


@pytest.fixture
def scan(vendors: Path, running: Running) -> Path:
    """A document of v4 that its worker is at until running.go(); the others have nothing wrong."""
    for each in running.ocr.glob("*.pid"):
        each.unlink()
    (running.ocr / "go").unlink(missing_ok=True)
    return add_scan(vendors)


def add_scan(vendors: Path) -> Path:
    (vendors / "v2" / "annex.pdf").unlink()
    (vendors / "v4" / "terms.md").write_text(TERMS)
    path = vendors / "v4" / "scan.pdf"
    path.write_bytes(picture() + f"%{uuid.uuid4().hex}\n".encode())  # unlike any that was read and kept before
    return path


EVERY = ["brightleaf", "v0", "v1", "v2", "v3", "v4", "v5"]


@pytest.mark.usefixtures("scan")
def test_documents_of_a_lost_worker_are_read_by_another(
    vendorlint: Vendorlint, repository: Path, vendors: Path, running: Running
) -> None:
    process = start([*COMMAND, "extract", "--ocr", "--executor", running.address], repository)
    worker = within(60, running.at_work)
    assert worker  # 0 is every process of ours
    os.kill(worker, signal.SIGKILL)
    assert within(60, lambda: running.at_work() not in {0, worker})
    running.go()
    assert process.wait(60) == 0
    there = written(vendors)
    assert list(there) == EVERY
    assert vendorlint("extract", "--check", "--ocr", **running.with_ocr).code == 0
    assert "page 1, line 1" in there["v4"]


def test_a_document_that_costs_each_worker_is_given_up_and_hides_no_other(
    repository: Path, vendors: Path, running: Running, scan: Path
) -> None:
    process = start(
        [*COMMAND, "extract", "--ocr", "vendors/v4", "vendors/v3", "--executor", running.address], repository
    )
    lost: set[int] = set()
    while process.poll() is None:
        worker = running.at_work()
        if worker and worker not in lost:
            os.kill(worker, signal.SIGKILL)
            lost.add(worker)
        time.sleep(0.01)
    running.go()
    assert (process.returncode, len(lost)) == (2, 2 * TRIES)  # with the others of its vendor, and by itself
    facts = written(vendors)
    assert [name for name, text in facts.items() if "customer_content" in text] == ["v3", "v4"]
    reason = "was lost with each worker of the cluster that read it, and given up"
    assert f'unread:\n  - path: "scan.pdf"\n    reason: "{reason}"\n' in facts["v4"]


@pytest.mark.usefixtures("scan")
def test_a_run_that_was_ended_goes_on_where_it_stopped(
    vendorlint: Vendorlint, vendors: Path, running: Running, repository: Path, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    others, home = [each for each in EVERY if each != "v4"], {"HOME": str(tmp_path_factory.mktemp("home"))}
    process = subprocess.Popen(
        [*COMMAND, "extract", "--ocr", "--executor", running.address],
        cwd=repository, env=surroundings() | home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert within(60, lambda: bool(running.at_work()) and list(written(vendors)) == others)
    process.send_signal(signal.SIGTERM)
    _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (143, b"vendorlint: ended by SIGTERM\n")
    before = written(vendors)
    running.go()
    asked: list[str] = []
    answer = Cluster._answer

    def noted(self: Cluster, order: Order) -> object:
        asked.append(order.vendor)
        return answer(self, order)

    monkeypatch.setattr(Cluster, "_answer", noted)
    assert vendorlint("extract", "--ocr", "--executor", running.address, **home).code == 0
    after = written(vendors)
    assert (asked, list(after), {name: after[name] for name in others}) == (["v4"], EVERY, before)


def test_a_worker_with_another_version_is_refused(
    vendorlint: Vendorlint, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "installed" / "vendorlint-0.0.1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: vendorlint\nVersion: 0.0.1\n")
    same = "expected the same as here, 0.1.0, on all of the cluster\n"
    worker = running.workers(1, "--no-nanny", PYTHONPATH=str(installed.parent))
    run = vendorlint("extract", "--executor", running.address)
    worker.terminate()
    worker.wait(30)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"vendorlint: {running.address}: tcp://127.0.0.1:")
    assert run.err.endswith(f" has vendorlint 0.0.1; {same}")
    monkeypatch.setattr(cluster_module, "extractor_digest", lambda: "0.1.0 of another build")
    run = vendorlint("extract", "--executor", running.address)
    assert run.err == f"vendorlint: {running.address}: a worker has an extractor that differs; {same}"
    assert (run.code, run.out) == (2, "")


def test_what_was_sent_is_not_remembered(running: Running) -> None:
    terms = Original("terms.md", "terms", TERMS.encode(), "0")
    with connected(running.address) as cluster:
        answer = cluster.read(Order((terms,), "brightleaf", LIMITS))
        remembered = list(cluster._client.scheduler_comm.recent_message_log)
    assert (answer["content"]["documents"][0]["path"], remembered) == ("terms.md", [])


def test_a_scheduler_without_workers(vendorlint: Vendorlint, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Running(tmp_path_factory.mktemp("alone")) as alone:
        run = vendorlint("extract", "--executor", alone.address)
    line = f"vendorlint: {alone.address}: has no worker; start one with: dask worker {alone.dask}\n"
    assert (run.code, run.out, run.err) == (2, "", line)


def test_a_scheduler_that_goes_ends_the_run(
    repository: Path, vendors: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    add_scan(vendors)
    with Running(tmp_path_factory.mktemp("gone")) as cluster:
        cluster.workers(1, **cluster.with_ocr)
        process = subprocess.Popen(
            [*COMMAND, "extract", "--ocr", "--executor", cluster.address],
            cwd=repository, env=surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert within(60, cluster.at_work)
        cluster.lose_scheduler()
        _, error = process.communicate(timeout=60)
    line = f"vendorlint: {cluster.address}: the scheduler is gone; what was read is kept, run this again\n"
    assert (process.returncode, error.decode()) == (2, line)


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("dsk://host:8786", " (did you mean 'dask'?)"),
        ("tsl://host:8786", " (did you mean 'tls'?)"),
        ("dask", ""),
        ("dask:host:8786", ""),
        ("dask://host", ""),
        ("dask://host:", ""),
        ("dask://:8786", ""),
        ("dask://host:0", ""),
        ("dask://host:65536", ""),
        ("dask://ann:secret@host:8786", ""),
        ("dask://host:8786/path", ""),
        ("tcp://host:8786", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("command", ["extract", "check"])
def test_what_is_no_address(vendorlint: Vendorlint, command: str, given: str, near: str) -> None:
    run = vendorlint(command, "--executor", given)
    wanted = "expected dask://HOST:PORT, or tls://HOST:PORT where the scheduler wants certificates"
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: --executor is '{given}'; {wanted}{near}\n")


def test_where_nobody_listens(vendorlint: Vendorlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        silent = vendorlint("extract", "--executor", f"dask://{address}")
    nobody = vendorlint("extract", "--executor", f"dask://{address}")
    bare = vendorlint("extract", "--executor", f"tls://{address}")
    told = [(run.code, run.out, run.err.rpartition(" be reached there: ")[2]) for run in (silent, nobody, bare)]
    assert told == [
        (2, "", "no answer in time\n"),
        (2, "", "Connection refused\n"),
        (
            2,
            "",
            "Dask has no certificates; set ca-file, client.cert and client.key below distributed.comm.tls\n",
        ),
    ]


def test_without_the_extra(vendorlint: Vendorlint, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    run = vendorlint("extract", "--executor", "dask://host:8786")
    told = "vendorlint: --executor needs Dask; pip install 'vendorlint[dask]'\n"
    assert (run.code, run.out, run.err, written(repository / "vendors")) == (2, "", told, {})


def test_an_address_alone_takes_it(repository: Path) -> None:
    script = "import sys\nfrom vendorlint.cli.app import main\ntry: main()\nfinally: print({'dask', 'distributed', 'tornado'} & sys.modules.keys())"
    command = [sys.executable, "-c", script, "extract"]
    run = subprocess.run(command, check=False, cwd=repository, capture_output=True, text=True)
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "set()")
