"""What several reports say in the same words. Nothing here is escaped: each format escapes in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from vendorlint.choices import SEVERITIES, Severity, WaiverStatus
from vendorlint.facts.closest import Closest
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.wording import scope_words, value_words
from vendorlint.files.notice import Notice
from vendorlint.files.paths import repository_path, shown_path
from vendorlint.findings.citation import Citation
from vendorlint.findings.finding import Finding, fails
from vendorlint.findings.override import OverriddenFact, Override, ReadAs
from vendorlint.findings.report import Report
from vendorlint.findings.unchecked import Unchecked, single_documents, whole_vendors
from vendorlint.place import FilePlace
from vendorlint.project.declared import Declaration

CUT = "[…]"
MAX_PLACES = 3  # of clauses that an override is set against
CLOSEST = 160  # characters of a clause that proves nothing
STEPS = {"ask_for": "ask for", "fall_back_to": "fall back to", "walk_away_at": "walk away at"}

_WAIVERS: Mapping[WaiverStatus, str] = {
    "active": "until {expires}, approved by {approved_by}: {reason}",
    "expired": "expired on {expires} (approved by {approved_by}): renew it or have the terms changed",
    "refused": "none is possible: the policy's rule is mandatory",
}
_WEB = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&*+,;=%-]+")


def counted(number: int, noun: str) -> str:
    """`1 rule`, `2 rules`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def clipped(text: str, limit: int) -> str:
    """The text, cut to `limit` characters where it is longer."""
    return text if len(text) <= limit else f"{text[: limit - len(CUT) - 1]} {CUT}"


