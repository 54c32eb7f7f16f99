"""What a server is given: the pack, once for all who have the same one, and the data of a run for as long as it takes.

A pack says nothing of vendors and stays, so that the next run finds it there. One that nobody has used for a while goes when another
one is uploaded.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from vendorlint.engines.opa.connection import Connection
from vendorlint.engines.opa.space import RUNS, Joined
from vendorlint.engines.pack import ROOT
from vendorlint.errors import EngineError
from vendorlint.files.signals import uninterrupted

PACKS = "vendorlint_packs"  # the root of the data that has by pack when it was last of use
UNUSED_DAYS = 30


def provide(connection: Connection, space: Joined, digest: str) -> None:
    """See to it that the server has a pack. Raises InputErrors for rules outside the subset, and EngineError."""
    there = _held(connection, space, digest)
    if not there:
        connection.put_policy(space.policy, space.text)
    today = datetime.date.today()
    used = _used(connection)
    if used.get(space.identity) != today.isoformat():
        connection.put_data(f"{PACKS}/{space.identity}", {"used": today.isoformat()})
    if not there:
        oldest = (today - datetime.timedelta(days=UNUSED_DAYS)).isoformat()
        for identity in (identity for identity, day in used.items() if day < oldest):
            connection.delete_policy(f"{ROOT}/{identity}")
            connection.delete_data(f"{PACKS}/{identity}")


@contextmanager
def run_data(connection: Connection, data: Mapping[str, Any]) -> Iterator[str]:
    """The data of a run on the server for the time of the block, and the name of the run. Signals wait until it is gone, as what
    stays would stay for good."""
    run = secrets.token_hex(8)
    root = f"{RUNS}/{run}"
    try:
        connection.put_data(root, data)
        yield run
    except BaseException:
        # The first error is the one to tell. What was on its way when the run was ended may arrive behind its deletion.
        with suppress(EngineError), uninterrupted():
            connection.delete_data(root)
            connection.delete_data(root)
        raise
    with uninterrupted():
        connection.delete_data(root)


def _held(connection: Connection, space: Joined, digest: str) -> bool:
    try:
        pack, _ = connection.query(space.pack, {})
    except EngineError as error:
        if error.kind == "undefined":
            return False
        raise
    return isinstance(pack, dict) and pack.get("sha256") == digest


def _used(connection: Connection) -> dict[str, str]:
    """By pack, the day when it was last of use, ISO 8601."""
    try:
        found = connection.get_data(PACKS)
    except EngineError as error:
        if error.kind == "undefined":
            return {}
        raise
    entries = found.items() if isinstance(found, dict) else ()
    return {name: str(entry.get("used", "")) for name, entry in entries if isinstance(entry, dict)}
