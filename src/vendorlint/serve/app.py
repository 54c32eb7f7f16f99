"""The site: which address does what, behind the gate, and what becomes of errors."""

from __future__ import annotations

import asyncio
import functools
import hmac
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vendorlint.errors import InputErrors, VendorlintError, internal_error
from vendorlint.serve import views, writes
from vendorlint.serve.access import Access, Gate
from vendorlint.serve.asked import Asked, NotHereError
from vendorlint.serve.desk import Desk
from vendorlint.serve.forms import Form, FormError, read_form
from vendorlint.serve.pages import page

POLL_SECONDS, POLLS = 0.25, 80  # how long who waits for a check is kept waiting

READING: dict[str, Callable[[Asked], Response]] = {
    "/": views.vendors,
    "/vendors/{vendor}": views.vendor,
    "/vendors/{vendor}/findings": views.findings,
    "/changes": views.changes,
    "/changes.patch": views.patch,
    "/assets/{name}": views.asset_file,
}
WRITING: dict[str, Callable[[Asked, Form], Response]] = {
    "/name": writes.name,
    "/vendors/{vendor}/facts/{fact}": writes.decide,
    "/vendors/{vendor}/read": writes.read_terms,
    "/vendors/{vendor}/waivers": writes.waive,
}


def application(desk: Desk, gate: Gate) -> Starlette:
    """All pages of a desk. Nothing is asked of them that the gate does not let in, and no form without its session's token."""
    routes = [
        *(Route(path, functools.partial(_read, answer, desk)) for path, answer in READING.items()),
        *(Route(path, functools.partial(_write, answer, desk), methods=["POST"]) for path, answer in WRITING.items()),
        Route("/checked", functools.partial(_checked, desk)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Access, gate=gate)])


async def _read(answer: Callable[[Asked], Response], desk: Desk, request: Request) -> Response:
    return await _answered(Asked(request, desk), answer)


async def _write(answer: Callable[[Asked, Form], Response], desk: Desk, request: Request) -> Response:
    asked = Asked(request, desk)
    try:
        form = await read_form(request)
    except FormError as error:
        return PlainTextResponse(f"{error}\n", 400)
    if not hmac.compare_digest(form.get("csrf").encode(), asked.session.csrf.encode()):
        return PlainTextResponse("This form is not of your session: open the page again.\n", 403)
    return await _answered(asked, lambda asked: answer(asked, form))


async def _answered(asked: Asked, answer: Callable[[Asked], Response]) -> Response:
    """The answer, made in a thread, as a job may take a while; an error is a page of its own."""
    try:
        return await run_in_threadpool(answer, asked)
    except NotHereError:
        status, lines = 404, ["There is no such page."]
    except InputErrors as several:
        status, lines = 422, str(several).split("\n")
    except VendorlintError as error:
        status, lines = 422, [str(error)]
    except Exception as error:
        status, lines = 500, [internal_error(error)]
    return page("problem", asked.session, status, lines=lines)


async def _checked(desk: Desk, _request: Request) -> Response:
    """Answers once nothing is being checked any more, or a while later."""
    for _ in range(POLLS):
        if not desk.verdicts.working:
            break
        await asyncio.sleep(POLL_SECONDS)
    return JSONResponse({"working": desk.verdicts.working})
