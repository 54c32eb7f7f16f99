"""Reads what git keeps, and nothing runs because a repository says so.

A repository's own configuration may name programs (fsmonitor, pagers, hooks, filters, textconv, gpg, ssh, aliases) and its attributes
may change what an archive holds. So only commands that read objects are called, with the switches for programs off and the
configuration of user and system left out, and objects are taken byte by byte. Of a partial clone nothing is fetched.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from vendorlint.errors import InputError

SECONDS = 120  # a command takes milliseconds; more means that its configuration includes a pipe, or worse
MAX_BYTES = 200_000_000  # of one object
_SWITCHES = (
    *("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.commitGraph=false"),
    *("core.alternateRefsCommand=false", "core.sshCommand=false", "core.askPass=false", "gpg.program=false"),
)
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "HOME": os.devnull,  # where versions before 2.32 look for the user's configuration
    "XDG_CONFIG_HOME": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for versions that would fetch in spite of it
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_AUTHOR = re.compile(rb"^author .*> (-?\d{1,15}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_ENCODING = re.compile(rb"^encoding ([\w.:-]+)$", re.MULTILINE)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

Kind = Literal["folder", "file", "link", "other"]
_KINDS: dict[bytes, Kind] = {b"40000": "folder", b"120000": "link"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a folder; `identity` is git's id of it."""

    kind: Kind
    name: str
    identity: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its id, the folder that it is of, the author's date (ISO 8601), and the first paragraph of its message."""

    identity: str
    tree: str
    date: str
    subject: str


