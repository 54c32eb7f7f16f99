"""Bad input: one clear line on stderr, the right exit code, nothing on stdout."""

import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from vendorlint.errors import EngineError, VendorlintError
from vendorlint.jobs.check import check_targets
from vendorlint.project.config import find_config
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets

from ..command import Run
from .conftest import Vendorlint

RULE = """\
# METADATA
# title: Own
# custom:
#   severity: error
#   on_silence: pass
package vendorlint.rules.own

import rego.v1

"""


def fails_with(message: str, code: int = 2) -> Run:
    return Run(code, "", f"vendorlint: {message}\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check", "--vendr", "x"), "no such option: --vendr (did you mean --vendor?); see 'vendorlint check --help'"),
        (("chekc",), "no such command 'chekc' (did you mean 'check', 'cache'?); see 'vendorlint --help'"),
        (("check", "--fail-on", "eror"), "invalid value for '--fail-on': 'eror' is not one of 'error', 'warning', 'info' (did you mean 'error'?); see 'vendorlint check --help'"),
        (("review", "x", "--color", "blue"), "invalid value for '--color': 'blue' is not one of 'auto', 'always', 'never'; see 'vendorlint review --help'"),
        (("policy", "export"), "missing argument 'DIR'; see 'vendorlint policy export --help'"),
    ],
)  # fmt: skip
def test_words_of_a_command(vendorlint: Vendorlint, repository: Path, words: tuple[str, ...], message: str) -> None:
    assert vendorlint(*words) == fails_with(message)


def test_a_group_without_a_command_shows_its_help(vendorlint: Vendorlint, repository: Path) -> None:
    run = vendorlint("baseline")
    assert (run.code, run.out, run.err.partition("\n")[0]) == (
        2,
        "",
        "Usage: vendorlint baseline [OPTIONS] COMMAND [ARGS]...",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "odd.md: is empty; expected the terms of a vendor"),
        (b"%PDF\0\1", "odd.md: is binary (it holds a NUL byte); expected Markdown or plain text in UTF-8"),
        (b"Terms\n\nCaf\xe9", "odd.md:3:4: is not UTF-8 (byte 0xe9); save it as UTF-8"),
        (b"a" * 50_000_000, "odd.md: is 50 MB; expected at most 10 MB of terms"),
        (b"--- 12 ---\n", "odd.md: found no text; expected the terms of a vendor"),
    ],
    ids=["empty", "binary", "latin-1", "50 MB", "no words"],
)
@pytest.mark.parametrize("command", [("check",), ("extract", "--stdout")], ids=["check", "extract"])
def test_document(
    vendorlint: Vendorlint, repository: Path, command: tuple[str, ...], content: bytes, message: str
) -> None:
    (repository / "odd.md").write_bytes(content)
    assert vendorlint(*command, "odd.md") == fails_with(message)


@pytest.mark.parametrize("command", [("check",), ("extract", "--stdout")], ids=["check", "extract"])
def test_language_without_lexicon(vendorlint: Vendorlint, repository: Path, command: tuple[str, ...]) -> None:
    # Latvian: no lexicon is planned for it.
    (repository / "latvian.md").write_text(
        "Klients saglabā visas tiesības uz savu saturu un piegādātājs to neizmanto.\n"
    )
    run = vendorlint(*command, "latvian.md")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("vendorlint: latvian.md: is in a language that vendorlint cannot read; it reads: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "nowhere: no such file or folder"),
        (("vendors/brightlaef",), "vendors/brightlaef: no such file or folder (did you mean 'brightleaf'?)"),
        (("--vendor", "brightlaef"), "unknown vendor 'brightlaef' (did you mean 'brightleaf'?)"),
        (("--policy", "baselin"), "unknown pack 'baselin' (did you mean 'baseline'?)"),
        (("--policy", "vendorlint/aii"), "unknown pack 'vendorlint/aii' (did you mean 'vendorlint/ai'?)"),
        (("--policy", "none.yaml"), "no policy file 'none.yaml'"),
        (("--today", "2026-02-30"), "--today is '2026-02-30'; expected a date, YYYY-MM-DD"),
        (("--today", "20260230"), "--today is '20260230'; expected a date, YYYY-MM-DD"),
        (("--opa-token-file", "token"), "--opa-token-file goes with --engine opa"),
        (
            ("--engine", "opa"),
            "the engine opa needs the server's URL: opa.url, VENDORLINT_OPA_URL or --opa-url",
        ),
        (
            ("--engine", "opa", "--opa-url", "http://127.0.0.1:9"),
            "no connection to http://127.0.0.1:9: [Errno 111] Connection refused",
        ),
    ],
)
def test_arguments(vendorlint: Vendorlint, arguments: tuple[str, ...], message: str) -> None:
    assert vendorlint("check", *arguments) == fails_with(message)


