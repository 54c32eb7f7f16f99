"""What a vendor's page shows: its findings, its facts and the text of its contracts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vendorlint.choices import SEVERITIES
from vendorlint.facts.file import FactNode, evidence_of, fact_node, is_not_there, iter_facts, sides
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.paths import shown_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace
from vendorlint.policy.rules import Rule
from vendorlint.reports.html.overview import state_of
from vendorlint.reports.html.text import ContractText
from vendorlint.reports.parts.wording import (
    also_words,
    citation_title,
    declaration_note,
    elsewhere,
    found,
    override_note,
    waiver_note,
)
from vendorlint.unsafe import escape
from vendorlint_extractor.customer import Customer

ID_DIGITS = 12  # hexadecimal digits of a fingerprint that name a finding in links


def vendor_data(
    subject: Subject, findings: Sequence[Finding], passed: Sequence[str], rules: Sequence[Rule]
) -> dict[str, Any]:
    """Plain data. `passed` are ids of rules. Findings come the most severe first, in the order of their clauses and the
    silent ones after them; those that do not count are last."""
    vendor = subject.vendor
    text = ContractText(subject)
    order = sorted(
        findings,
        key=lambda finding: (not finding.counts, SEVERITIES.index(finding.severity), finding.status == "silent"),
    )
    return {
        "id": vendor.id,
        "name": vendor.name,
        "owner": vendor.owner,
        "tier": vendor.tier,
        "data": ", ".join(vendor.data),
        "customer": _customer(vendor.customer),
        "renewal_date": vendor.renewal_date or "",
        "findings": [_finding(finding, text) for finding in order],
        "facts": list(_facts(subject, rules, text)),
        "passed": list(passed),
        "clauses": text.clauses(),
        "documents": text.documents(),
    }


def _finding(finding: Finding, text: ContractText) -> dict[str, Any]:
    return {
        "id": finding.fingerprint[:ID_DIGITS],
        "rule": finding.rule,
        "severity": finding.severity,
        "state": state_of(finding),
        "status": finding.status,
        "message": finding.message,
        "fact": finding.fact,
        "found": found(finding),
        "required": value_words(finding.required),
        "confidence": finding.confidence or "",
        "scope": scope_words(finding.scope) if finding.scope else "",
        "elsewhere": elsewhere(finding),
        "waiver": waiver_note(finding),
        "override": override_note(finding.override, _place) if finding.override else "",
        "also": also_words(finding),
        "alsoRules": [each.rule for each in finding.also],
        "readers": escape(finding.read_by),
        "ticket": finding.waiver.get("ticket", ""),
        "clauses": [
            text.clause(_evidence(citation)) | {"title": citation_title(citation)} for citation in finding.citations
        ],
        "closest": [
            {"document": each.document, "line": each.lines[0], "place": each.place, "quote": escape(each.quote)}
            for each in finding.closest
        ],
        "place": _place(finding.place),
    }


def _place(place: FilePlace) -> str:
    return f"{shown_path(place.path)}:{place.line}"


def _customer(customer: Customer) -> str:
    plan = f"{customer.plan} plan" if customer.plan else ""
    return ", ".join(filter(None, (*customer.regions, plan, *customer.products)))


def _evidence(citation: Citation) -> dict[str, Any]:
    return {key: getattr(citation, key) for key in ("document", "lines", "column", "quote", "words", "role")}


def _facts(subject: Subject, rules: Sequence[Rule], text: ContractText) -> Iterator[dict[str, Any]]:
    """Every fact that is stated or conflicting, then those that rules asked about: declared, or a silence."""
    asking: defaultdict[str, list[str]] = defaultdict(list)
    for rule in rules:
        for fact in rule.facts:
            asking[fact].append(rule.id)
    facts = subject.facts["facts"]
    for fact, node in iter_facts(facts):
        yield {
            "id": fact,
            "status": "conflict"
            if "conflict" in node
            else "stated"
            if sides(node)
            else "silent"
            if is_not_there(node)
            else "elsewhere",
            "sides": [_side(side, text) for side in (*_own(node), *node.get("elsewhere", ()))],
            "review": _review(node.get("review", {})),
            "aside": [
                *_aside("the terms read as", node.get("review", {}).get("read", ()), text),
                *_aside("set aside", node.get("set_aside", ()), text),
            ],
            "rules": asking[fact],
        }
    for fact, names in sorted(asking.items()):
        if declaration := subject.vendor.declaration(fact):
            side = {"value": declaration_note(declaration), "scope": "", "confidence": "declared", "clauses": []}
            yield {"id": fact, "status": "stated", "sides": [side], "review": "", "aside": [], "rules": names}
        elif fact_node(facts, fact) is None:
            yield {"id": fact, "status": "silent", "sides": [], "review": "", "aside": [], "rules": names}


def _aside(label: str, sides_: Sequence[FactNode], text: ContractText) -> Iterator[dict[str, Any]]:
    """What does not decide: what an override is set against, and what stands behind in precedence."""
    yield from ({"label": label, **_side(side, text)} for side in sides_)


def _own(node: FactNode) -> list[FactNode]:
    """What holds for the customer, each side with the scope of all."""
    return [{"scope": node.get("scope", {}), **side} for side in sides(node)]


_READERS = {("model",): ", by the second reader alone", ("patterns", "model"): ", by patterns and the second reader"}


def _side(side: FactNode, text: ContractText) -> dict[str, Any]:
    return {
        "value": value_words(side["value"]),
        "scope": scope_words(side["scope"]) if side.get("scope") else "",
        "confidence": f"{side['confidence']}{_READERS.get(tuple(side.get('read_by', ())), '')}",
        "clauses": [text.clause(evidence) for evidence in evidence_of(side)],
    }


def _review(review: Mapping[str, Any]) -> str:
    if not review:
        return ""
    why = f": {review['reason']}" if "reason" in review else ""
    return f"{review['status']} by {review['by']} on {review['date']}{why}"
