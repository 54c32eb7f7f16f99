"""What became of each waiver: whether anything needs it, and whether it ends soon."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from vendorlint.files.notice import Notice
from vendorlint.findings.finding import Finding
from vendorlint.near import did_you_mean
from vendorlint.policy.waivers import Waiver


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about a finding, expired or not."""
    about = (waiver.rule, waiver.vendor) == (finding.rule, finding.vendor)
    return about and waiver.fact in ("", finding.fact) and finding.status != "parameters"


def notices(
    waivers: Iterable[Waiver],
    findings: Collection[Finding],
    checked: Collection[str],
    known: Collection[str],
    today: str,
) -> list[Notice]:
    """What to say of waivers: of the vendors checked, those that nothing needs and those that end soon; and those of a
    vendor that is not `known`."""
    return [
        Notice(waiver.place, message)
        for waiver in waivers
        for message in _messages(waiver, findings, checked, known, today)
    ]


def _messages(
    waiver: Waiver, findings: Collection[Finding], checked: Collection[str], known: Collection[str], today: str
) -> Iterator[str]:
    about = f"{waiver.rule} of {waiver.vendor}"
    if waiver.vendor not in checked:
        if waiver.vendor not in known:
            yield f"the waiver for {about} is of no vendor here{did_you_mean(waiver.vendor, known)}"
    elif not any(covers(waiver, finding) for finding in findings):
        found = sorted({each.fact for each in findings if (each.rule, each.vendor) == (waiver.rule, waiver.vendor)})
        why = (
            f"it is for {waiver.fact}, and what is found is on {', '.join(found)}"
            if found
            else "nothing is found; remove it"
        )
        yield f"the waiver for {about} is not used: {why}"
    elif waiver.state(today) == "expiring":
        yield f"the waiver for {about} expires on {waiver.expires}"
