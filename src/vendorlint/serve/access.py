"""Who may speak with the server: whoever came by its link, from a page of its own, under a name that is its own.

The link holds a token. Whoever opens it gets a cookie that no other site's request carries (SameSite=Strict) and no script reads.
A name that is not the server's, as when another site's name is made to lead here (DNS rebinding), gets nothing. Each write has to
come from a page of this origin (Origin) and hold the session's own token (CSRF).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENTRY = "/enter"
MAX_SESSIONS = 1000  # more are people who open the link again and again: the oldest goes
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none, browsers would send `Origin: null` of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# A redirect would still count as the other site's navigation (of a webmail, say), which gets no strict cookie; this page's own does.
_WELCOME = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>vendorlint</title>'
    '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Open the review</a></p></html>'
)


@dataclass(slots=True)
class Session:
    """One browser: its token for forms, the name that its person decides under, and what to tell on the next page."""

    csrf: str
    by: str
    told: list[str] = field(default_factory=list)


class Gate:
    """Lets requests for `origin` (scheme, host and port) in, by a token; `also` are other names by which browsers may call it.
    `by` is the name that people decide under until they give their own."""

    def __init__(self, origin: str, token: str, by: str, also: Iterable[str] = ()) -> None:
        self.origins = frozenset({origin, *also})
        self._hosts = frozenset(urlsplit(each).netloc for each in self.origins)
        secure = urlsplit(origin).scheme == "https"
        self._port = urlsplit(origin).port or 0  # cookies know no ports: two servers on one machine take a name each
        self.cookie = "__Host-vendorlint" if secure else f"vendorlint-{self._port}"
        self._attributes = f"Path=/; HttpOnly; SameSite=Strict{'; Secure' if secure else ''}"
        self._token = token
        self._by = by
        self._sessions: dict[str, Session] = {}

    def is_ours(self, headers: Headers) -> bool:
        """Whether a request names this server, once."""
        named = headers.getlist("host")
        return len(named) == 1 and named[0].lower() in self._hosts

    def enter(self, token: str) -> str | None:
        """The cookie to set for whoever has the token; None for anybody else."""
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        if len(self._sessions) >= MAX_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        name = secrets.token_urlsafe(32)
        self._sessions[name] = Session(secrets.token_urlsafe(32), self._by)
        return f"{self.cookie}={name}; {self._attributes}"

    def session(self, headers: Headers) -> Session | None:
        """The session of a request's cookie."""
        return self._sessions.get(cookie_parser(headers.get("cookie", "")).get(self.cookie, ""))


class Access:
    """Middleware: nothing behind it sees a request that the gate does not let in. `scope["session"]` is the session."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] != "http":
            return
        answer = self._answer(scope, Headers(scope=scope))
        await (answer or self._app)(scope, receive, _with_headers(send))

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What is said at the gate; None where the request may pass."""
        if not self._gate.is_ours(headers):
            return _refused(421, "This is not the address that vendorlint was started for.")
        if scope["path"] == ENTRY:
            return self._entered(scope)
        session = self._gate.session(headers)
        if session is None:
            return _refused(403, "Open the link that 'vendorlint serve' has printed: it holds the token.")
        if scope["method"] not in {"GET", "HEAD"} and headers.get("origin") not in self._gate.origins:
            return _refused(403, "This was not sent from a page of this server.")
        scope["session"] = session
        return None

    def _entered(self, scope: Scope) -> Response:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        cookie = self._gate.enter(given) if scope["method"] == "GET" else None
        if cookie is None:
            return _refused(
                403, "The token is not that of this server. Ask for the link that it has printed when it was started."
            )
        return HTMLResponse(_WELCOME, headers={"Set-Cookie": cookie})


def _refused(status: int, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
