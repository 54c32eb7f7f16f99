"""Who may speak with the server: by the link, under its own name, from its own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.datastructures import Headers

from vendorlint.serve.access import MAX_SESSIONS, Gate

from .conftest import OWNED, TOKEN, TRAINING, Site, serving

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
PATHS = [
    "/",
    "/vendors/brightleaf",
    "/vendors/brightleaf/findings",
    "/changes",
    "/changes.patch",
    "/assets/serve.js",
    "/checked",
    "/nowhere",
]
NO_TOKEN = "Open the link that 'vendorlint serve' has printed: it holds the token.\n"


@pytest.fixture(scope="module")
def site(made: Path) -> Iterator[Site]:
    """One for all: none of what is asked here writes anything."""
    with serving(made) as site:
        yield site


def guards(answer: httpx.Response) -> dict[str, str]:
    return {name: answer.headers.get(name, "") for name in HEADERS}


@pytest.mark.parametrize("path", PATHS)
def test_without_the_link_there_is_nothing(site: Site, path: str) -> None:
    for cookie in ("", "vendorlint-1=x", f"vendorlint-{site.origin.rpartition(':')[2]}={TOKEN}"):
        answer = httpx.get(site.origin + path, headers={"Cookie": cookie})
        assert (answer.status_code, answer.text, guards(answer)) == (403, NO_TOKEN, HEADERS)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(site: Site, path: str) -> None:
    answer = site.browser().get(path)
    assert (answer.status_code, guards(answer)) == (404 if path == "/nowhere" else 200, HEADERS)


def test_the_link_gives_a_cookie_of_this_site_alone(site: Site) -> None:
    answer = httpx.get(site.link)
    port = site.origin.rpartition(":")[2]
    assert answer.status_code == 200
    wanted = rf"vendorlint-{port}=[\w-]{{43}}; Path=/; HttpOnly; SameSite=Strict"
    assert re.fullmatch(wanted, answer.headers["set-cookie"])
    assert TOKEN not in answer.text  # and the page goes on to one without it
    assert '<meta http-equiv="refresh" content="0;url=/">' in answer.text


@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=wrong", f"?token={TOKEN}x", f"?token=x&token={TOKEN}", "?token=%FF%00"]
)
def test_another_token_opens_nothing(site: Site, query: str) -> None:
    answer = httpx.get(f"{site.origin}/enter{query}")
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert httpx.post(site.link).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", "127.0.0.1.evil.example:{port}", ""]
)
def test_a_name_that_is_made_to_lead_here_gets_nothing(site: Site, host: str) -> None:
    """DNS rebinding: the browser takes the page of evil.example, at this address, for its own."""
    named = host.format(port=site.origin.rpartition(":")[2])
    browser = site.browser()
    for path in ("/", f"/enter?token={TOKEN}"):
        answer = browser.client.get(path, headers={"Host": named})
        assert (answer.status_code, guards(answer)) == (421, HEADERS)


def test_localhost_is_the_same(site: Site) -> None:
    answer = httpx.get(site.link.replace("127.0.0.1", "localhost"), follow_redirects=True)
    assert answer.status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1", "", None])
def test_a_form_of_another_site_writes_nothing(site: Site, origin: str | None) -> None:
    before = site.facts().read_bytes()
    browser = site.browser()
    path, fields = browser.form(TRAINING, "confirm")
    headers = {} if origin is None else {"Origin": origin}
    request = browser.client.build_request("POST", path, data=fields)
    del request.headers["origin"]
    request.headers.update(headers)
    answer = browser.client.send(request)
    assert (answer.status_code, answer.text) == (403, "This was not sent from a page of this server.\n")
    assert site.facts().read_bytes() == before


WRITES = [f"/vendors/brightleaf/facts/{TRAINING}", "/vendors/brightleaf/read", "/vendors/brightleaf/waivers", "/name"]


@pytest.mark.parametrize("path", WRITES)
def test_a_form_without_its_sessions_token_writes_nothing(site: Site, path: str) -> None:
    before = site.facts().read_bytes()
    ann, bob = site.browser(), site.browser("Bob")
    _, of_bob = bob.form(TRAINING, "confirm")
    for csrf in ("", "x", of_bob["csrf"]):
        answer = ann.client.post(path, data=of_bob | {"csrf": csrf})
        assert (answer.status_code, answer.text) == (403, "This form is not of your session: open the page again.\n")
    assert site.facts().read_bytes() == before
    assert not (site.root / "waivers.yaml").exists()


def test_what_is_no_form_is_refused(site: Site) -> None:
    browser = site.browser()
    path, fields = browser.form(TRAINING, "confirm")
    for sent in (
        {"json": fields},
        {"content": "a" * 1_000_001, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        {"content": b"csrf=%ff", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        {"content": "&".join(["a=b"] * 101), "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
    ):
        assert browser.client.post(path, **sent).status_code == 400  # type: ignore[arg-type]
    assert browser.client.put(path, data=fields).status_code == 405
    assert browser.client.get(path).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/vendors/%2e%2e",
        "/vendors/..%2f..%2fetc",
        "/vendors/.git",
        "/vendors/BRIGHTLEAF",
        "/vendors/brightleaf%00",
        "/vendors//",
        "/assets/..%2fserver.py",
        "/assets/%2e%2e",
        "/assets/serve.css%2f..",
        "/assets/base.html.jinja",
    ],
)
def test_no_address_becomes_a_path(site: Site, path: str) -> None:
    browser = site.browser()
    assert browser.client.get(path).status_code == 404
    assert browser.send(f"{path}/facts/{OWNED}").status_code == 404


def test_a_fact_that_there_is_not_is_no_page(site: Site) -> None:
    for fact in ("nothing.such", "%2e%2e", "ai", "__class__"):
        assert site.browser().send(f"/vendors/brightleaf/facts/{fact}").status_code == 404
    assert site.browser().get("/vendors/brightleaf?fact=nothing.such").status_code == 200


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", "", "evil"])
def test_a_name_that_is_given_leads_to_no_other_site(site: Site, back: str) -> None:
    answer = site.browser().send("/name", by="Ann", back=back)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_oldest_session_goes_where_there_are_too_many(site: Site) -> None:

    gate = Gate(site.origin, TOKEN, "Ann")
    cookies = [(gate.enter(TOKEN) or "").partition(";")[0] for _ in range(MAX_SESSIONS + 1)]
    known = [gate.session(Headers({"cookie": cookie})) is not None for cookie in cookies]
    assert known == [False, *[True] * MAX_SESSIONS]
