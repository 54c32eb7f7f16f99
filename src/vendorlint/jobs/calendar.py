"""Dates to keep: renewals and the last days to give notice of them, new versions of terms, the ends of waivers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from vendorlint.facts.file import fact_node, value_of
from vendorlint.files.notice import Notice
from vendorlint.findings.subjects import Subject
from vendorlint.place import FilePlace
from vendorlint.policy.waivers import Waiver
from vendorlint.project.vendors import VENDOR_NAME
from vendorlint.unsafe import escape

DeadlineKind = Literal["notice", "renewal", "terms", "waiver"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date; `day` is ISO 8601; `detail` says what it rests on."""

    vendor: str
    kind: DeadlineKind
    day: str
    title: str
    detail: str


def deadlines(subjects: Iterable[Subject], waivers: Iterable[Waiver], today: str) -> list[Deadline]:
    """Those of today and later, in their order."""
    found = [each for subject in subjects for each in _of_vendor(subject)]
    found += [
        Deadline(
            waiver.vendor,
            "waiver",
            waiver.expires,
            f"Last day of the waiver for {waiver.rule} of {waiver.vendor}",
            f"Approved by {waiver.approved_by}: {waiver.reason}",
        )
        for waiver in waivers
    ]
    return sorted((each for each in found if each.day >= today), key=lambda each: (each.day, each.vendor, each.kind))


def unknown_renewals(subjects: Iterable[Subject]) -> list[Notice]:
    """The vendors whose terms renew by themselves, and whose declaration does not say when."""
    return [
        Notice(FilePlace(subject.vendor.folder / VENDOR_NAME), "the terms renew by themselves; declare a renewal_date")
        for subject in subjects
        if _value(subject, "term.auto_renewal") is True and not subject.vendor.renewal_date
    ]


def _of_vendor(subject: Subject) -> Iterator[Deadline]:
    vendor = subject.vendor
    effective = _value(subject, "document.effective_date")
    if isinstance(effective, str):
        yield Deadline(vendor.id, "terms", effective, f"Terms of {vendor.name} take effect", "As the terms say.")
    if not vendor.renewal_date:
        return
    renews, days = _value(subject, "term.auto_renewal"), _value(subject, "term.renewal_notice_days")
    how = "Found no clause that says whether they renew by themselves."
    if isinstance(renews, bool):
        how = "The terms renew by themselves." if renews else "The terms do not renew by themselves."
    yield Deadline(vendor.id, "renewal", vendor.renewal_date, f"Renewal of {vendor.name}", how)
    if isinstance(days, int) and renews is not False:
        day = days_after(vendor.renewal_date, -days)
        title = f"Last day to give {vendor.name} notice of non-renewal"
        yield Deadline(vendor.id, "notice", day, title, f"{days} days before {vendor.renewal_date}.")


def days_after(day: str, days: int) -> str:
    """The date so many days after another, or before it; of one that no calendar has, the last or the first that there is."""
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()
    except OverflowError:
        return (datetime.date.max if days > 0 else datetime.date.min).isoformat()


def _value(subject: Subject, fact: str) -> object:
    """What the terms state of a fact; None where they are silent or conflict."""
    node = fact_node(subject.facts["facts"], fact)
    return None if node is None or "conflict" in node else value_of(node)


def calendar_file(found: Iterable[Deadline], today: str) -> bytes:
    """The dates as iCalendar (RFC 5545), each with a reminder a fortnight before; the same bytes for the same dates."""
    import hashlib

    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//vendorlint//deadlines//EN")
    calendar.add("version", "2.0")
    stamp = datetime.datetime.combine(datetime.date.fromisoformat(today), datetime.time(), datetime.UTC)
    for deadline in found:
        event, title = Event(), escape(deadline.title)
        identity = f"{deadline.vendor} {deadline.kind} {deadline.title}"
        event.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@vendorlint")
        event.add("dtstamp", stamp)
        event.add("dtstart", datetime.date.fromisoformat(deadline.day))
        event.add("summary", title)
        event.add("description", escape(deadline.detail))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", datetime.timedelta(days=-14))
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
