"""What is written: decisions on facts, waivers, terms read again. What cannot be written is shown again as it was typed."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from vendorlint.errors import InputError, InputErrors, VendorlintError
from vendorlint.files.text import read_text
from vendorlint.findings.report import Report
from vendorlint.jobs.extract import update_facts
from vendorlint.jobs.review import ChangedMeanwhileError, record
from vendorlint.jobs.waive import Approval, add_waiver, named_finding, waiver_of
from vendorlint.serve.asked import Asked
from vendorlint.serve.forms import Form, decision_of
from vendorlint.serve.vendor_page import View, digest_of, listed, next_fact
from vendorlint.serve.views import findings_response, vendor_response

MAX_NAME = 100  # characters
_DONE = {"confirm": "Confirmed", "override": "Overridden", "not-there": "Marked as not there", "leave": "Left open"}
_TYPED = ("value", "reason", "quote", "assigned_to", "note")


def decide(asked: Asked, form: Form) -> Response:
    """Write a decision to facts.yaml, and go on to the next fact that waits."""
    view = View(asked.fact, form.get("asked") == "1", form.get("for"))
    info = asked.project.facts.infos[asked.fact]
    path = asked.vendor.facts_path
    try:
        decision = decision_of(asked.fact, form, asked.session.by, asked.desk.verdicts.today, asked.project)
        others = digest_of(read_text(path)) != form.get("facts")
        before = listed(asked.vendor, asked.project, view).waiting
        record(path, asked.project, [decision], {asked.fact: form.get("shown")})
    except ChangedMeanwhileError:
        return vendor_response(asked, view, 409, _what_changed(asked, form, view), form)
    except VendorlintError as error:
        return vendor_response(asked, view, 422, str(error).split("\n"), form)
    kept = " What others wrote to the file meanwhile is kept." if others else ""
    asked.session.told.append(f"{_DONE[form.get('action')]}: {info.title}.{kept}")
    waiting = listed(asked.vendor, asked.project, view).waiting
    if not waiting:
        asked.session.told.append("Nothing is left to review here.")
    following = next_fact(before, asked.fact, waiting)
    return RedirectResponse(view.address(asked.vendor.id, following), 303)


def _what_changed(asked: Asked, form: Form, view: View) -> list[str]:
    row = listed(asked.vendor, asked.project, view).row
    now = ": ".join(filter(None, (row.value or "not stated", row.why)))
    typed = "; ".join(f"{name.replace('_', ' ')}: {form.joined(name)}" for name in _TYPED if form.get(name))
    return [
        "Nothing was written: somebody else has changed this fact since it was shown to you.",
        f"You saw: {form.get('saw')}",
        f"It is now: {now}",
        *([f"You typed: {typed}"] if typed else []),
    ]


def waive(asked: Asked, form: Form) -> Response:
    """Write a waiver to waivers.yaml."""
    verdict = asked.desk.verdict(asked.vendor, asked.project)
    try:
        if not isinstance(verdict, Report):
            raise InputError("the vendor is still being checked; send this again in a moment")
        found = named_finding(f"{asked.vendor.id}/{form.get('rule')}", verdict)
        given = Approval(form.get("by"), form.get("reason"), form.get("until"), form.get("ticket"))
        entry = waiver_of(found, verdict, given)
        add_waiver(entry, asked.project.config)
    except VendorlintError as error:
        return findings_response(asked, 422, str(error).split("\n"), form)
    asked.session.told.append(f"{found.rule} is waived until {entry['expires']}.")
    return RedirectResponse(f"/vendors/{quote(asked.vendor.id, safe='')}/findings", 303)


def read_terms(asked: Asked, form: Form) -> Response:
    """Read a vendor's terms again, as `vendorlint extract` does."""
    try:
        outcome = update_facts(asked.vendor, asked.project, write=True)
        lines = [*outcome.lines, *map(str, outcome.errors)] or ["The facts are those of the terms as they are."]
    except InputErrors as several:
        lines = str(several).split("\n")
    except InputError as error:
        lines = [str(error)]
    asked.session.told += lines
    return RedirectResponse(View().address(asked.vendor.id), 303)


def name(asked: Asked, form: Form) -> Response:
    """Take the name under which somebody decides."""
    asked.session.by = " ".join(form.get("by").split())[:MAX_NAME]
    back = form.get("back")
    ours = back.startswith("/") and not back.startswith("//") and "\\" not in back
    return RedirectResponse(back if ours else "/", 303)
