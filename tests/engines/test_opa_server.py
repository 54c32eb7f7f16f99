"""Against a real OPA server on the loopback interface."""

from __future__ import annotations

import datetime
import json
import re
import signal
import socketserver
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from vendorlint.engines.engine import open_engine
from vendorlint.engines.pack import bundle, pack_module
from vendorlint.errors import InputError, VendorlintError
from vendorlint.policy.rules import Module, RuleSet
from vendorlint.project.config import OpaSettings

from ..command import COMMAND, surroundings

Build = Callable[..., Module]

TODAY = {"requirements": {"sample": {}}, "vendors": {"acme": {"tier": "standard"}}, "today": "2026-11-25"}
AUTHORISATION = """package system.authz

import rego.v1

default allow := false

allow if input.identity == "the-right-one"

allow if input.path == ["health"]
"""


@pytest.fixture
def sample(rule: Build) -> Callable[[str], list[Module]]:
    """A rule that reports a word and today, with a library that it needs and that comes after it by name."""

    def build(word: str = "term") -> list[Module]:
        library = Module(
            "lib/words.rego",
            f'package vendorlint.lib.words\n\nimport rego.v1\n\nmsg(x) := sprintf("%v {word} %v", [x, data.vendorlint_data.today])\n',
        )
        body = """
import data.vendorlint.lib.words

deny contains result if {
	some x in input.values
	result := {
		"msg": words.msg(x), "rule": "sample", "severity": "error", "status": "stated", "fact": "licence.duration",
		"value": x, "required": "", "evidence": [],
	}
}"""
        return [rule(body), library]

    return build


def result(x: object, word: str = "term") -> dict[str, Any]:
    return {
        "msg": f"{x} {word} 2026-11-25",
        "rule": "sample",
        "severity": "error",
        "status": "stated",
        "fact": "licence.duration",
        "value": x,
        "required": "",
        "evidence": [],
    }


def settings(url: str, **others: Any) -> OpaSettings:
    return OpaSettings(
        **{"url": url, "token_file": None, "ca": None, "cert": None, "key": None, "mode": "push"} | others
    )


def failure(opa: OpaSettings, modules: list[Module], document: dict[str, Any] | None = None) -> tuple[str, str]:
    with pytest.raises(VendorlintError) as caught:
        open_engine("opa", opa=opa).evaluate(modules, TODAY, [document or {"values": [1]}])
    message = str(caught.value)
    assert "\n" not in message
    return getattr(caught.value, "kind", "input"), message


def held(url: str) -> tuple[list[str], list[str]]:
    """The ids of the policies and the roots of the data that a server has."""
    policies, data = (json.load(urllib.request.urlopen(f"{url}/v1/{part}"))["result"] for part in ("policies", "data"))
    return sorted(policy["id"] for policy in policies), sorted(data)


def packs(url: str) -> list[str]:
    """The packs that a server keeps; nothing else of vendorlint's is there."""
    policies, _ = held(url)
    data = json.load(urllib.request.urlopen(f"{url}/v1/data"))["result"]
    assert data.get("vendorlint_runs", {}) == {}
    kept = [policy.removeprefix("vendorlint/") for policy in policies if policy.startswith("vendorlint/")]
    names = {name for name in data if name.startswith("vendorlint_")} - {"vendorlint_runs", "vendorlint_data"}
    assert names == ({f"vendorlint_{name}" for name in kept} | {"vendorlint_packs"} if kept else set())
    assert sorted(data.get("vendorlint_packs", {})) == kept
    return kept


def put(url: str, path: str, content: str) -> None:
    request = urllib.request.Request(f"{url}/v1/{path}", content.encode(), method="PUT")
    urllib.request.urlopen(request).close()


def puts(url: str) -> dict[str, int]:
    """How often a server was given something, by what it was."""
    text = urllib.request.urlopen(f"{url}/metrics").read().decode()
    found = re.findall(r'request_duration_seconds_count\{.*?handler="v1/(\w+)",method="put"\} (\d+)', text)
    return {handler: int(count) for handler, count in found}


def test_push(opa: str, sample: Callable[..., list[Module]]) -> None:
    engine = open_engine("opa", opa=settings(opa))
    assert engine.evaluate(sample(), TODAY, [{"values": ["b", "a"]}, {}]) == [[result("a"), result("b")], []]
    assert engine.name == "opa"
    assert engine.version.count(".") == 2
    assert len(set(engine.decision_ids)) == 2
    assert len(packs(opa)) == 1


