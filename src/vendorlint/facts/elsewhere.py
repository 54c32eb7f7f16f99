"""What a worker of a cluster does: it reads an order by the processes of its own machine, as that which gave it would have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorlint.facts.order import Order
from vendorlint.facts.process import read_here
from vendorlint.facts.provenance import extractor_digest
from vendorlint.files.cache import NOTHING_KEPT

DIFFERS = "differs"  # in an answer, in place of all else: what the worker reads by


def read_elsewhere(by: str, order: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to an order as `to_plain` made it, by whoever reads by the same as this one."""
    if by != extractor_digest():
        return {DIFFERS: extractor_digest()}
    return read_here(Order.from_plain(order), NOTHING_KEPT)
