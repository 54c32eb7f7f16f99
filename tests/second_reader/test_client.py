"""One question to a server that answers in every way but the right one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vendorlint.second_reader.client import Client, UnansweredError
from vendorlint.second_reader.endpoint import Endpoint

from .server import MODEL, Play, Reply, Server, error, said

Model = Callable[[Play], Server]


def client(url: str, seconds: int = 5) -> Client:
    return Client(Endpoint(url, MODEL, "", local=True, seconds=seconds, price_in=None, price_out=None))


@pytest.mark.parametrize(
    ("reply", "why", "final", "asked"),
    [
        (Reply(b"<html>gateway</html>"), "what the server answers is no chat completion", False, 1),
        (Reply(b""), "what the server answers is no chat completion", False, 1),
        (Reply(b"[" * 100_000), "what the server answers is no chat completion", False, 1),
        (Reply(b'{"choices": []}'), "what the server answers is no chat completion", False, 1),
        (Reply(b'{"choices": [{"message": {"content": null}}]}'), "what the server answers is no chat completion", False, 1),
        (Reply(b'{"choices": {"0": 1}}'), "what the server answers is no chat completion", False, 1),
        (Reply(b"x" * 2_000_001), "its answer has more than 2 MB", False, 1),
        (error(403, "no"), "the server answers 403: no", True, 1),
        (error(404, "x" * 500), f"the server answers 404: {'x' * 160}…", True, 1),
        (Reply(b'{"error": "plain"}', 405), "the server answers 405: plain", True, 1),
        (Reply(b"{", 418), "the server answers 418", False, 1),
        (error(400, "no"), "the server answers 400: no", False, 3),
        (Reply(status=307, headers={"Location": "/v1/elsewhere"}), "the server answers 307", False, 1),
        (error(503, "busy", **{"Retry-After": "99"}), "no answer within 1 s", False, 1),
        (Reply(drip=True), "no answer within 1 s", False, 1),
    ],
)  # fmt: skip
def test_what_is_no_answer(model: Model, reply: Reply, why: str, final: bool, asked: int) -> None:
    server = model(lambda _: reply)
    with pytest.raises(UnansweredError) as caught:
        client(server.url, 1).ask("system", "text", {})
    assert (caught.value.reason, caught.value.final, len(server.requests)) == (why, final, asked)


def test_a_server_that_hangs_up_is_asked_three_times(model: Model) -> None:
    server = model(lambda _: Reply(hang_up=True))
    with pytest.raises(UnansweredError) as caught:
        client(server.url).ask("system", "text", {})
    assert (caught.value.final, len(server.requests)) == (False, 3)
    assert caught.value.reason.startswith("127.0.0.1:")


def test_tokens_that_nobody_tells(model: Model) -> None:
    answer = client(model(lambda _: said("hello", tokens=None)).url).ask("system", "text", {})
    assert (answer.text, answer.tokens_in, answer.tokens_out, answer.whole) == ("hello", 0, 0, True)


def test_a_proxy_of_the_environment_is_not_asked_for_a_server_on_this_machine(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert client(model(lambda _: said("hello")).url).ask("system", "text", {}).text == "hello"