def excerpt(text: str, telling: Sequence[str], limit: int) -> str:
    """The text, cut to about `limit` characters where it is longer: its beginning, which says who does what or does not, and
    what is around the first of its telling words."""
    if len(text) <= limit:
        return text
    head = text.rfind(" ", 0, limit // 3)
    place = next((at for word in telling if (at := text.find(word)) >= 0), 0)
    start = min(max(place - limit // 6, 0), len(text) - limit + head)
    start = text.rfind(" ", 0, start) + 1
    if start <= head + 1:
        return clipped_at_word(text, limit)
    return f"{text[:head]} {CUT} {clipped_at_word(text[start:], limit - head)}"


def clipped_at_word(text: str, limit: int) -> str:
    """The text, cut after a word to at most `limit` characters where it is longer."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", 0, limit - len(CUT))
    return f"{text[:end]} {CUT}" if end > 0 else clipped(text, limit)


def web_link(text: str) -> str:
    """The text if it is a web address that no format reads as more than that, else an empty string."""
    return text if _WEB.fullmatch(text) else ""


def citation_title(citation: Citation) -> str:
    """The heading above a clause, its number where that says more, and its place in a document that is no text."""
    number = "" if citation.section.startswith(citation.number) else citation.number
    return ", ".join(filter(None, (citation.section, number, citation.place)))


def closest_note(closest: Closest, place: str) -> str:
    """A clause close to what a silent fact would say, behind its place, cut to about a sentence."""
    at = f"{place} ({closest.place})" if closest.place else place
    return f"{at}: {clipped_at_word(closest.quote, CLOSEST)}"


def found(finding: Finding) -> str:
    """What the terms say of the finding's fact, or a person declares of it."""
    if finding.declaration:
        return declaration_note(finding.declaration)
    return "nothing" if finding.value is None else value_words(finding.value)


def elsewhere(finding: Finding) -> str:
    """What the terms say otherwise for others than the finding is about, and that nobody said which the customer is."""
    if not finding.elsewhere and (finding.named or "plan" not in finding.scope):
        return ""
    said = {f"{scope_words(other.scope)}: {value_words(other.value)}": None for other in finding.elsewhere}
    own = [f"{scope_words(finding.scope)}: {value_words(finding.value)}"] if finding.value is not None else []
    unnamed = [] if finding.named else ["yours is not named in vendor.yaml"]
    return "; ".join([*own, *said, *unnamed])


def mark(finding: Finding) -> str:
    """Why a finding does not count, or an empty string."""
    return "waived" if finding.waived else "in the baseline" if finding.baselined else ""


def waiver_note(finding: Finding) -> str:
    """What became of the finding's waiver, or an empty string."""
    return _WAIVERS[finding.waiver_status].format_map(finding.waiver) if finding.waiver_status else ""


def declaration_note(declaration: Declaration) -> str:
    """What a person declares of a provision, where to check it, and who says so."""
    agreed = "agreed" if declaration.agreed else "not agreed"
    return f"{agreed}: {declaration.where} (by {declaration.by} on {declaration.date})"


def override_note(override: Override, shown: Callable[[FilePlace], str]) -> str:
    """Who set a value and why, and what the terms read as, with the places of the clauses that say so."""
    instead = f"; the terms read as {read_words(override.read, shown)}" if override.read else ""
    return f"by {override.by} on {override.date}: {override.reason}{instead}"


def overridden_line(each: OverriddenFact, shown: Callable[[FilePlace], str]) -> str:
    """A fact that is judged by a person's word, in one line."""
    said = "not there" if each.value is None else value_words(each.value)
    return f"{each.fact} is {said}, overridden {override_note(each.override, shown)}"


def repository_place(place: FilePlace) -> str:
    """A place by its path from the repository's root."""
    return f"{repository_path(place.path)}:{place.line}"


def all_notices(report: Report, shown: Callable[[FilePlace], str]) -> list[Notice]:
    """What there is to tell of a run beside its findings, the overrides that it went by first."""
    return [*(Notice(each.place, overridden_line(each, shown)) for each in report.overrides), *report.notices]


def vendor_notes(report: Report, shown: Callable[[FilePlace], str]) -> Iterator[tuple[str, str, Notice]]:
    """What formats of cases alone must tell: (vendor, name, notice) of each override, and of facts that were read again."""
    for each in report.overrides:
        yield each.vendor, f"override: {each.fact}", Notice(each.place, overridden_line(each, shown))
    for subject in report.subjects:
        yield from ((subject.vendor.id, "facts", notice) for notice in subject.notices)


def read_words(read: Iterable[ReadAs], shown: Callable[[FilePlace], str]) -> str:
    """Values that do not decide, with the places of the clauses that say so."""
    return " | ".join(f"{value_words(each.value)} ({', '.join(_places(each, shown))})" for each in read)


def _places(read: ReadAs, shown: Callable[[FilePlace], str]) -> list[str]:
    return [shown(citation.start) for citation in read.citations if citation.role != "lead_in"][:MAX_PLACES]


def also_words(finding: Finding) -> str:
    """The other rules that found the same, with how severe it is to each, and what it says where that is something else."""
    return "; ".join(_also(each, finding) for each in finding.also)


def _also(each: Finding, finding: Finding) -> str:
    said = "" if each.message == finding.message else f": {each.message}"
    return f"{each.rule} ({each.severity}){said}"


def negotiation(negotiate: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a rule says at the table, in the order in which one gives way, as (label, text)."""
    return [(label, negotiate[step]) for step, label in STEPS.items() if negotiate.get(step)]


def definitions_of(report: Report) -> dict[str, str]:
    """What the defined terms mean in the clauses that a report proposes, by term."""
    from vendorlint.policy.definitions import definitions_used

    open_ones = (finding for finding in report.told if not finding.waived)
    return definitions_used(text for each in open_ones for text in each.negotiate.values())


def notes(finding: Finding, advice: Iterable[tuple[str, str]] = ()) -> Iterator[tuple[str, str]]:
    """What to know of a finding besides its message, as (label, text); `advice` stands behind the remedy."""
    pairs = (
        ("waiver", waiver_note(finding)),
        ("also", also_words(finding)),
        ("fact", finding.fact),
        ("found", found(finding)),
        ("read by", finding.read_by),
        ("confidence", finding.confidence or ""),
        ("scope", scope_words(finding.scope) if finding.scope else ""),
        ("elsewhere", elsewhere(finding)),
        ("required", value_words(finding.required)),
        ("why", finding.why),
        ("fix", finding.remedy),
        *advice,
        ("see", finding.documentation),
    )
    return (pair for pair in pairs if pair[1])


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Those that count first, the most severe first, and what the terms say before what they do not; else in the order
    of the report."""
    return sorted(findings, key=_importance)


def _importance(finding: Finding) -> tuple[bool, int, bool]:
    return not finding.counts, SEVERITIES.index(finding.severity), finding.status == "silent"


def unchecked_line(unchecked: Unchecked, shown: str = "") -> str:
    """What could not be checked, its place and why, in one line; its path as it is `shown` elsewhere."""
    path, line, column = unchecked.place
    return fold_space(f"{shown or shown_path(path)}:{line}:{column}: {unchecked.reason}")


def unchecked_message(unchecked: Unchecked) -> str:
    """The same where the place is told apart, with what it means."""
    if unchecked.whole:
        return f"{unchecked.vendor} was not checked: {unchecked.reason}"
    return f"{unchecked.vendor} was checked without this document, and silences may be wrong: {unchecked.reason}"


def unchecked_count(unchecked: Sequence[Unchecked]) -> str:
    """`1 vendor and 2 documents not checked`, or an empty string."""
    numbers = ((len(whole_vendors(unchecked)), "vendor"), (len(single_documents(unchecked)), "document"))
    told = " and ".join(counted(number, noun) for number, noun in numbers if number)
    return f"{told} not checked" if told else ""


def report_verdict(report: Report, fail_on: Severity) -> Literal["Failed", "Incomplete", "Nothing checked", "Passed"]:
    """What came of a run; what was not checked has not passed."""
    if fails(report.told, fail_on):
        return "Failed"
    if report.unchecked:
        return "Incomplete"
    return "Passed" if report.judged else "Nothing checked"


def report_summary(report: Report, styled: Callable[[str, str], str] = lambda text, _: text) -> str:
    """What was checked, and how many findings of each severity there are. `styled` colours what is not zero."""
    engine = " ".join(filter(None, (report.engine, report.engine_version)))
    counts = []
    for severity in SEVERITIES:
        number = report.count(severity)
        text = counted(number, severity)
        counts.append(styled(text, severity) if number else text)
    checked = f"{counted(len(report.rules), 'rule')} x {counted(len(report.vendors), 'vendor')} checked"
    aside = (
        ("waived", sum(finding.waived for finding in report.told)),
        ("in the baseline", sum(finding.baselined and not finding.waived for finding in report.told)),
    )
    counts += [f"{number} {what}" for what, number in aside if number]
    if report.idle:
        counts.append(f"{len(report.idle)} not applicable")
    if missing := unchecked_count(report.unchecked):
        counts.append(styled(missing, "error"))
    return f"{checked} (engine {engine}): {', '.join(counts)}"
