"""Forms that a browser sends, and the decisions in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from vendorlint.errors import InputError
from vendorlint.jobs.review import Decision
from vendorlint.jobs.values import typed_value
from vendorlint.project.project import Project

MAX_BYTES = 1_000_000
MAX_FIELDS = 100
_TYPE = "application/x-www-form-urlencoded"
ACTIONS = ("confirm", "override", "not-there", "leave")


class FormError(Exception):
    """What was sent is no form of ours."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each with its values."""

    fields: Mapping[str, Sequence[str]]

    def get(self, name: str) -> str:
        """The first value of a field without white space around it; empty where there is none."""
        return self.fields.get(name, [""])[0].strip()

    def joined(self, name: str) -> str:
        """All values of a field, with commas between."""
        return ", ".join(each.strip() for each in self.fields.get(name, ()))


async def read_form(request: Request) -> Form:
    """The form of a request. Raises FormError for what is none, or is too large."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _TYPE:
        raise FormError(f"expected {_TYPE}")
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BYTES:
                raise FormError(f"expected at most {MAX_BYTES} bytes")
        return Form(parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="strict"))
    except (ValueError, ClientDisconnect):
        raise FormError("expected a form in UTF-8") from None


def decision_of(fact: str, form: Form, by: str, date: str, project: Project) -> Decision:
    """What a form decides of a fact. Raises InputError for what it lacks."""
    action, note, reason = form.get("action"), form.get("note"), form.get("reason")
    if action not in ACTIONS:
        raise InputError(f"unknown action '{action}'; expected one of {', '.join(ACTIONS)}")
    if not by:
        raise InputError("nobody decides without a name; give yours at the top of the page")
    if action == "confirm":
        return Decision(fact, "confirmed", by, date, note)
    if action == "leave":
        return Decision(fact, "open", by, date, note, assigned_to=form.get("assigned_to"))
    if not reason:
        raise InputError("the reason is empty")
    if action == "not-there":
        return Decision(fact, "overridden", by, date, note, reason, not_there=True)
    if not (value := form.joined("value")):
        raise InputError("the value is empty")
    return Decision(
        fact, "overridden", by, date, note, reason, typed_value(fact, value, project, "the value"), form.get("quote")
    )
