"""One finding for one thing: what several rules find in one clause about one fact is told once, with the names of all.

Nothing is judged here and nothing gets lost. Each rule's finding keeps its fingerprint, by which a baseline knows it; and what a
person has accepted of one of them, by a waiver or a baseline, hides none of the others, because it stands apart from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vendorlint.choices import SEVERITIES
from vendorlint.findings.finding import Finding

_Numbered = tuple[int, Finding]


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their order, of those of several rules about one thing the most severe, the first of equals, which has the
    others as `also` and their clauses behind its own."""
    groups: dict[tuple[object, ...], list[_Numbered]] = {}
    for number, finding in enumerate(findings):
        groups.setdefault(_thing(finding) or (number,), []).append((number, finding))
    told = (each for group in groups.values() for each in _merged(group))
    return tuple(finding for _, finding in sorted(told, key=lambda each: each[0]))


def _thing(finding: Finding) -> tuple[object, ...]:
    """What a finding is about: equal for those to tell once; empty for what stands alone, as what a person wrote a waiver for."""
    if finding.waiver or finding.status == "parameters":
        return ()
    first = next((each for each in finding.citations if each.role == "statement"), None)
    clause = (first.document, first.lines, first.column, first.quote) if first else ()
    value = json.dumps([finding.value, sorted(finding.scope.items())], sort_keys=True)
    return finding.vendor, finding.fact, finding.status, value, clause, finding.place, finding.baselined


def _merged(group: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """The gravest of a group with those of other rules; another of the same rule says something else, and stands by itself."""
    number, gravest = min(group, key=lambda each: SEVERITIES.index(each[1].severity))
    also = tuple(each for _, each in group if each.rule != gravest.rule)
    clauses = dict.fromkeys((*gravest.citations, *(clause for each in also for clause in each.citations)))
    yield number, replace(gravest, also=also, citations=tuple(clauses)) if also else gravest
    yield from (each for each in group if each[1].rule == gravest.rule and each[0] != number)