def test_a_pack_goes_up_once(
    start_opa: Callable[..., str], shipped: RuleSet, sample: Callable[..., list[Module]]
) -> None:
    url = f"http://{start_opa()}"
    for _ in range(3):
        assert open_engine("opa", opa=settings(url)).evaluate(shipped.modules, TODAY, [{"vendor": "acme"}]) == [[]]
    assert puts(url) == {"policies": 1, "data": 4}
    open_engine("opa", opa=settings(url)).evaluate(sample(), TODAY, [{}])
    assert (puts(url)["policies"], len(packs(url))) == (2, 2)


def test_a_pack_of_another_content_is_replaced(
    start_opa: Callable[..., str], sample: Callable[..., list[Module]]
) -> None:
    url = f"http://{start_opa()}"
    engine = open_engine("opa", opa=settings(url))
    engine.evaluate(sample(), TODAY, [{"values": [1]}])
    [name] = packs(url)
    put(url, f"policies/vendorlint/{name}", f"package vendorlint_{name}\n\nrules_{name}.sample.deny := []\n")
    assert engine.evaluate(sample(), TODAY, [{"values": [1]}]) == [[result(1)]]


def test_packs_that_nobody_uses_any_more_go(start_opa: Callable[..., str], sample: Callable[..., list[Module]]) -> None:
    url = f"http://{start_opa()}"
    today = datetime.date.today()
    for name, days in (("a0", 31), ("b0", 29)):
        put(url, f"policies/vendorlint/{name}", f"package vendorlint_{name}\n\nx := 1\n")
        used = {"used": (today - datetime.timedelta(days=days)).isoformat()}
        put(url, f"data/vendorlint_packs/{name}", json.dumps(used))
    assert packs(url) == ["a0", "b0"]
    open_engine("opa", opa=settings(url)).evaluate(sample(), TODAY, [{}])
    assert [name for name in packs(url) if name.endswith("0")][-1:] == ["b0"]
    assert "a0" not in packs(url)


# Of which OPA needs seconds.
SLOW = """# METADATA
# title: Slow
# custom: {severity: error, on_silence: pass, facts: [licence.duration], category: custom, params: {}}
package vendorlint.rules.slow

import rego.v1

deny contains 1 if count([x | some x in numbers.range(1, 6000000); x % 7 == 0]) == 1
"""


def running(url: str) -> dict[str, Any]:
    """The data of runs that a server has."""
    found: dict[str, Any] = json.load(urllib.request.urlopen(f"{url}/v1/data/vendorlint_runs")).get("result", {})
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_was_pushed_goes_when_the_run_is_ended(
    start_opa: Callable[..., str], tmp_path: Path, number: signal.Signals
) -> None:
    url = f"http://{start_opa()}"
    vendor = tmp_path / "vendors" / "brightleaf"
    vendor.mkdir(parents=True)
    (tmp_path / "vendorlint.yaml").write_text("version: 1\npolicy: house.yaml\nrego: [rego]\n")
    (tmp_path / "house.yaml").write_text("version: 1\nname: house\nrequirements: {slow: {}}\n")
    (tmp_path / "rego").mkdir()
    (tmp_path / "rego" / "slow.rego").write_text(SLOW)
    (vendor / "terms.md").write_text(
        "# Brightleaf Terms of Service\n\n1.1 Customer retains all rights in Customer Content.\n"
    )
    command = [*COMMAND, "check", "--engine", "opa", "--opa-url", url]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=tmp_path, env=surroundings(), stdout=pipe, stderr=pipe)
    until = time.monotonic() + 60
    while not running(url) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out, running(url), len(packs(url))) == (128 + number, b"", {}, 1)


