"""The second engine: an OPA server, which is given the pack for the time of a run, or has a bundle of its own."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB
from vendorlint.engines.opa.connection import Connection
from vendorlint.engines.opa.errors import ServerError
from vendorlint.engines.opa.space import Space
from vendorlint.engines.pack import DATA_ROOT, PACK, RULES, pack_digest, rule_names
from vendorlint.engines.results import collect, evaluation_error
from vendorlint.errors import EngineError, InputErrors, VendorlintError
from vendorlint.files.signals import uninterrupted
from vendorlint.policy.rules import Module
from vendorlint.project.config import OpaSettings

TAKE_DOWN_SECONDS = 20.0  # for the shipped rules it takes five


class OpaEngine:
    """OPA over HTTP. `version` and `decision_ids` are those of the last evaluation."""

    name = "opa"

    def __init__(self, settings: OpaSettings) -> None:
        self.version = ""
        self.decision_ids: tuple[str, ...] = ()
        self._settings = settings

    def evaluate(
        self, modules: Sequence[Module], data: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        """The results for each input. Raises InputErrors, and EngineError of any kind but memory and crash."""
        # The same check as in the embedded engine, and by the same parser.
        root_ends = EmbeddedEngine(DEADLINE_SECONDS, MEMORY_MB).root_ends(modules)
        connection = Connection(self._settings)
        try:
            if self._settings.mode == "push":
                space = Space(modules, root_ends, secrets.token_hex(8))
                with _pushed(connection, space, data):
                    self._compare_pack(connection, space, modules)
                    return self._judge(connection, space, modules, inputs)
            space = Space(modules, root_ends, "")
            self._compare_pack(connection, space, modules)
            _compare_data(connection, data)
            return self._judge(connection, space, modules, inputs)
        finally:
            connection.close()

    def _compare_pack(self, connection: Connection, space: Space, modules: Sequence[Module]) -> None:
        pack, _ = connection.query(space.name(PACK), {})
        if not isinstance(pack, dict) or pack.get("sha256") != pack_digest(modules):
            message = f"{connection.url} holds another pack of rules than this run ({pack_digest(modules)})"
            raise EngineError("protocol", f"{message}; publish the bundle again")
        self.version = pack.get("opa_version", "")

    def _judge(
        self, connection: Connection, space: Space, modules: Sequence[Module], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        answers, ids = [], []
        names = rule_names(modules)
        for document in inputs:
            try:
                packages, decision = connection.query(space.name(RULES), document)
            except ServerError as error:
                raise evaluation_error(_located(error, space), document) from None
            if not isinstance(packages, dict) or packages.keys() != names:
                message = f"{connection.url} has other rules under data.{RULES} than those of the pack"
                raise EngineError("protocol", message)
            answers.append({name: rules["deny"] for name, rules in packages.items()})
            ids.append(decision)
        self.decision_ids = tuple(filter(None, ids))
        return collect(modules, answers)


@contextmanager
def _pushed(connection: Connection, space: Space, data: Mapping[str, Any]) -> Iterator[None]:
    """The pack and its data, on the server for the time of the block: libraries up first, and down last."""
    up: list[str] = []
    root = space.name(DATA_ROOT)
    try:
        connection.put_data(root, data)
        for policy, text in space.policies():
            up.append(policy)
            try:
                connection.put_policy(policy, text)
            except ServerError as error:
                raise _located(error, space) from None
        yield
    except BaseException:
        # The first error is the one to tell. What was on its way when the run was ended may arrive behind its deletion, so
        # that it goes down first, with all that builds on nothing else, and once more at last.
        with suppress(EngineError):
            _take_down(connection, [*up[-1:], *up], root)
        raise
    _take_down(connection, up, root)


def _take_down(connection: Connection, up: Sequence[str], root: str) -> None:
    """Delete all that was pushed; what the server refuses keeps none of the rest. Raises the first EngineError.

    Signals wait for it, as what stays would stay for good. A server that has gone, or takes too long, is given up.
    """
    steps = [
        *(partial(connection.delete_policy, policy) for policy in reversed(up)),
        partial(connection.delete_data, root),
    ]
    errors: list[EngineError] = []
    until = time.monotonic() + TAKE_DOWN_SECONDS
    with uninterrupted():
        for step in steps:
            try:
                step()
            except EngineError as error:
                errors.append(error)
                if error.kind == "connect" or time.monotonic() > until:
                    break
    if errors:
        raise errors[0]


def _compare_data(connection: Connection, data: Mapping[str, Any]) -> None:
    """Whether a server's own bundle has the policy and vendors of this run; it may have more vendors."""
    held = connection.get_data(DATA_ROOT)
    wanted = json.loads(json.dumps(data))
    for key, value in wanted.items():
        there = held.get(key) if isinstance(held, dict) else None
        if key == "vendors" and isinstance(there, dict):
            there = {vendor: there.get(vendor) for vendor in value}
        if there != value:
            message = f"{connection.url} has other {key} in data.{DATA_ROOT} than this run; publish the bundle again"
            raise EngineError("protocol", message)


def _located(error: ServerError, space: Space) -> VendorlintError:
    """The same error with path, line and column of the rules, where it has a place in them."""
    places = [found for detail in error.errors if (found := space.locate(detail))]
    return InputErrors(places) if places else error
