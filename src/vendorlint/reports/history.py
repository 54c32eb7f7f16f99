"""A timeline in text, JSON and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vendorlint import __version__
from vendorlint.facts.wording import value_words
from vendorlint.files.json import ascii_json
from vendorlint.jobs.history.timeline import SILENT, Lane, Timeline, ValueSpan
from vendorlint.reports.parts.page import page
from vendorlint.reports.parts.wording import clipped, counted
from vendorlint.unsafe import escape

MAX_QUOTE = 160
BAR = 40  # characters of a lane in text


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
        "unread": {str(index): reason for index, reason in timeline.unread.items()},
    }


def history_html(timeline: Timeline) -> str:
    """A chart with a lane per fact, as one file that opens offline and runs nothing."""
    starts = sorted({span.first for lane in timeline.lanes for span in lane.spans} | set(timeline.unread) | {0})
    lanes = {
        changed: [
            {"fact": lane.fact, "cells": list(_cells(lane, starts))}
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
        changed=lanes[True],
        still=lanes[False],
    )


def _columns(timeline: Timeline, starts: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The versions from one change to the next: hundreds that say the same would hide the few that do not."""
    for start, end in zip(starts, [*starts[1:], len(timeline.versions)], strict=True):
        version = timeline.versions[start]
        yield {
            "date": version.date[:10],
            "commit": version.commit[:8],
            "subject": version.subject,
            "more": counted(end - start, "version"),
        }


def _cells(lane: Lane, starts: Sequence[int]) -> Iterator[dict[str, Any]]:
    kinds: dict[str, int] = {}
    for span in lane.spans:
        value = _shown(span)
        kind = (
            "silent"
            if span.value is None
            else "conflict"
            if span.conflict
            else f"v{kinds.setdefault(value, len(kinds)) % 5}"
        )
        width = sum(span.first <= start <= span.last for start in starts)
        yield {"width": width, "kind": kind, "value": value, "quote": span.quote}
