"""The Rego engines behind one interface: evaluate(modules, data, inputs) gives the violations of each input.

Nothing here is imported before it is used: the worker process passes through this module, and a run with the embedded
engine loads no HTTP client.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from vendorlint.choices import ENGINES, EngineName
from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB

if TYPE_CHECKING:
    from vendorlint.files.cache import Cache
    from vendorlint.policy.rules import Module
    from vendorlint.project.config import OpaSettings


class Engine(Protocol):
    """Something that judges facts by Rego rules. `name` and `version` go into every report."""

    @property
    def name(self) -> str:
        """What judged, as in `regorus` or `opa`."""

    @property
    def version(self) -> str:
        """Its version, or an empty string before the first answer of an engine that is elsewhere."""

    @property
    def decision_ids(self) -> tuple[str, ...]:
        """The ids under which the engine logged its last decisions, one per input; empty where it logs none."""

    def evaluate(
        self, modules: Sequence[Module], data: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
    ) -> list[list[dict[str, Any]]]:
        """The results of all rules for each input, sorted by rule, fact and message.

        `data` is the content of data.vendorlint_data. Raises InputErrors for rules that are wrong, each with path, line
        and column, and EngineError for an engine that failed.
        """


def open_engine(
    name: EngineName,
    *,
    opa: OpaSettings | None = None,
    deadline_seconds: float = DEADLINE_SECONDS,
    memory_mb: int = MEMORY_MB,
    cache: Cache | None = None,
) -> Engine:
    """The engine `embedded` or `opa`. The limits are those of each process of the embedded engine, whose answers are kept in `cache`."""
    if name == "embedded":
        from vendorlint.engines.embedded import EmbeddedEngine
        from vendorlint.files.cache import NOTHING_KEPT

        return EmbeddedEngine(deadline_seconds, memory_mb, cache or NOTHING_KEPT)
    from vendorlint.errors import InputError
    from vendorlint.near import did_you_mean

    if name != "opa":
        raise InputError(f"unknown engine '{name}'; expected {' or '.join(ENGINES)}{did_you_mean(name, ENGINES)}")
    if opa is None or not opa.url:
        raise InputError("the engine opa needs the server's URL: opa.url, VENDORLINT_OPA_URL or --opa-url")
    from vendorlint.engines.opa.server import OpaEngine

    return OpaEngine(opa)
