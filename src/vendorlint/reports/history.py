"""A timeline in text, JSON and HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from vendorlint import __version__
from vendorlint.choices import SEVERITIES
from vendorlint.facts.wording import value_words
from vendorlint.files.json import ascii_json
from vendorlint.jobs.history.timeline import SILENT, Lane, Timeline, ValueSpan
from vendorlint.jobs.history.verdicts import Verdict
from vendorlint.reports.parts.page import page
from vendorlint.reports.parts.wording import clipped, counted
from vendorlint.unsafe import escape
from vendorlint_extractor.ontology import FactInfo

MAX_QUOTE = 160
BAR = 40  # characters of a lane in text
WIDTH = 1800  # pixels of the whole time in HTML
NARROWEST = 112  # pixels of a column, for its date


def history_text(timeline: Timeline, *, color: bool, every: bool = False) -> str:
    """Each fact that changed, its values in the order of time with the clause that begins each, ending in a line break.

    `every` also lists the facts that never changed.
    """
    first, last = (version.date[:10] for version in (timeline.versions[0], timeline.versions[-1]))
    head = f"{escape(timeline.name)}: {counted(len(timeline.versions), 'version')} from {first} to {last}"
    blocks = [head, *("\n".join(_lane(lane, timeline, color)) for lane in timeline.lanes if lane.changed)]
    still = [lane for lane in timeline.lanes if not lane.changed]
    if every:
        blocks.append("\n".join(f"{lane.fact}: {escape(_shown(lane.spans[0]))}" for lane in still))
    for index, reason in timeline.unread.items():
        blocks.append(f"{timeline.versions[index].date[:10]}: not read: {escape(reason)}")
    changed = len(timeline.lanes) - len(still)
    return "\n\n".join([*filter(None, blocks), f"{counted(changed, 'fact')} changed, {len(still)} never"]) + "\n"


def _lane(lane: Lane, timeline: Timeline, color: bool) -> Iterator[str]:
    yield f"\x1b[1m{escape(lane.fact)}\x1b[0m" if color else escape(lane.fact)
    for span in lane.spans:
        version = timeline.versions[span.first]
        quote = f'  "{escape(clipped(span.quote, MAX_QUOTE))}"' if span.quote else ""
        yield f"  {version.date[:10]} {version.commit[:8]} {_bar(span, len(timeline.versions))} {escape(_shown(span))}{quote}"


def _bar(span: ValueSpan, total: int) -> str:
    """The versions in which the value held, drawn over all of them."""
    width = min(total, BAR)
    start, end = span.first * width // total, max((span.last + 1) * width // total, span.first * width // total + 1)
    return f"{'·' * start}{'█' * (end - start)}{'·' * (width - end)}"


def _shown(span: ValueSpan) -> str:
    if span.value is None:
        return SILENT
    return f"conflicting ({value_words(span.value)})" if span.conflict else value_words(span.value)


def history_json(timeline: Timeline) -> str:
    """The whole timeline in ASCII, ending in a line break."""
    return ascii_json(_plain(timeline))


def _plain(timeline: Timeline) -> dict[str, Any]:
    return {
        "version": 1,
        "tool": {"name": "vendorlint", "version": __version__},
        "name": timeline.name,
        "versions": [
            {"commit": each.commit, "date": each.date, "subject": each.subject, "documents": sorted(each.blobs)}
            for each in timeline.versions
        ],
        "facts": {
            lane.fact: [
                {
                    "from": span.first,
                    "to": span.last,
                    "status": "silent" if span.value is None else "conflict" if span.conflict else "stated",
                    "value": span.value,
                    "quote": span.quote,
                }
                for span in lane.spans
            ]
            for lane in timeline.lanes
        },
        "verdicts": [
            {"from": each.first, "to": each.last, "findings": dict(each.counts)} for each in timeline.verdicts
        ],
        "unread": {str(index): reason for index, reason in timeline.unread.items()},
    }


def history_html(timeline: Timeline, infos: Mapping[str, FactInfo]) -> str:
    """A chart with a lane per fact and one of what the policy says, to the scale of time, as one file that opens offline and runs
    nothing."""
    changes = {span.first for lane in timeline.lanes for span in lane.spans}
    starts = sorted({0, *changes, *(each.first for each in timeline.verdicts), *timeline.unread})
    lanes = {
        changed: [
            {
                "fact": lane.fact,
                "title": _title(lane.fact, infos),
                "cells": list(_cells(lane, starts, infos.get(lane.fact))),
            }
            for lane in timeline.lanes
            if lane.changed == changed
        ]
        for changed in (True, False)
    }
    return page(
        "history",
        name=timeline.name,
        versions=timeline.versions,
        unread=timeline.unread,
        columns=list(_columns(timeline, starts)),
        verdicts=[_verdict(each, starts) for each in timeline.verdicts],
        unjudged=sum(start < timeline.verdicts[0].first for start in starts) if timeline.verdicts else len(starts),
        changed=lanes[True],
        still=lanes[False],
    )


def _title(fact: str, infos: Mapping[str, FactInfo]) -> str:
    return infos[fact].title if fact in infos else fact


def _columns(timeline: Timeline, starts: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The versions from one change to the next, which hundreds that say the same would hide, each as wide as it was long."""
    dates = [datetime.fromisoformat(version.date) for version in timeline.versions]
    ends = [*(dates[start] for start in starts[1:]), dates[-1]]
    days = [max((end - dates[start]).days, 0) for start, end in zip(starts, ends, strict=True)]
    scale = WIDTH / max(sum(days), 1)
    for start, end, length in zip(starts, [*starts[1:], len(timeline.versions)], days, strict=True):
        version = timeline.versions[start]
        yield {
            "date": version.date[:10],
            "commit": version.commit[:8],
            "subject": version.subject,
            "more": counted(end - start, "version"),
            "width": max(NARROWEST, round(length * scale)),
        }


def _verdict(verdict: Verdict, starts: Sequence[int]) -> dict[str, Any]:
    worst = next((severity for severity in SEVERITIES if verdict.counts.get(severity)), "passes")
    told = ", ".join(counted(number, severity) for severity, number in verdict.counts.items() if number)
    width = sum(verdict.first <= start <= verdict.last for start in starts)
    return {"kind": worst, "value": told or "no finding", "width": width}


def _cells(lane: Lane, starts: Sequence[int], info: FactInfo | None) -> Iterator[dict[str, Any]]:
    looks = _looks(lane, info)
    for span in lane.spans:
        width = sum(span.first <= start <= span.last for start in starts)
        yield {"width": width, "kind": looks(span), "value": _shown(span), "quote": span.quote}


def _looks(lane: Lane, info: FactInfo | None) -> Callable[[ValueSpan], str]:
    """How to colour values: from bad to good where the fact has an order, apart from one another where it has none."""
    kinds: dict[str, int] = {}
    order = _order(lane, info)

    def look(span: ValueSpan) -> str:
        if span.value is None:
            return "silent"
        if span.conflict:
            return "conflict"
        if span.value in order:
            place = order.index(span.value)
            return "bad" if place == 0 else "good" if place == len(order) - 1 else "middle"
        return f"v{kinds.setdefault(_shown(span), len(kinds)) % 5}"

    return look


def _order(lane: Lane, info: FactInfo | None) -> list[Any]:
    """The values of a fact, the worst first: all that it may have, of a number those that it had, if these are several."""
    if info is None or not info.risk:
        return []
    if not isinstance(info.risk, str):
        return list(info.risk)
    had = {span.value for span in lane.spans if span.value is not None and not span.conflict}
    return info.worst_first(had) or [] if len(had) > 1 else []