def test_what_others_have_on_the_server_stays(
    start_opa: Callable[..., str], sample: Callable[..., list[Module]], tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.rego"
    theirs.write_text("package vendorlint.rules.sample\n\nimport rego.v1\n\ndeny contains 1\n")
    (tmp_path / "data.json").write_text('{"vendorlint_data": {"today": "never"}}')
    url = f"http://{start_opa(str(theirs), str(tmp_path / 'data.json'))}"
    (policy,), roots = held(url)
    assert open_engine("opa", opa=settings(url)).evaluate(sample(), TODAY, [{"values": [1]}]) == [[result(1)]]
    assert policy in held(url)[0]
    assert {*roots} <= {*held(url)[1]}
    assert len(packs(url)) == 1


def test_users_of_one_server_do_not_meet(opa: str, sample: Callable[..., list[Module]]) -> None:
    words = [f"word{number}" for number in range(6)]

    def judge(word: str) -> list[list[dict[str, Any]]]:
        return open_engine("opa", opa=settings(opa)).evaluate(sample(word), TODAY, [{"values": [1]}] * 5)

    with ThreadPoolExecutor(len(words)) as pool:
        assert list(pool.map(judge, words)) == [[[result(1, word)]] * 5 for word in words]
    assert running(opa) == {}


def test_rules_that_opa_refuses_are_located(opa: str, rule: Build) -> None:
    modules = [rule('deny contains 1 if data.vendorlint_data.today == "a" + 1')]
    assert failure(settings(opa), modules) == ("input", "rules/sample.rego:4:50: plus: invalid argument(s)")
    assert running(opa) == {}


def test_places_are_those_of_the_module_as_it_was(opa: str, rule: Build) -> None:
    library = Module("lib/much.rego", "package vendorlint.lib.much\n\nimport rego.v1\n\nof(x) := x\n")
    body = """import data.vendorlint.lib.much # METADATA

text := "# no comment"

deny contains much.of(text) if much.of(much.of(text)) == data.vendorlint.lib.much.of(1) / input.x"""
    message = "rules/sample.rego:8:58: div: divide by zero"
    assert failure(settings(opa), [rule(body), library], {"x": 0}) == ("input", message)


def test_rules_that_fail_name_the_vendor(opa: str, rule: Build) -> None:
    modules = [rule("deny contains 1 if 1 / input.x == 1")]
    message = "rules/sample.rego:4:20: div: divide by zero (while checking vendor 'acme')"
    assert failure(settings(opa), modules, {"vendor": "acme", "x": 0}) == ("input", message)
    assert running(opa) == {}


def test_a_bad_date_is_an_error(opa: str, rule: Build) -> None:
    modules = [rule('deny contains 1 if time.parse_ns("2006-01-02", input.x)')]
    assert failure(settings(opa), modules, {"x": "soon"})[1].startswith(
        "rules/sample.rego:4:20: time.parse_ns: parsing time"
    )


def test_the_subset_holds_here_too(opa: str, rule: Build) -> None:
    modules = [rule("deny contains 1 if print(1)")]
    assert failure(settings(opa), modules)[1].startswith("rules/sample.rego:4:20: print is neither")


def test_a_server_that_is_down(sample: Callable[..., list[Module]]) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as closed:
        url = f"http://127.0.0.1:{closed.server_address[1]}"
    assert failure(settings(url), sample()) == ("connect", f"no connection to {url}: [Errno 111] Connection refused")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://opa.example", "opa.url is 'http://opa.example'; expected https for a server on another machine"),
        ("https://user:word@opa.example", "opa.url is 'https://user:word@opa.example'; expected http(s)://host:port"),
        ("https://opa.example/v1/data", "opa.url is 'https://opa.example/v1/data'; expected http(s)://host:port"),
        ("localhost:8181", "opa.url is 'localhost:8181'; expected http(s)://host:port"),
        ("http://localhost:port", "opa.url is 'http://localhost:port'; expected http(s)://host:port"),
    ],
)
def test_addresses(url: str, expected: str, sample: Callable[..., list[Module]]) -> None:
    assert failure(settings(url), sample()) == ("input", expected)


