"""What changed, side by side, as one HTML file that opens offline and runs nothing."""

from __future__ import annotations

from typing import Any

from vendorlint.jobs.changes.compare import Changes, Stated, TermsVersion
from vendorlint.jobs.changes.texts import ClauseChange, Passage
from vendorlint.reports.changes.text import changes_summary, shown_value, version_path, violation_words, word_changes
from vendorlint.reports.parts.page import page


def changes_html(changes: Changes) -> str:
    """The whole comparison."""
    return page(
        "changes",
        old=changes.old.label,
        new=changes.new.label,
        summary=changes_summary(changes),
        appeared=changes.appeared,
        vanished=changes.vanished,
        violations=[(change.kind, change.finding, violation_words(change)) for change in changes.violations],
        facts=[
            {
                "vendor": change.vendor,
                "fact": change.fact,
                "kind": change.kind,
                "old": _stated(change.old, changes.old),
                "new": _stated(change.new, changes.new),
            }
            for change in changes.facts
        ],
        clauses=[_clause(change, changes.old, changes.new) for change in changes.clauses],
    )


def _stated(stated: Stated | None, version: TermsVersion) -> dict[str, Any]:
    quotes = stated.quotes if stated else ()
    places = [(f"{version_path(version, quote.path)}:{quote.line}", quote.section, quote.text) for quote in quotes]
    return {"value": shown_value(stated), "quotes": places}


def _clause(change: ClauseChange, old: TermsVersion, new: TermsVersion) -> dict[str, Any]:
    words = list(word_changes(*((each.text.split() if each else []) for each in (change.old, change.new))))
    return {
        "vendor": change.vendor,
        "kind": change.kind,
        "similarity": round(change.similarity),
        "old": {"place": _place(change.old, old), "words": [pair for pair in words if pair[0] != "+"]},
        "new": {"place": _place(change.new, new), "words": [pair for pair in words if pair[0] != "-"]},
    }


def _place(passage: Passage | None, version: TermsVersion) -> str:
    return f"{version_path(version, passage.path)}:{passage.line}" if passage else ""