@pytest.fixture
def guarded_server() -> Iterator[str]:
    """The URL of a server that answers as OPA does to whoever has no right."""

    class Guard(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = b'{"code": "unauthorized", "message": "request rejected by administrative policy"}'
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(401)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = answer  # noqa: N815 - the names are http.server's

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Guard) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_wrong_token(vendorlint: Vendorlint, guarded_server: str) -> None:
    run = vendorlint("check", "--engine", "opa", "--opa-url", guarded_server, VENDORLINT_OPA_TOKEN="s3cret")
    rejected = f"{guarded_server}: request rejected by administrative policy"
    assert run == fails_with(f"{rejected}; see VENDORLINT_OPA_TOKEN and opa.token_file")


def test_usage_error(vendorlint: Vendorlint) -> None:
    run = vendorlint("check", "--fail-on", "fatal")
    assert (run.code, run.out) == (2, "")
    assert "'fatal' is not one of 'error', 'warning', 'info'" in run.err


def test_kind_of_file_that_is_not_read(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "terms.pages").write_text("x")
    run = vendorlint("check", "terms.pages")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("vendorlint: terms.pages: is no document that can be read; expected one of ")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_folder_without_terms(vendorlint: Vendorlint, repository: Path, command: str) -> None:
    (repository / "vendors" / "hollow").mkdir()
    run = vendorlint(command, "vendors/hollow")
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith("vendorlint: vendors/hollow: holds no terms (")


