"""Findings: what the rules answered, with its place in the contract and what the rule says about itself."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vendorlint.choices import CONFIDENCES, SEVERITIES, WAIVER_STATUSES, Confidence, Severity, Status, WaiverStatus
from vendorlint.facts.closest import Closest, ClosestClauses
from vendorlint.facts.file import fact_node, sides
from vendorlint.facts.provenance import is_overridden
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.seen import place_of
from vendorlint.findings.advice import remedy_of
from vendorlint.findings.citation import Citation, citation_of
from vendorlint.findings.others import Other, is_named, others_of
from vendorlint.findings.override import Override, override_of
from vendorlint.findings.second_reader import read_by
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace
from vendorlint.policy.origins import Origin, parameters_place
from vendorlint.policy.rules import Rule
from vendorlint.project.declared import PREFIX, Declaration

# What a quote may begin with and a new numbering changes: marks of lists and headings, "(iii)", "3.2", "12.", "b)",
# "Section 4". A bare number is one only before a capital: "30 days" and "99.9 % uptime" are text.
_NUMBERING = re.compile(
    r"""(?: [#>*•·‣◦–—-]+\s+
      | \((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,7})\)\s*
      | (?:\d{1,3}(?:\\?\.\d{1,3})*|[a-z]|[ivxlc]{1,7})\\?[.)]\s+
      | (?:(?:section|article|clause|§+)\s*\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\\?\.\d{1,3})+)[.:]?\s+(?-i:(?=[A-ZÀ-Þ"“«*(]))
    )+""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation. `value` is null where the terms are silent.

    `place` is the first statement's; of a silence, the start of the facts file or the
    document; of a reading note, where it is; of wrong parameters, where the policy sets them; of what a person declares, in vendor.yaml, where there is one.
    `declaration` is what the finding rests on instead of citations, `override` who set the value that it is about. `closest` are, of a silence, the clauses closest to saying
    it: where to look, and nothing that it rests on.
    `negotiate` is the rule's: ask_for, fall_back_to and walk_away_at, or empty.
    `fingerprint` stays the same when files move, paragraphs are reflowed and clauses get other numbers. `waiver` has the keys of an entry of
    waivers.yaml and `status` (active, expired, refused), or is empty; `baselined` findings were there before.
    `scope` is for whom alone the terms say it, empty for everybody; `elsewhere` has what they say otherwise for others, and
    `named` whether vendor.yaml names the customer by all that tells these apart. `confidence` is that of the reading, of a conflict the least; None where a person or nothing says it.
    `read_by` says who read it, where a second reader did or says otherwise; empty where patterns alone did.
    `also` has the findings of other rules about the same, where it is told for all of them.
    """

    rule: str
    vendor: str
    severity: Severity
    status: Status
    message: str
    fact: str
    value: Any
    required: Any
    why: str
    remedy: str
    negotiate: Mapping[str, str]
    documentation: str
    citations: tuple[Citation, ...]
    place: FilePlace
    fingerprint: str
    waiver: Mapping[str, str]
    baselined: bool = False
    declaration: Declaration | None = None
    scope: Mapping[str, str] = field(default_factory=dict)
    elsewhere: tuple[Other, ...] = ()
    named: bool = True
    closest: tuple[Closest, ...] = ()
    override: Override | None = None
    confidence: Confidence | None = None
    read_by: str = ""
    also: tuple[Finding, ...] = ()

    @property
    def waived(self) -> bool:
        """Whether a waiver that is in force covers it."""
        return self.waiver_status == "active"

    @property
    def waiver_status(self) -> WaiverStatus | None:
        """What became of its waiver; None without one."""
        return next((each for each in WAIVER_STATUSES if each == self.waiver.get("status")), None)

    @property
    def counts(self) -> bool:
        """Whether it may fail a check: nobody has waived it, and it was not there before."""
        return not self.waived and not self.baselined


def findings_of(
    results: Iterable[Mapping[str, Any]],
    subject: Subject,
    rules: Mapping[str, Rule],
    origins: Mapping[str, Mapping[str, Origin]],
    seen: Counter[tuple[str, ...]],
) -> list[Finding]:
    """The findings about one subject. `origins` are those of the policy.

    `seen` counts equal findings over the whole run, which are told apart by their order.
    """
    near = ClosestClauses(subject.facts, subject.documents, subject.limits)
    return [
        _finding(result, subject, near, rules[result["rule"]], origins.get(result["rule"], {}), seen)
        for result in results
    ]


def order(finding: Finding) -> tuple[Any, ...]:
    """Findings stand in the order of the vendors' clauses, the most severe first where several concern one."""
    severity = SEVERITIES.index(finding.severity)
    path, line, column = finding.place
    return finding.vendor, str(path), line, column, severity, finding.rule, finding.fingerprint


def fails(findings: Iterable[Finding], threshold: Severity) -> bool:
    """Whether a finding that counts is as severe as `threshold`, or more."""
    limit = SEVERITIES.index(threshold)
    return any(finding.counts and SEVERITIES.index(finding.severity) <= limit for finding in findings)


def _negotiation(rule: Rule, subject: Subject) -> dict[str, str]:
    """What to say to the vendor, with the clause to propose in French where all of its documents are."""
    steps = {step: _folded(text) for step, text in rule.negotiate.items()}
    in_french = steps.pop("ask_for_fr", "")
    languages = {document.get("language") for document in subject.facts.get("documents", ())}
    return {**steps, "ask_for": in_french} if in_french and languages == {"fr"} else steps


def _finding(  # noqa: PLR0913, PLR0917 - all that a finding is put together from
    result: Mapping[str, Any],
    subject: Subject,
    near: ClosestClauses,
    rule: Rule,
    origins: Mapping[str, Origin],
    seen: Counter[tuple[str, ...]],
) -> Finding:
    citations = tuple(citation_of(evidence, subject, rule.path) for evidence in result["evidence"])
    first = next((citation for citation in citations if citation.role == "statement"), next(iter(citations), None))
    place = first.start if first else _place(result, subject, origins)
    identity = (rule.id, subject.vendor.id, result["fact"], *_wording(result, citations, first))
    seen[identity] += 1
    others = tuple(others_of(result, subject, rule))
    return Finding(
        rule=rule.id,
        vendor=subject.vendor.id,
        severity=result["severity"],
        status=result["status"],
        message=result["msg"],
        fact=result["fact"],
        value=result["value"],
        required=result["required"],
        why=_folded(rule.why),
        remedy=remedy_of(result, rule),
        negotiate=_negotiation(rule, subject),
        documentation=rule.documentation,
        citations=citations,
        place=place,
        fingerprint=_fingerprint(identity, seen[identity]),
        waiver=_waiver(result),
        declaration=subject.vendor.declaration(result["fact"]),
        scope=result.get("scope", {}),
        elsewhere=others,
        named=is_named(subject.vendor.customer, (result.get("scope", {}), *(other.scope for other in others))),
        closest=near.of(result["fact"]) if result["status"] == "silent" else (),
        override=override_of(result["fact"], subject, rule),
        confidence=_confidence(result, subject),
        read_by=read_by(result, subject, rule),
    )


def _confidence(result: Mapping[str, Any], subject: Subject) -> Confidence | None:
    """The least of the readings that a result rests on."""
    node = fact_node(subject.facts["facts"], result["fact"])
    if node is None or not result["evidence"] or is_overridden(node):
        return None
    stated = {
        side["confidence"] for side in (*sides(node), *node.get("elsewhere", ())) if side["value"] == result["value"]
    }
    found = stated or {side["confidence"] for side in sides(node)}
    return next((each for each in reversed(CONFIDENCES) if each in found), None)


def _wording(result: Mapping[str, Any], citations: Sequence[Citation], first: Citation | None) -> tuple[str, ...]:
    """What the terms say, as far as it tells findings apart: the value, its first clause, and the lead-ins of lists."""
    lead_ins = (unnumbered(citation.quote) for citation in citations if citation.role == "lead_in")
    value = json.dumps(result["value"], sort_keys=True, ensure_ascii=False)
    return (value, unnumbered(first.quote) if first else "", *sorted(set(lead_ins)))


def _place(result: Mapping[str, Any], subject: Subject, origins: Mapping[str, Origin]) -> FilePlace:
    """Where a finding is that no clause proves."""
    home = FilePlace(subject.home)
    if result["status"] == "parameters":
        return parameters_place(origins, result.get("parameters", [])) or home
    note = result.get("note", {})
    if note and (document := subject.documents.get(note["document"])):
        return place_of(note["place"], document)
    if not result["fact"].startswith(PREFIX):
        return home
    declaration = subject.vendor.declaration(result["fact"])
    return (declaration.place if declaration else subject.vendor.declared_place) or home


def _waiver(result: Mapping[str, Any]) -> Mapping[str, str]:
    """The waiver that a result carries, as texts."""
    found = result.get("waiver", {})
    return {key: str(value) for key, value in found.items()} if isinstance(found, dict) else {}


_folded = functools.lru_cache(maxsize=4_096)(fold_space)  # what rules say of themselves, for each finding


def unnumbered(quote: str) -> str:
    """The quote without the number of its clause."""
    text = fold_space(quote)
    numbering = _NUMBERING.match(text)
    return text[numbering.end() :] if numbering else text


def _fingerprint(identity: tuple[str, ...], ordinal: int) -> str:
    return hashlib.sha256(json.dumps([*identity, ordinal], ensure_ascii=False).encode()).hexdigest()
