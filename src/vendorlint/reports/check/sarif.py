"""The report in SARIF 2.1.0, as GitHub code scanning reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vendorlint import REPOSITORY, __version__
from vendorlint.choices import Severity
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.json import ascii_json
from vendorlint.files.notice import Notice
from vendorlint.files.paths import repository_uri
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.findings.trusted import Trusted
from vendorlint.policy.rules import Rule
from vendorlint.reports.check.markdown import inline
from vendorlint.reports.parts.regions import Region, Regions
from vendorlint.reports.parts.wording import (
    all_notices,
    also_words,
    by_severity,
    citation_title,
    clipped,
    elsewhere,
    found,
    negotiation,
    repository_place,
    unchecked_message,
    waiver_note,
    web_link,
)
from vendorlint.unsafe import escape

MAX_RESULTS = 25_000  # GitHub refuses a run with more
MAX_TEXT = 1_000  # and shows 1,024 characters of a text
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
PROBLEMS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
SECURITY: Mapping[Severity, str] = {
    "error": "7.0",
    "warning": "5.0",
    "info": "2.0",
}  # high, medium, low; only a security rule has one

BASE = "%SRCROOT%"
MAX_LINKS = 10  # of a message to related locations

_BRACKETS = re.compile(r"[\[\]()\\]")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def sarif_report(report: Report, _fail_on: Severity) -> str:
    """One run in ASCII, ending in a line break; it is not successful where something could not be checked. Results that GitHub would refuse are left out, the least severe first."""
    regions = Regions(report)
    indexes = {rule.id: index for index, rule in enumerate(report.rules)}
    findings = report.told
    notices = [_notification(notice, "warning") for notice in all_notices(report, repository_place)]
    missing = (Notice(each.place, unchecked_message(each)) for each in report.unchecked)
    notices = [*(_notification(each, "error") for each in missing), *notices]
    if len(findings) > MAX_RESULTS:
        findings = tuple(by_severity(findings)[:MAX_RESULTS])
        text = f"{len(report.told)} findings; the {MAX_RESULTS} most severe are results here"
        notices.append({"level": "warning", "message": {"text": text}})
    run = {
        "tool": {
            "driver": {
                "name": "vendorlint",
                "version": __version__,
                "informationUri": REPOSITORY,
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": not report.unchecked,
                "toolExecutionNotifications": notices,
                **({"toolConfigurationNotifications": _trusted(report.trusted)} if report.trusted else {}),
            }
        ],
        "results": [_result(finding, indexes[finding.rule], regions) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return ascii_json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _trusted(trusted: Trusted) -> list[dict[str, Any]]:
    """What judged, and what differs from it here."""
    level = "error" if trusted.problem else "warning" if trusted.files else "note"
    return [{"level": level, "message": {"text": _text(line)}} for line in (trusted.title, *trusted.lines())]


def _rule(rule: Rule) -> dict[str, Any]:
    uri = web_link(rule.documentation)
    properties = {
        "tags": list(dict.fromkeys([rule.category, *rule.references])),
        "precision": "high",
        "problem.severity": PROBLEMS[rule.severity],
    }
    if rule.category == "security":
        properties["security-severity"] = SECURITY[rule.severity]
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": _text(rule.title)},
        "fullDescription": {"text": _text(rule.description or rule.title)},
        "help": {"text": "\n".join(_help(rule)), "markdown": "\n\n".join(_markdown_help(rule))},
        **({"helpUri": uri} if uri else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": properties,
    }


def _sections(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "What it reports", rule.description or rule.title
    yield "Why", rule.why
    yield "How to fix it", rule.remedy
    yield from ((label.capitalize(), text) for label, text in negotiation(rule.negotiate))
    yield "Asked for by", "; ".join(rule.references)


def _help(rule: Rule) -> Iterator[str]:
    for title, text in _sections(rule):
        if text:
            yield f"{title}: {_text(text)}"
    if uri := web_link(rule.documentation):
        yield f"See: {uri}"


def _markdown_help(rule: Rule) -> Iterator[str]:
    for title, text in _sections(rule):
        if text:
            yield f"**{title}:** {inline(text)}"
    if uri := web_link(rule.documentation):
        yield f"[Documentation]({uri})"


def _result(finding: Finding, index: int, regions: Regions) -> dict[str, Any]:
    others = list(regions.others(finding))
    waiver = finding.waiver
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding, [what for _, what in others])},
        "locations": [_location(regions.of_finding(finding))],
        "partialFingerprints": {"vendorlint/v1": finding.fingerprint},
        "properties": {
            "vendor": finding.vendor,
            "fact": finding.fact,
            "value": finding.value,
            "required": finding.required,
            **({"confidence": finding.confidence} if finding.confidence else {}),
            **({"scope": dict(finding.scope)} if finding.scope else {}),
            **({"elsewhere": _text(said)} if (said := elsewhere(finding)) else {}),
            **({"read_by": _text(finding.read_by)} if finding.read_by else {}),
            **({"also": [_also(each) for each in finding.also]} if finding.also else {}),
            "clauses": [
                {
                    "quote": _text(citation.quote),
                    **({"title": _text(title)} if (title := citation_title(citation)) else {}),
                }
                for citation in finding.citations
            ],
        },
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, **_location(region), "message": {"text": _text(what)}}
            for number, (region, what) in enumerate(others, start=1)
        ]
    if finding.waived:
        text = _text(f"{waiver['reason']} (approved by {waiver['approved_by']}, until {waiver['expires']})")
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": text}]
    if finding.baselined:
        result["baselineState"] = "unchanged"
    return result


def _message(finding: Finding, others: Sequence[str]) -> str:
    """What is to say, with links to the related locations by their ids: GitHub shows no other ones."""
    labels = (_BRACKETS.sub("", _text(what)) for what in others[:MAX_LINKS])
    links = ", ".join(f"[{label}]({number})" for number, label in enumerate(labels, start=1))
    note = waiver_note(finding)
    title = next((citation_title(citation) for citation in finding.citations), "")
    lines = [
        f"{finding.vendor}: {finding.message}.",
        f"In: {title}." if title else "",
        f"Found{_where(finding)}: {found(finding)}. Required: {value_words(finding.required)}.",
        f"Elsewhere: {said}." if (said := elsewhere(finding)) else "",
        f"Also found by {also_words(finding)}." if finding.also else "",
        f"Read by {finding.read_by}." if finding.read_by else "",
        finding.remedy,
        f"Waiver: {note}." if note and not finding.waived else "",
    ]
    return "\n".join([*(_text(line) for line in lines if line), *([f"See also: {links}."] if links else [])])


def _also(finding: Finding) -> dict[str, Any]:
    """Another rule's finding about the same."""
    return {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": _text(finding.message),
        "required": finding.required,
        "fingerprint": finding.fingerprint,
    }


def _where(finding: Finding) -> str:
    return f" ({scope_words(finding.scope)})" if finding.scope else ""


def _location(region: Region) -> dict[str, Any]:
    uri = repository_uri(region.start.path)
    artifact = {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": BASE}
    place = {"startLine": region.start.line, "startColumn": region.start.column, "endLine": region.end_line}
    if region.end_column:
        place["endColumn"] = region.end_column
    return {"physicalLocation": {"artifactLocation": artifact, "region": place}}


def _notification(notice: Notice, level: str) -> dict[str, Any]:
    place = _location(Region.from_place(notice.place))
    return {"level": level, "message": {"text": _text(notice.message)}, "locations": [place]}


def _text(text: str) -> str:
    """Text in which nothing hides, and which no viewer takes for a link to another place."""
    return _LINK.sub(r"\\[", clipped(escape(fold_space(text)), MAX_TEXT))
