"""Fetches one revision of another git repository, as far as its objects go and no further.

Whoever keeps that repository is a stranger. Nothing is checked out, so that no link, attribute, filter or submodule of theirs means
anything; hooks are off, and git speaks one protocol. The user's own configuration stays in force, as it has the proxy and the
credentials; that of the repository around the working folder does not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.git import Repository
from vendorlint.files.temporary import temporary_folder
from vendorlint_extractor.documents.readers.programs import run_whole

SECONDS = 120
MAX_BYTES = 50_000_000  # of all that comes
_HERE = "refs/vendorlint/fetched"
_SWITCHES = (
    *(
        "core.hooksPath=/dev/null",
        "core.fsmonitor=false",
        "fetch.recurseSubmodules=false",
        "fetch.writeCommitGraph=false",
    ),
    *("gc.auto=0", "maintenance.auto=false", "fetch.unpackLimit=1", "fetch.bundleURI=", "transfer.bundleURI=false"),
    *("core.bigFileThreshold=1m", "protocol.version=2"),  # large objects pass by memory; any commit may be asked for
)
# Of git's own variables, those by which a user or a build reaches servers.
_KEPT = ("GIT_SSH", "GIT_SSL", "GIT_ASKPASS", "GIT_HTTP", "GIT_PROXY", "GIT_CONFIG_")


@contextmanager
def fetched(url: str, reference: str, limit: int = MAX_BYTES) -> Iterator[tuple[Repository, str]]:
    """A repository with what a reference of another one leads to, and the id of that commit; for the time of the block.

    `url` begins with its protocol; `limit` is the bytes of all that comes. Raises InputError, in git's words where they are git's.
    """
    with temporary_folder() as folder:
        _git(url, folder, limit, "init", "--quiet", "--template=", ".")
        words = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
        _git(url, folder, limit, *words, "--", url, f"{reference}:{_HERE}")
        with Repository(folder) as repository:
            yield repository, repository.commit_id(_HERE)


def _git(url: str, folder: Path, limit: int, *words: str) -> None:
    switches = [word for switch in _SWITCHES for word in ("-c", switch)]
    command = ["git", *switches, *words]
    bound = partial(_bound, limit) if os.name == "posix" else None
    try:
        run = run_whole(command, b"", SECONDS, _environment(url, folder), cwd=folder, preexec_fn=bound)
    except FileNotFoundError:
        raise InputError("git is not installed") from None
    if run is None:
        raise InputError(f"git took more than {SECONDS} seconds")
    if run.returncode:
        raise InputError(_reason(run.stderr.decode(errors="replace"), limit))


def _bound(limit: int) -> None:
    """No file of more than all may have; git keeps what comes in one."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _environment(url: str, folder: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_KEPT)}
    own = {"GIT_ALLOW_PROTOCOL": url.partition(":")[0], "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    return kept | own | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def _reason(told: str, limit: int) -> str:
    """The first complaint of git, which names the cause; what follows is advice."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if any(line.endswith("invalid index-pack output") for line in lines):  # which is ended where it goes over the limit
        return f"git could not take what came; is it more than {limit / 1e6:g} MB?"
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "")
    return fatal.partition(": ")[2] or fatal or "cannot be fetched"