def test_one_bad_vendor_does_not_stop_the_others(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors" / "aaa").mkdir()
    (repository / "vendors" / "bbb").mkdir()
    (repository / "vendors" / "bbb" / "terms.md").write_bytes(b"")
    run = vendorlint("extract")
    assert run.code == 2
    assert run.out.startswith("vendors/brightleaf/facts.yaml: ")
    empty = "vendorlint: vendors/bbb/terms.md: is empty; expected the terms of a vendor\n"
    assert run.err.startswith("vendorlint: vendors/aaa: holds no terms (")
    assert run.err.endswith(empty)


def test_no_vendors(vendorlint: Vendorlint, tmp_path: Path) -> None:
    (tmp_path / "other" / ".git").mkdir(parents=True)
    begin = "there is no vendorlint.yaml here or above: run 'vendorlint init' to begin a repository"
    message = f"vendors: no such folder; expected one folder per vendor in it; {begin}"
    assert vendorlint("check", cwd=tmp_path / "other") == fails_with(message, 3)


def test_policy_without_rules(vendorlint: Vendorlint, repository: Path) -> None:
    off = "version: 1\nname: house\nrequirements:\n  licence-irrevocable: off\n"
    (repository / "policies" / "house.yaml").write_text(off)
    message = "the policy policies/house.yaml turns no rule on; nothing would be checked"
    assert vendorlint("check") == fails_with(message, 3)


def test_unknown_rule(vendorlint: Vendorlint, repository: Path) -> None:
    policy = "version: 1\nname: house\nrequirements:\n  licence-irevocable: {severity: error}\n"
    (repository / "policies" / "house.yaml").write_text(policy)
    message = "policies/house.yaml:4:3: unknown rule 'licence-irevocable' (did you mean 'licence-irrevocable'?)"
    assert vendorlint("check") == fails_with(message)


def test_broken_yaml(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text("version: 1\npolicy: [policies/house.yaml\n")
    run = vendorlint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("vendorlint: vendorlint.yaml:3:1: is not valid YAML: ")


def test_unknown_fact(vendorlint: Vendorlint, repository: Path) -> None:
    vendorlint("extract")
    path = repository / "vendors" / "brightleaf" / "facts.yaml"
    path.write_text(path.read_text().replace("notice_days:", "notice_day:"))
    run = vendorlint("check")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("vendorlint: vendors/brightleaf/facts.yaml:")
    assert "notice_day" in run.err
    assert "did you mean" in run.err
    assert "notice_days" in run.err


def test_facts_of_another_vendor(vendorlint: Vendorlint, repository: Path) -> None:
    vendorlint("extract")
    path = repository / "vendors" / "brightleaf" / "facts.yaml"
    path.write_text(path.read_text().replace("vendor: brightleaf", "vendor: acme"))
    run = vendorlint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(": holds the facts of vendor 'acme' in the folder of 'brightleaf'\n")


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            RULE.replace("rules.own", "rule.own") + "deny contains 1",
            "rego/own.rego:6:1: the package vendorlint.rule.own would never be asked for; "
            "expected vendorlint.rules.<rule> (did you mean 'vendorlint.rules'?)",
        ),
        (RULE + "deny contains x if {\n\tx :=\n", "rego/own.rego:11:4: expecting `}` while parsing set"),
        (RULE + "deny contains x if x := f(1)\n\nf(n) := f(n)\n", "rego/own.rego:12:1: recursion: f -> f"),
        (
            RULE + "warn contains 1 if true\n",
            "rego/own.rego:10:1: found 'warn'; expected 'deny contains result if { … }'",
        ),
        (
            RULE.replace("#   severity", "#   facts: [ai.trainig.customer_content]\n#   severity") + "deny contains 1",
            "rego/own.rego:4:13: unknown fact 'ai.trainig.customer_content' (did you mean 'ai.training.customer_content'?)",
        ),
    ],
    ids=["package", "compile", "recursion", "decision", "fact"],
)
def test_rule(vendorlint: Vendorlint, repository: Path, rule: str, message: str) -> None:
    (repository / "rego" / "own.rego").write_text(rule)
    assert vendorlint("check") == fails_with(message)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("rego/own.rego", RULE + "deny contains x if {\n\tx :=\n", "rego/own.rego:11:4: expecting `}` while parsing set"),
        ("rego/own.rego", RULE + "deny contains x if x := y", "rego/own.rego:10:25: var y is unsafe"),
        ("rego/own.rego", RULE + "deny contains x if x := trace()", "rego/own.rego:10:25: trace is neither a function here nor a built-in that rules may use (did you mean 'trim_space'?)"),
        ("rego/own.rego", RULE.replace("error", "grave") + "deny contains 1", "rego/own.rego:4:15: found 'grave'; expected one of error, warning, info"),
        ("waivers.yaml", "version: one\nwaivers: []\n", "waivers.yaml:1:10: found 'one'; expected 1"),
    ],
)  # fmt: skip
def test_rules_and_waivers_are_told_wrong_before_a_document_is_read(
    repository: Path, file: str, text: str, message: str
) -> None:
    (repository / file).write_text(text)
    config, read = find_config(repository, environ={}), list[Any]()

    def track(vendors: Sequence[Any]) -> Iterator[Any]:
        read.extend(vendors)
        yield from vendors

    with pytest.raises(VendorlintError) as caught:
        check_targets(find_targets([], config), Project.of(config), "2026-11-25", track=track)
    assert (str(caught.value), read) == (f"{repository}/{message}", [])


def test_result_that_is_no_finding(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "rego" / "own.rego").write_text(RULE + 'deny contains {"msg": "Too old"} if true\n')
    run = vendorlint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("vendorlint: rego/own.rego: a result lacks rule, fact, severity, status, ")


def test_evidence_that_is_no_clause(vendorlint: Vendorlint, repository: Path) -> None:
    finding = (
        '{"msg": "No", "rule": "own", "severity": "error", "status": "stated", "fact": "x", "value": 1,'
        ' "required": 2, "evidence": [{"quote": 5}]}'
    )
    (repository / "rego" / "own.rego").write_text(f"{RULE}deny contains {finding} if true\n")
    message = "a result's evidence is no clause; expected what input.facts.<fact>.evidence holds"
    assert vendorlint("check") == fails_with(f"rego/own.rego: {message}")


def test_rule_that_never_ends(repository: Path) -> None:
    body = (
        "deny contains 1 if {\n\tsome i in numbers.range(1, 9999)\n\tsome j in numbers.range(1, 9999)\n\ti + j < 0\n}\n"
    )
    (repository / "rego" / "own.rego").write_text(RULE + body)
    config = find_config(repository, environ={})
    with pytest.raises(EngineError) as caught:
        check_targets(find_targets([], config), Project.of(config), "2026-11-25", deadline_seconds=1.0)
    message = "the rules took longer than 1 s and were stopped; one of them probably never ends"
    assert (caught.value.kind, str(caught.value), caught.value.exit_code) == ("timeout", message, 2)
