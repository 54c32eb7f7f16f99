"""The second engine: an OPA server, which is given the pack once and keeps it, or has a bundle of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB
from vendorlint.engines.opa.connection import Connection
from vendorlint.engines.opa.errors import ServerError
from vendorlint.engines.opa.push import provide, run_data
from vendorlint.engines.opa.space import RUN_KEY, Bundled, Joined, Space
from vendorlint.engines.pack import DATA_ROOT, RULES, pack_digest, rule_names
from vendorlint.engines.results import collect, evaluation_error
from vendorlint.errors import EngineError, InputErrors, VendorlintError
from vendorlint.policy.rules import Module
from vendorlint.project.config import OpaSettings


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
        connection = Connection(self._settings)
        try:
            if self._settings.mode == "push":
                return self._push(connection, modules, data, inputs)
            # The same check as in the embedded engine, and by the same parser.
            EmbeddedEngine(DEADLINE_SECONDS, MEMORY_MB).edits(modules)
            space = Bundled(modules)
            self._compare_pack(connection, space, modules)
            _compare_data(connection, data)
            return self._judge(connection, space, modules, inputs)
        finally:
            connection.close()

    def _push(
        self,
        connection: Connection,
        modules: Sequence[Module],
        data: Mapping[str, Any],
        inputs: Sequence[Mapping[str, Any]],
    ) -> list[list[dict[str, Any]]]:
        space = Joined(modules)
        try:
            provide(connection, space, pack_digest(modules))
        except ServerError as error:
            raise _located(error, space) from None
        self._compare_pack(connection, space, modules)
        with run_data(connection, data) as run:
            return self._judge(connection, space, modules, [{**document, RUN_KEY: run} for document in inputs])

    def _compare_pack(self, connection: Connection, space: Space, modules: Sequence[Module]) -> None:
        pack, _ = connection.query(space.pack, {})
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
                packages, decision = connection.query(space.rules, document)
            except ServerError as error:
                raise evaluation_error(_located(error, space), document) from None
            if not isinstance(packages, dict) or packages.keys() != names:
                message = f"{connection.url} has other rules under data.{RULES} than those of the pack"
                raise EngineError("protocol", message)
            answers.append({name: rules["deny"] for name, rules in packages.items()})
            ids.append(decision)
        self.decision_ids = tuple(filter(None, ids))
        return collect(modules, answers)


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
