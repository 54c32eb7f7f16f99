"""What changed, for programs; its shape is schemas/changes.schema.json."""

from __future__ import annotations

from typing import Any

from vendorlint import __version__
from vendorlint.files.json import ascii_json
from vendorlint.jobs.changes.compare import Changes, FactChange, Stated, TermsVersion, ViolationChange
from vendorlint.jobs.changes.texts import ClauseChange, Passage
from vendorlint.reports.changes.text import version_path

CHANGES_VERSION = 1


def changes_json(changes: Changes) -> str:
    """The whole comparison in ASCII, ending in a line break."""
    return ascii_json(changes_dict(changes))


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


def _violation(change: ViolationChange, version: TermsVersion) -> dict[str, Any]:
    finding = change.finding
    path, line, column = finding.place
    shown = {
        "kind": change.kind,
        "rule": finding.rule,
        "vendor": finding.vendor,
        "fact": finding.fact,
        "severity": finding.severity,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "location": {"path": version_path(version, path), "line": line, "column": column},
    }
    return shown | ({"why": change.why} if change.why else {})


def _fact(change: FactChange, old: TermsVersion, new: TermsVersion) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "vendor": change.vendor,
        "fact": change.fact,
        "old": stated_dict(change.old, old),
        "new": stated_dict(change.new, new),
    }


def stated_dict(stated: Stated | None, version: TermsVersion) -> dict[str, Any] | None:
    """What a version states of a fact; None where it is silent."""
    if stated is None:
        return None
    quotes = [
        {"path": version_path(version, quote.path), "line": quote.line, "section": quote.section, "quote": quote.text}
        for quote in stated.quotes
    ]
    shown = {"value": stated.value, "conflict": stated.conflict, "clauses": quotes}
    others = [{"scope": dict(scope), "value": value} for scope, value in stated.others]
    more = {"scope": dict(stated.scope), "elsewhere": others, "review": stated.review}
    return shown | {key: value for key, value in more.items() if value}


def _clause(change: ClauseChange, old: TermsVersion, new: TermsVersion) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "vendor": change.vendor,
        "similarity": round(change.similarity, 1),
        "old": _passage(change.old, old),
        "new": _passage(change.new, new),
    }


def _passage(passage: Passage | None, version: TermsVersion) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "path": version_path(version, passage.path),
        "line": passage.line,
        "section": passage.section,
        "text": passage.text,
    }