class Repository:
    """The git repository around a folder. Used as a context: it holds a process that reads objects until it ends."""

    def __init__(self, folder: Path, bare: Path | None = None) -> None:
        """The one around a folder, which need not be checked out, or the `bare` one that a person names: a folder that looks like
        one may stand in any repository, and is looked for in none. Raises InputError where there is none."""
        real = Path(os.path.realpath(folder))
        around = next((each for each in (real, *real.parents) if os.path.lexists(each / ".git")), None)
        found = around if bare is None else Path(os.path.realpath(bare))
        if found is None:
            raise InputError("is in no git repository", folder)
        self.root = found
        self._bare = bare is not None
        self._reader: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()  # of those who ask the reader

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        reader, self._reader = self._reader, None
        if reader:
            reader.kill()
            reader.communicate()

    def inside(self, path: Path) -> tuple[str, ...]:
        """The names that lead from the repository's root to a path. Raises InputError for one outside."""
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.root):
            raise InputError(f"is outside of the git repository {self.root}", path)
        return real.relative_to(self.root).parts

    def commit_id(self, revision: str) -> str:
        """The id of a revision's commit. Raises InputError for what is none."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        run = self._run(*asked)
        if run.returncode:
            told = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise InputError(told or f"no such revision: {revision}", self.root)
        return run.stdout.decode().strip()

    def history(self, inside: tuple[str, ...]) -> list[str]:
        """The ids of the commits that changed what is at a path, up to the one that is checked out, the oldest first."""
        run = self._run("rev-list", "--reverse", self.commit_id("HEAD"), "--", "/".join(inside) or ".")
        if run.returncode:
            raise InputError(run.stderr.decode(errors="replace").strip().rpartition("\n")[2], self.root)
        return run.stdout.decode().split()

    def commit(self, identity: str) -> Commit:
        """What is recorded of a commit."""
        content = self.read(identity)
        head, _, message = content.partition(b"\n\n")
        said = _ENCODING.search(head)
        paragraph = _decoded(message, said[1].decode() if said else "utf-8").strip().partition("\n\n")[0]
        tree = head.partition(b"\n")[0].removeprefix(b"tree ").decode()
        return Commit(identity, tree, _date(head), " ".join(line.strip() for line in paragraph.split("\n")))

    def folder(self, tree: str, inside: tuple[str, ...]) -> str | None:
        """The id of a folder at a path below another; None where there is no folder."""
        for name in inside:
            found = (each.identity for each in self.entries(tree) if each.name == name and each.kind == "folder")
            if (tree := next(found, "")) == "":
                return None
        return tree

    def entries(self, tree: str) -> Iterator[Entry]:
        """What stands in a folder, by its id: an entry is `<mode> <name>`, a NUL, and the id in bytes.

        Raises InputError for an object that is none.
        """
        content, size, place = self.read(tree), len(tree) // 2, 0
        while place < len(content):
            end = content.find(b"\0", place)
            if not place < end < len(content) - size:
                raise InputError(f"the object {tree[:12]} is no folder as git keeps them", self.root)
            mode, _, name = content[place:end].partition(b" ")
            place = end + 1 + size
            kind = _KINDS.get(mode, "file" if mode.startswith(b"100") else "other")
            yield Entry(kind, os.fsdecode(name), content[end + 1 : place].hex())

    def read(self, identity: str, limit: int = MAX_BYTES) -> bytes:
        """The bytes of an object, by its id. Raises InputError for one that is not there, as in a partial clone, or has more than
        `limit` bytes."""
        with self._lock:
            return self._read(identity, limit)

    def _read(self, identity: str, limit: int) -> bytes:
        asking, answering = self._pipes()
        with contextlib.suppress(BrokenPipeError):  # then there is no answer either
            asking.write(f"{identity}\n".encode())
            asking.flush()
        header = answering.readline().split()  # id, type and size; or what was asked, and "missing"
        if len(header) != 3:
            raise InputError(
                f"git has no object {identity[:12]} here; is it a partial clone? fetch it first", self.root
            )
        if (size := int(header[2])) > limit:
            self._end()  # what it is about to say would be the answer to the next question
            raise InputError(
                f"the object {identity[:12]} has {size / 1e6:.0f} MB; expected at most {limit // 1_000_000}",
                self.root,
            )
        return answering.read(size + 1)[:-1]

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._reader is None:
            self._reader = subprocess.Popen(  # noqa: S603 - git itself, in the way described above
                self._command("cat-file", "--batch"),
                env=_environment(),
                cwd=self.root,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        if self._reader.stdin is None or self._reader.stdout is None:
            raise RuntimeError("a process was started without its pipes")
        return self._reader.stdin, self._reader.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - as above
                self._command(*arguments),
                env=_environment(),
                cwd=self.root,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise InputError("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise InputError(f"git took more than {SECONDS} seconds", self.root) from None

    def _command(self, *arguments: str) -> list[str]:
        # The folders are named outright: who owns them does not matter where nothing of theirs runs.
        switches = [word for switch in _SWITCHES for word in ("-c", switch)]
        where = [f"--git-dir={self.root / '.git'}", f"--work-tree={self.root}"]
        return ["git", *([f"--git-dir={self.root}"] if self._bare else where), *switches, *arguments]


def is_bare(folder: Path) -> bool:
    """Whether a folder is a repository without files that are checked out, as `git clone --bare` makes it."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()


def user_name(folder: Path) -> str:
    """As git signs commits in a folder; empty where it has no name for the user."""
    command = [
        "git",
        "-C",
        str(folder),
        "config",
        "--get",
        "user.name",
    ]  # reads the configuration, and runs nothing of it
    with contextlib.suppress(FileNotFoundError):
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False)  # noqa: S603
        return done.stdout.decode(errors="replace").strip()
    return ""


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _ENVIRONMENT


def _date(head: bytes) -> str:
    """The author's date; the epoch where none can be made out, as git has it."""
    with contextlib.suppress(ValueError, OverflowError):
        if found := _AUTHOR.search(head):
            offset = datetime.timedelta(hours=int(found[3]), minutes=int(found[4])) * (-1 if found[2] == b"-" else 1)
            moment = _EPOCH + datetime.timedelta(seconds=int(found[1]))
            return moment.astimezone(datetime.timezone(offset)).isoformat()
    return _EPOCH.isoformat()


def _decoded(text: bytes, encoding: str) -> str:
    try:
        return text.decode(encoding, "replace")
    except LookupError:
        return text.decode("utf-8", "replace")
