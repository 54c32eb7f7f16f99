"""What changed, for programs; its shape is schemas/changes.schema.json."""

from __future__ import annotations

import json
from typing import Any

from vendorlint import __version__
from vendorlint.jobs.changes.compare import Changes, FactChange, Side, Stated, ViolationChange
from vendorlint.jobs.changes.texts import ClauseChange, Passage
from vendorlint.reports.changes.text import side_path

CHANGES_VERSION = 1


def changes_json(changes: Changes) -> str:
    """The whole comparison in ASCII, ending in a line break."""
    return json.dumps(changes_dict(changes), indent=2) + "\n"


def changes_dict(changes: Changes) -> dict[str, Any]:
    """The comparison as plain data."""
    old, new = changes.old, changes.new
    return {
        "version": CHANGES_VERSION,
        "tool": {"name": "vendorlint", "version": __version__},
        "old": old.label,
        "new": new.label,
        "vendors": {
            "compared": list(changes.vendors),
            "appeared": list(changes.appeared),
            "vanished": list(changes.vanished),
        },
        "violations": [_violation(change, old if change.kind == "resolved" else new) for change in changes.violations],
        "facts": [_fact(change, old, new) for change in changes.facts],
        "clauses": [_clause(change, old, new) for change in changes.clauses],
    }


def _violation(change: ViolationChange, side: Side) -> dict[str, Any]:
    finding = change.finding
    return {
        "kind": change.kind,
        "rule": finding.rule,
        "vendor": finding.vendor,
        "fact": finding.fact,
        "severity": finding.severity,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "location": {"path": side_path(side, finding.path), "line": finding.line, "column": finding.column},
    }


def _fact(change: FactChange, old: Side, new: Side) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "vendor": change.vendor,
        "fact": change.fact,
        "old": _stated(change.old, old),
        "new": _stated(change.new, new),
    }


def _stated(stated: Stated | None, side: Side) -> dict[str, Any] | None:
    if stated is None:
        return None
    quotes = [
        {"path": side_path(side, quote.path), "line": quote.line, "section": quote.section, "quote": quote.text}
        for quote in stated.quotes
    ]
    return {"value": stated.value, "conflict": stated.conflict, "clauses": quotes}


def _clause(change: ClauseChange, old: Side, new: Side) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "vendor": change.vendor,
        "similarity": round(change.similarity, 1),
        "old": _passage(change.old, old),
        "new": _passage(change.new, new),
    }


def _passage(passage: Passage | None, side: Side) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "path": side_path(side, passage.path),
        "line": passage.line,
        "section": passage.section,
        "text": passage.text,
    }
