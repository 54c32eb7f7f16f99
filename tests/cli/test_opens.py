"""The system's own word on what a check opens: files of the repository, of vendorlint and of the system, and nothing else; it
writes none, asks nobody, and runs no program but its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from vendorlint.engines.embedded import WORKER
from vendorlint.project.bundled import bundled

from ..command import COMMAND, surroundings
from ..readers.docx.word import docx, p, r
from ..tools import needed
from .conftest import TERMS

ROOT = Path(__file__).parents[2]
# What the interpreter and the libraries of the system read of the system: code, locales, time zones, the number of processors.
SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/share/locale", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime"),
    *("/proc/self", "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu", "/sys/fs/cgroup", "/proc/meminfo"),
    *("/dev/null", "/dev/urandom", "/etc/ssl/openssl.cnf"),
)
BUNDLE = (
    sys.prefix,
    sys.base_prefix,
    *(str(ROOT / name) for name in ("src", "extractor")),
    *map(str, map(bundled, ("rego", "policies"))),
)
OPENED = re.compile(
    r'^(\d+) +open(?:at)?\((?:AT_FDCWD|\d+), "((?:[^"\\]|\\.)*)", ([A-Z_|]+).*\) = (-?\d+)', re.MULTILINE
)
RUN = re.compile(r'^\d+ +execve\("([^"]*)", \[(.*?)\].*\) = 0', re.MULTILINE)
ASKED = re.compile(r"^\d+ +(?:socket|connect|bind|sendto)\((?!AF_UNIX).*", re.MULTILINE)
WRITING = re.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")

CACHE = ".cache/vendorlint"  # in a user's home

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the system saw of a run: its exit code, the files that it opened and those to write, the programs that it started,
    the calls to a network, and what its engine opened once it had read its rules."""

    code: int
    opened: set[str]
    written: set[str]
    programs: list[str]
    asked: list[str]
    by_the_engine: list[str]


def watched(root: Path, home: Path, *arguments: str) -> Seen:
    """A run in `root`, by strace."""
    log = home / "calls.log"
    calls = "trace=open,openat,execve,socket,connect,bind,sendto,prlimit64"
    environ = surroundings() | {"HOME": str(home), "TMPDIR": str(home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    (home / "tmp").mkdir(exist_ok=True)
    command = [needed("strace"), "-f", "-qq", "-s", "4096", "-e", calls, "-o", log, *COMMAND, *arguments]
    run = subprocess.run(command, cwd=root, env=environ, capture_output=True, check=False)
    print(run.stdout.decode(), run.stderr.decode())  # told where a test fails
    text = log.read_text(errors="replace")
    if "Operation not permitted" in run.stderr.decode() and not text:
        pytest.skip("this machine lets no process be watched")
    found = [
        (process, os.path.normpath(root / name), how)
        for process, name, how, got in OPENED.findall(text)
        if int(got) >= 0
    ]
    shut = re.search(r"^(\d+) +prlimit64\(0, RLIMIT_NOFILE, \{rlim_cur=0, rlim_max=0\}", text, re.MULTILINE)
    return Seen(
        run.returncode,
        {name for _, name, _ in found},
        {name for _, name, how in found if WRITING.search(how) and "__pycache__" not in name} - {"/dev/null"},
        [words for _, words in RUN.findall(text)][1:],
        ASKED.findall(text),
        [line for line in text[shut.end() :].splitlines() if shut[1] in line and " open" in line]
        if shut
        else ["never shut"],
    )


def outside(seen: Seen, root: Path, home: Path) -> list[str]:
    """What was opened of neither the repository, nor vendorlint, nor the system, nor the temporary folder, nor the user's cache."""
    known = (str(root), *BUNDLE, *SYSTEM, str(home / "tmp"), str(home / CACHE))
    return sorted(
        name for name in seen.opened if not any(name == each or name.startswith(f"{each}/") for each in known)
    )


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with what nobody may read for a check."""
    home = tmp_path_factory.mktemp("home")
    for name in (".netrc", ".gitconfig", ".ssh/id_ed25519", ".config/pip/pip.conf"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("secret\n")
    return home


@pytest.fixture
def filled(repository: Path) -> Path:
    """The test's repository with documents of each way of reading, and a rule and a waiver of its own."""
    folder = repository / "vendors/brightleaf"
    (folder / "order.docx").write_bytes(docx("".join(p(r(line)) for line in TERMS.splitlines() if line)))
    (folder / "policy.html").write_text(f"<p>{TERMS}</p>")
    (repository / "waivers.yaml").write_text("version: 1\nwaivers: []\n")
    return repository


def test_a_check_opens_nothing_but_the_repository_and_itself(filled: Path, home: Path) -> None:
    seen = watched(filled, home, "check")
    assert (seen.code, outside(seen, filled, home), seen.asked) == (1, [], [])
    assert [name for name in seen.written if not name.startswith(f"{home / CACHE}/")] == []
    anew = watched(filled, home, "check", "--no-cache")
    assert (anew.code, outside(anew, filled, home), anew.written, anew.asked) == (1, [], set(), [])
    assert {
        str(filled / "vendors/brightleaf" / name) for name in ("terms.md", "order.docx", "policy.html")
    } < seen.opened
    workers = [re.findall(r"[^\"]*worker\.py", words) for words in seen.programs]
    assert [str(WORKER)] in workers
    assert [words for words, worker in zip(seen.programs, workers, strict=True) if not worker] == []


def test_the_engine_opens_nothing_once_it_has_read_its_rules(repository: Path, home: Path) -> None:
    assert watched(repository, home, "check").by_the_engine == []


REACHING = {
    "a policy above the repository": ("vendorlint.yaml", "version: 1\npolicy: ../secret.yaml\n"),
    "rules elsewhere": ("vendorlint.yaml", "version: 1\nrego: [../rules]\n"),
    "vendors elsewhere": ("vendorlint.yaml", "version: 1\nvendors: /etc\n"),
    "a pack that a policy extends": ("policies/house.yaml", "version: 1\nname: house\nextends: [../../secret.yaml]\n"),
    "a document of facts.yaml": (
        "vendors/brightleaf/facts.yaml",
        "version: 1\nvendor: brightleaf\ndocuments:\n- {id: terms, path: ../../../secret.yaml, sha256: "
        f"{'0' * 64}, type: terms_of_service, language: en}}\nfacts: {{}}\n",
    ),
}


@pytest.mark.parametrize("name", REACHING)
def test_no_file_of_the_repository_reaches_out_of_it(repository: Path, home: Path, name: str) -> None:
    secret(repository)
    path, text = REACHING[name]
    (repository / path).write_text(text)
    seen = watched(repository, home, "check")
    assert (seen.code, outside(seen, repository, home)) == (2, [])


@pytest.mark.parametrize(
    "name",
    [
        "vendors/brightleaf/terms.md",
        "vendors/brightleaf/facts.yaml",
        "vendors/other",
        "waivers.yaml",
        "policies/house.yaml",
    ],
)
def test_no_link_leads_out_of_it(repository: Path, home: Path, name: str) -> None:
    secret(repository)
    (repository / name).unlink(missing_ok=True)
    (repository / name).symlink_to(repository.parent / "secret.yaml" if "." in name else repository.parent)
    seen = watched(repository, home, "check")
    assert (seen.code, outside(seen, repository, home)) == (2, [])
    assert str(repository.resolve().parent / "secret.yaml") not in {os.path.realpath(each) for each in seen.opened}


def secret(repository: Path) -> None:
    (repository.parent / "secret.yaml").write_text("version: 1\nname: secret\nrequirements: {}\n")
