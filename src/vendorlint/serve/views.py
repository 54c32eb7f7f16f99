"""What is looked at: vendors, a vendor's facts, its findings, what is not committed yet."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from typing import Any

from starlette.responses import PlainTextResponse, Response

from vendorlint.choices import SEVERITIES
from vendorlint.errors import InputError, VendorlintError
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.jobs.states import State
from vendorlint.jobs.uncommitted import uncommitted
from vendorlint.policy.rules import all_rules
from vendorlint.policy.waivers import all_waivers
from vendorlint.project.vendors import Vendor
from vendorlint.reports.parts.wording import by_severity, mark, negotiation, waiver_note
from vendorlint.serve.asked import Asked, NotHereError
from vendorlint.serve.cards import clause_html
from vendorlint.serve.desk import faults_of, findings_of, notes_of
from vendorlint.serve.forms import Form
from vendorlint.serve.pages import asset, page
from vendorlint.serve.vendor_page import View, listed, shown_card
from vendorlint.serve.verdicts import Verdict

NO_FORM = Form({})
MAX_CLAUSES = 2  # of a finding: the page of its fact has them all


def vendors(asked: Asked) -> Response:
    """Every vendor with how far its review is, and what the check says of it."""
    states = asked.desk.states(asked.project)
    verdicts = asked.desk.verdicts.of([each.vendor for each in states if each.vendor], asked.project)
    rows = [(state, _verdict(state, verdicts.get(state.id))) for state in states]
    return page("vendors", asked.session, rows=rows, working=asked.desk.verdicts.working)


def _verdict(state: State, verdict: Verdict | None) -> dict[str, Any]:
    """What the check says: None as long as it is not known."""
    told = verdict.told if isinstance(verdict, Report) else ()
    counts = Counter(each.severity for each in told if each.counts and each.vendor == state.id)
    faults = faults_of(verdict, state.id)
    known = bool(verdict) or state.vendor is None
    return {
        "known": known,
        "judged": isinstance(verdict, Report) and state.id in verdict.judged,
        "counts": [(each, counts[each]) for each in SEVERITIES if counts[each]],
        "faults": faults,
    }


def vendor(asked: Asked) -> Response:
    """A vendor's facts beside its contract."""
    return vendor_response(asked, View(asked.query("fact"), asked.query("asked") == "1", asked.query("for")))


def vendor_response(
    asked: Asked, view: View, status: int = 200, refused: Sequence[str] = (), typed: Form = NO_FORM
) -> Response:
    """The same, with why what was `typed` was refused."""
    about = asked.vendor
    shown: dict[str, Any] = {"vendor": about, "view": view, "refused": refused, "typed": typed, "tab": "facts"}
    try:
        found = listed(about, asked.project, view)
        known = findings_of(asked.desk.verdict(about, asked.project), about.id)
        shown |= {"listed": found, **shown_card(found, asked.project, known, view)}
    except VendorlintError as error:
        return page("unread", asked.session, status, **shown, lines=str(error).split("\n"), can_read=_can_read(about))
    return page("vendor", asked.session, status, **shown)


def _can_read(about: Vendor) -> bool:
    return bool(about.documents)


def findings(asked: Asked) -> Response:
    """A vendor's findings, each with a form to waive it, and its waivers."""
    return findings_response(asked)


def findings_response(asked: Asked, status: int = 200, refused: Sequence[str] = (), typed: Form = NO_FORM) -> Response:
    """The same, with why what was `typed` was refused."""
    about = asked.vendor
    verdict = asked.desk.verdict(about, asked.project)
    rules = all_rules(asked.project)
    today = asked.desk.verdicts.today
    known = [(each, each.state(today)) for each in all_waivers(asked.project, rules) if each.vendor == about.id]
    return page(
        "findings",
        asked.session,
        status,
        vendor=about,
        tab="findings",
        working=verdict is None,
        faults=faults_of(verdict, about.id),
        notes=notes_of(verdict, about),
        can_read=_can_read(about),
        findings=[_finding(each, verdict) for each in by_severity(findings_of(verdict, about.id))],
        waivers=known,
        today=today,
        refused=refused,
        typed=typed,
    )


def _finding(each: Finding, verdict: Verdict | None) -> dict[str, Any]:
    assert isinstance(verdict, Report)  # noqa: S101 - it has a finding
    rule = next((rule for rule in verdict.rules if rule.id == each.rule), None)
    return {
        "finding": each,
        "title": rule.title if rule else each.rule,
        "clauses": [clause_html(citation.quote, citation.words) for citation in each.citations[:MAX_CLAUSES]],
        "mark": mark(each),
        "waiver": waiver_note(each),
        "negotiate": negotiation(each.negotiate),
        "may_waive": not each.waived and each.status != "parameters" and not (rule and rule.mandatory),
    }


def changes(asked: Asked) -> Response:
    """What is not committed yet, as a diff, and how to commit it."""
    try:
        found, problem = uncommitted(asked.project.config), ""
    except InputError as error:
        found, problem = [], str(error)
    paths = " ".join(shlex.quote(f":/{each.path}") for each in found)
    commands = [f"git add -- {paths}", 'git commit -m "Review of vendor terms"'] if found else []
    return page("changes", asked.session, changes=found, problem=problem, commands=commands)


def patch(asked: Asked) -> Response:
    """The same as a patch, to be sent to whoever commits it."""
    text = "".join(each.text for each in uncommitted(asked.project.config))
    return PlainTextResponse(text, headers={"Content-Disposition": 'attachment; filename="review.patch"'})


def asset_file(asked: Asked) -> Response:
    """A style or a script of ours."""
    found = asset(asked.part("name"))
    if found is None:
        raise NotHereError
    return Response(found[0], media_type=found[1])
