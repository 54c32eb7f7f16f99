"""What a worker of a cluster does: it reads an order by the processes of its own machine, as that which gave it would have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from vendorlint.facts.order import Order, Original
from vendorlint.facts.process import read_here
from vendorlint.facts.provenance import extractor_digest
from vendorlint_extractor.documents.readers.rendering import KINDS, Limits, Rendering
from vendorlint_extractor.documents.rendered import keep_rendering, rendered_before

DIFFERS = "differs"  # in an answer, in place of all else: what the worker reads by
RENDERED = "rendered"  # in an answer: what was made of each document that is no text, so that none is rendered here too


def read_elsewhere(by: str, order: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to an order as `to_plain` made it, by whoever reads by the same as this one."""
    if by != extractor_digest():
        return {DIFFERS: extractor_digest()}
    wanted = Order.from_plain(order)
    answer = read_here(wanted)
    return answer | {RENDERED: [_rendering(each, wanted.limits) for each in wanted.originals]}


def keep_renderings(order: Order, answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what was made of the documents, which this process keeps, so that none is rendered again here."""
    for original, rendering in zip(order.originals, answer.pop(RENDERED, ()), strict=False):
        if rendering:
            keep_rendering(original.raw, KINDS[_suffix(original)], order.limits, rendering)
    return answer


def _rendering(original: Original, limits: Limits) -> Rendering | None:
    """What was made of a document that is no text; None of one that could not be read."""
    kind = KINDS.get(_suffix(original))
    return rendered_before(original.raw, kind, limits) if kind else None


def _suffix(original: Original) -> str:
    return PurePath(original.path).suffix.lower()