@pytest.fixture(scope="session")
def guarded(start_opa: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a server that wants a token."""
    policy = tmp_path_factory.mktemp("authorisation") / "authz.rego"
    policy.write_text(AUTHORISATION)
    return f"http://{start_opa('--authentication', 'token', '--authorization', 'basic', str(policy))}"


def test_a_token_from_the_environment(
    guarded: str, sample: Callable[..., list[Module]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VENDORLINT_OPA_TOKEN", "the-right-one")
    assert open_engine("opa", opa=settings(guarded)).evaluate(sample(), TODAY, [{"values": [1]}]) == [[result(1)]]


def test_a_token_from_a_file(guarded: str, sample: Callable[..., list[Module]], tmp_path: Path) -> None:
    (tmp_path / "token").write_text("the-right-one\n")
    engine = open_engine("opa", opa=settings(guarded, token_file=tmp_path / "token"))
    assert engine.evaluate(sample(), TODAY, [{"values": [1]}]) == [[result(1)]]


def test_a_wrong_token(guarded: str, sample: Callable[..., list[Module]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDORLINT_OPA_TOKEN", "the-wrong-one")
    kind, message = failure(settings(guarded), sample())
    assert (kind, message) == (
        "auth",
        f"{guarded}: request rejected by administrative policy; see VENDORLINT_OPA_TOKEN and opa.token_file",
    )


def test_no_token(guarded: str, sample: Callable[..., list[Module]]) -> None:
    assert failure(settings(guarded), sample())[0] == "auth"


def test_a_token_that_is_none(
    guarded: str, sample: Callable[..., list[Module]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VENDORLINT_OPA_TOKEN", "two words")
    kind, message = failure(settings(guarded), sample())
    assert (kind, message) == ("auth", "the token in VENDORLINT_OPA_TOKEN or opa.token_file is not one word")


def test_files_that_are_not_there(sample: Callable[..., list[Module]], tmp_path: Path) -> None:
    for setting in ("token_file", "ca", "cert", "key"):
        with pytest.raises(InputError) as caught:
            opa = settings("https://localhost", **{setting: tmp_path / "none"})
            open_engine("opa", opa=opa).evaluate(sample(), TODAY, [])
        assert str(caught.value) == f"{tmp_path / 'none'}: no such file; opa.{setting} names it"


@pytest.fixture(scope="session")
def secure(start_opa: Callable[..., str], certificates: Path) -> str:
    """The URL of a server that shows a certificate and wants one."""
    options = ("--tls-cert-file", "server.pem", "--tls-private-key-file", "server.key", "--tls-ca-cert-file", "ca.pem")
    paths = [str(certificates / option) if not option.startswith("--") else option for option in options]
    return f"https://{start_opa('--authentication', 'tls', *paths)}"


def test_certificates_on_both_sides(secure: str, certificates: Path, sample: Callable[..., list[Module]]) -> None:
    ours = {"ca": certificates / "ca.pem", "cert": certificates / "client.pem", "key": certificates / "client.key"}
    engine = open_engine("opa", opa=settings(secure, **ours))
    assert engine.evaluate(sample(), TODAY, [{"values": [1]}]) == [[result(1)]]


def test_a_server_that_cannot_be_trusted(secure: str, certificates: Path, sample: Callable[..., list[Module]]) -> None:
    for ca in (None, certificates / "other-ca.pem"):
        kind, message = failure(settings(secure, ca=ca), sample())
        assert kind == "connect"
        assert message.startswith(f"no trusted connection to {secure}: ") and "certificate verify failed" in message


def test_a_client_without_a_certificate(secure: str, certificates: Path, sample: Callable[..., list[Module]]) -> None:
    assert failure(settings(secure, ca=certificates / "ca.pem"), sample())[0] in ("connect", "auth")


@pytest.fixture
def published(start_opa: Callable[..., str], tmp_path: Path) -> Callable[..., str]:
    """The URL of a server with a bundle of these modules and data."""

    def publish(modules: list[Module], data: dict[str, Any]) -> str:
        path = tmp_path / "bundle.tar.gz"
        path.write_bytes(bundle(modules, data))
        return f"http://{start_opa('--bundle', str(path))}"

    return publish


def test_read_only(published: Callable[..., str], sample: Callable[..., list[Module]]) -> None:
    everyone = TODAY | {"vendors": TODAY["vendors"] | {"umbra": {"tier": "low"}}}  # type: ignore[operator]
    url = published(sample(), everyone)
    before = held(url)
    engine = open_engine("opa", opa=settings(url, mode="read_only"))
    assert engine.evaluate(sample(), TODAY, [{"values": [1]}, {}]) == [[result(1)], []]
    assert engine.version.count(".") == 2
    assert held(url) == before


def test_read_only_with_other_rules(published: Callable[..., str], sample: Callable[..., list[Module]]) -> None:
    url = published(sample("old"), TODAY)
    kind, message = failure(settings(url, mode="read_only"), sample())
    assert kind == "protocol"
    assert message.startswith(f"{url} holds another pack of rules than this run (")


@pytest.mark.parametrize(
    ("key", "value"), [("today", "2026-11-24"), ("requirements", {}), ("vendors", {"acme": {"tier": "critical"}})]
)
def test_read_only_with_other_data(
    published: Callable[..., str], sample: Callable[..., list[Module]], key: str, value: object
) -> None:
    url = published(sample(), TODAY | {key: value})
    assert failure(settings(url, mode="read_only"), sample()) == (
        "protocol",
        f"{url} has other {key} in data.vendorlint_data than this run; publish the bundle again",
    )


def test_read_only_without_a_pack(
    opa: str, start_opa: Callable[..., str], sample: Callable[..., list[Module]], tmp_path: Path
) -> None:
    assert failure(settings(opa, mode="read_only"), sample())[0] == "undefined"
    (tmp_path / "data.json").write_text(json.dumps({"vendorlint_data": TODAY}))
    misspelt = f"http://{start_opa(str(tmp_path / 'data.json'))}"
    assert failure(settings(misspelt, mode="read_only"), sample()) == (
        "undefined",
        f"{misspelt} has nothing at data.vendorlint.pack; is it another pack, or misspelt?",
    )


def test_read_only_locates_errors(published: Callable[..., str], rule: Build) -> None:
    modules = [rule("deny contains 1 if 1 / input.x == 1")]
    url = published(modules, TODAY)
    assert (
        failure(settings(url, mode="read_only"), modules, {"x": 0})[1] == "rules/sample.rego:4:20: div: divide by zero"
    )


def test_a_bundle_is_the_same_for_the_same_content(sample: Callable[..., list[Module]]) -> None:
    assert bundle(sample(), TODAY) == bundle(list(reversed(sample())), TODAY)


@contextmanager
def answering(*statuses: int) -> Iterator[tuple[str, list[str]]]:
    """A server that is no OPA: it gives these statuses in turn, the last one for ever; and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append(self.command)
            self.send_response(statuses[min(len(asked), len(statuses)) - 1])
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "9")
            self.end_headers()
            self.wfile.write(b"<p>no</p>")

        do_GET = do_PUT = do_POST = do_DELETE = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "kind", "says", "times"),
    [
        (200, "protocol", "does not answer as an OPA server does: ", 1),
        (302, "protocol", "does not answer as an OPA server does: ", 1),
        (403, "auth", "answered 403 Forbidden; see VENDORLINT_OPA_TOKEN and opa.token_file", 1),
        (500, "protocol", "answered 500 Internal Server Error", 1),
        (503, "protocol", "answered 503 Service Unavailable", 3),
    ],
)
def test_a_server_that_is_no_opa(
    status: int, kind: str, says: str, times: int, sample: Callable[..., list[Module]]
) -> None:
    with answering(status) as (url, asked):
        found, message = failure(settings(url, mode="read_only"), sample())
        assert (found, message[: len(url) + 1 + len(says)]) == (kind, f"{url} {says}")
        assert asked == ["POST"] * times


def test_read_only_with_rules_of_others(
    start_opa: Callable[..., str], sample: Callable[..., list[Module]], rule: Build, tmp_path: Path
) -> None:
    modules = [*sample(), pack_module(sample()), rule("deny contains 1 if input.x", "theirs")]
    for number, module in enumerate(modules):
        (tmp_path / f"{number}.rego").write_text(module.text)
    (tmp_path / "data.json").write_text(json.dumps({"vendorlint_data": TODAY}))
    url = f"http://{start_opa(str(tmp_path))}"
    assert failure(settings(url, mode="read_only"), sample()) == (
        "protocol",
        f"{url} has other rules under data.vendorlint.rules than those of the pack",
    )


def test_a_server_that_does_not_answer(sample: Callable[..., list[Module]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendorlint.engines.opa.connection.QUERY_SECONDS", 0.2)
    with socketserver.TCPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        url = f"http://127.0.0.1:{silent.server_address[1]}"
        assert failure(settings(url), sample()) == ("timeout", f"{url} did not answer in time")
