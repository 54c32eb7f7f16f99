"""`extract --second-reader` from end to end, with a model that is right, wrong, silent, hallucinating, cut off, slow, and broken in
every other way: patterns' facts stay as they are, and whatever is wrong is a line."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vendorlint.facts.file import iter_facts

from .conftest import ASKED, FACTS, KEEPS, RINGS, Repository
from .server import MODEL, SILENT, Play, Reply, Server, answers, asked_for, error, only, said

Model = Callable[[Play], Server]

RIGHT = (
    {"fact": "data.breach_notice", "value": True, "quote": RINGS},
    {"fact": "data.breach_notice_hours", "value": 48, "quote": RINGS},
)
SUMMARY = "tidewater: second reader scripted-1: 3 asked; {}; 300 tokens in, 30 out\n"
KEPT = "; what was read before stays\n"


def plain(repository: Repository) -> str:
    """The facts file of patterns alone."""
    assert repository.run("extract").code == 0
    return repository.text


def count(repository: Repository) -> int:
    return len(list(iter_facts(repository.content["facts"])))


def test_a_right_answer_fills_a_silence(repository: Repository, model: Model) -> None:
    plain(repository)
    by_patterns = repository.content["facts"]
    server = model(only(*RIGHT))
    run = repository.extract(server.url)
    assert (run.code, run.out) == (0, SUMMARY.format("2 readings") + f"{FACTS}: {count(repository)} facts\n")
    assert run.err == f"vendorlint: tidewater: asking {MODEL} at {server.url[7:-3]}: 3 questions\n"
    assert repository.fact("data.breach_notice") == {
        "value": True,
        "confidence": "medium",
        "read_by": ["model"],
        "evidence": [
            {
                "document": "terms",
                "section": "2. Care",
                "number": "2.1",
                "lines": [13, 13],
                "column": 55,
                "quote": RINGS,
            }
        ],
    }
    facts = repository.content["facts"]
    assert [facts.pop("data").keys(), facts] == [{"breach_notice", "breach_notice_hours"}, by_patterns]
    told = repository.content["second_reader"]
    digest = repository.content["documents"][0]["sha256"][:12]
    assert [(each["model"], each["date"], each["documents"]) for each in told] == [
        (MODEL, datetime.date.today().isoformat(), {"terms": digest})
    ]
    assert told[0]["readings"] == [{**each, "document": "terms"} for each in RIGHT]


def test_what_is_asked(repository: Repository, model: Model) -> None:
    """The facts of the policy by family, with a seed and without chance, in the form of answers that fits them."""
    server = model(lambda _: SILENT)
    repository.extract(server.url, VENDORLINT_SECOND_READER_KEY="k-123")
    assert [asked_for(each) for each in server.bodies] == ASKED
    first = server.requests[0]
    assert (first["path"], first["headers"]["Authorization"]) == ("/v1/chat/completions", "Bearer k-123")
    fixed = {key: first["body"][key] for key in ("model", "temperature", "seed", "max_tokens")}
    assert fixed == {"model": MODEL, "temperature": 0, "seed": 7, "max_tokens": 4096}
    form = first["body"]["response_format"]["json_schema"]
    one = form["schema"]["properties"]["answers"]["items"]["anyOf"][0]["properties"]
    assert (form["strict"], one["fact"]["enum"], one["value"]) == (True, ASKED[0][:1], {"type": "boolean"})


def test_silence_changes_nothing(repository: Repository, model: Model) -> None:
    before = plain(repository)
    run = repository.extract(model(lambda _: SILENT).url)
    assert (run.code, run.out, repository.text) == (0, SUMMARY.format("0 readings"), before)


def test_the_same_input_gives_the_same_file_and_asks_nobody(repository: Repository, model: Model) -> None:
    server = model(only(*RIGHT))
    repository.extract(server.url)
    first = repository.text
    again = repository.extract(server.url)
    assert (again.err, repository.text, len(server.requests)) == ("", first, 3)
    told = "0 asked, 3 known from before; 2 readings; 0 tokens in, 0 out"
    assert again.out == f"tidewater: second reader scripted-1: {told}\n"


def test_both_agree(repository: Repository, model: Model) -> None:
    """The model's clause comes beside that of the patterns where it is another, and both together are sure."""
    plain(repository)
    before = repository.fact("licence.ownership_retained")
    repository.extract(model(only({"fact": "licence.ownership_retained", "value": True, "quote": KEEPS})).url)
    after = repository.fact("licence.ownership_retained")
    assert after == {
        "value": True,
        "confidence": "high",
        "read_by": ["patterns", "model"],
        "evidence": before["evidence"],
    }


def test_a_disagreement_is_a_conflict_with_both_quotes(repository: Repository, model: Model) -> None:
    plain(repository)
    read = repository.fact("ai.training.customer_content")
    repository.extract(model(only({"fact": "ai.training.customer_content", "value": "prohibited", "quote": KEEPS})).url)
    node = repository.fact("ai.training.customer_content")
    assert (node["value"], node["read_by"]) == ("permitted", ["patterns", "model"])
    assert node["conflict"][0] == read
    assert (node["conflict"][1]["value"], node["conflict"][1]["read_by"]) == ("prohibited", ["model"])
    listed = repository.run("review", "tidewater", "--list").out.splitlines()
    assert listed[0].endswith(
        ": ai.training.customer_content = permitted | prohibited (second reader): the second reader disagrees"
    )
    assert listed[1:3] == [
        "    permitted: vendors/tidewater/terms.md:9: We may use your content to train our AI models.",
        f"    prohibited (second reader): vendors/tidewater/terms.md:7: {KEEPS}",
    ]


def test_what_is_not_grounded_is_refused_and_counted(repository: Repository, model: Model) -> None:
    before = plain(repository)
    made_up = {**RIGHT[0], "quote": "We tell you of a breach without delay."}
    shortened = {**RIGHT[0], "quote": "our desk rings you up … two days are over"}
    lies = answers(made_up, shortened, {**RIGHT[0], "value": "yes"})
    run = repository.extract(model(lambda request: lies if asked_for(request) == ASKED[2] else SILENT).url)
    told = "2 readings, 3 refused (2 its quote does not stand in the document, 1 no value of the fact)"
    assert (run.code, run.out, repository.text) == (0, SUMMARY.format(told), before)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (answers(*RIGHT, finish="length"), "an answer was cut off"),
        (said('{"answers": [{"fact": "data.br'), "an answer was none of the form that was asked for"),
        (error(418, "teapot\n\x1b[31m"), "the server answers 418: teapot \\x1b[31m"),
    ],
)
def test_an_answer_that_is_none_is_a_note(repository: Repository, model: Model, reply: Reply, why: str) -> None:
    """One question is answered so, the others with silence."""
    before = plain(repository)
    run = repository.extract(model(lambda request: reply if asked_for(request) == ASKED[2] else SILENT).url)
    assert (run.code, run.out.splitlines()[1]) == (
        0,
        f"tidewater: second reader: 1 question without an answer: {why}{KEPT.rstrip()}",
    )
    assert repository.text == before


@pytest.mark.parametrize(
    ("reply", "why", "asked"),
    [
        (Reply(drip=True), "no answer within 1 s", 3),
        (error(401, "Incorrect API key"), "the server answers 401: Incorrect API key", 1),
        (error(404, "model 'scripted-1' not found"), "the server answers 404: model 'scripted-1' not found", 1),
        (Reply(status=302, headers={"Location": "https://elsewhere.example/"}), "the server answers 302", 3),
    ],
)
def test_no_answer_at_all_is_one_line(repository: Repository, model: Model, reply: Reply, why: str, asked: int) -> None:
    """What patterns read is written all the same; after a refusal that is final nothing more is asked."""
    before = plain(repository)
    (repository.root / FACTS).unlink()
    server = model(lambda _: reply)
    run = repository.extract(server.url, "--second-reader-seconds", "1")
    assert (run.code, run.err.splitlines()[1:]) == (
        2,
        [f"vendorlint: the second reader answered no question about tidewater: {why}"],
    )
    assert (repository.text, len(server.requests)) == (before, asked)


def test_nobody_is_there(repository: Repository, model: Model) -> None:
    before = plain(repository)
    run = repository.extract("http://127.0.0.1:9/v1", "--second-reader-seconds", "2")
    why = "the second reader answered no question about tidewater: 127.0.0.1:9: [Errno 111] Connection refused"
    assert (run.code, run.err.splitlines()[-1], repository.text) == (2, f"vendorlint: {why}", before)


def test_a_server_that_is_busy_is_asked_again(repository: Repository, model: Model) -> None:
    replies = [error(503, "loading"), Reply(hang_up=True), SILENT, SILENT, SILENT]
    server = model(lambda _: replies[len(server.requests) - 1])
    run = repository.extract(server.url)
    assert (run.code, run.out.splitlines()[0] + "\n", len(server.requests)) == (0, SUMMARY.format("0 readings"), 5)


def test_a_server_without_forms_of_answers(repository: Repository, model: Model) -> None:
    """What it does not take is left out, once and for all; a fence around the answer and thoughts before it do no harm."""

    def play(request: dict[str, object]) -> Reply:
        if "seed" in request:
            return error(400, "Unrecognized request argument supplied: seed")
        if "response_format" in request:
            return error(400, "unsupported")
        found = [{**each, "scope": None} for each in RIGHT if each["fact"] in asked_for(request)]
        return said(f"<think>{{hm}}</think>\n```json\n{json.dumps({'answers': found})}\n```", tokens=None)

    server = model(play)
    run = repository.extract(server.url)
    assert run.out.splitlines()[0].endswith(": 3 asked; 2 readings; 0 tokens in, 0 out")
    forms = [(body.get("response_format", {}).get("type"), "seed" in body) for body in server.bodies]
    assert forms == [("json_schema", True), ("json_schema", False), ("json_object", False), *[(None, False)] * 3]


def test_a_failed_run_loses_nothing_that_was_read_before(repository: Repository, model: Model) -> None:
    repository.extract(model(only(*RIGHT)).url)
    before = repository.text
    run = repository.extract("http://127.0.0.1:9/v1", XDG_CACHE_HOME=str(repository.root.parent / "other"))
    assert (run.code, repository.text) == (2, before)
    assert repository.run("extract").out == ""
    assert (repository.text, repository.run("extract", "--check").code) == (before, 0)


def test_another_answer_takes_the_place_of_an_earlier_one(repository: Repository, model: Model) -> None:
    repository.extract(model(only(*RIGHT)).url)
    before = repository.run("extract").code
    run = repository.extract(model(lambda _: SILENT).url, XDG_CACHE_HOME=str(repository.root.parent / "other"))
    assert (before, run.code, "second_reader" in repository.content) == (0, 0, False)


def test_a_dry_run_shows_all_and_sends_nothing(repository: Repository, model: Model) -> None:
    server = model(lambda _: SILENT)
    run = repository.extract(server.url, "--dry-run")
    shown = run.out.splitlines()
    heads = [line for line in shown if line.startswith("=== ")]
    assert heads == [
        f"=== tidewater: question {number} of 3: terms, all of it: {', '.join(facts)}"
        for number, facts in enumerate(ASKED, start=1)
    ]
    assert run.out.count("We may use your content to train our AI models.") == 3
    told = shown[-1].partition(", about")[0]
    assert told.startswith(f"tidewater: would send to {server.url[7:-3]}: 3 questions, ")
    assert (run.code, server.requests, (repository.root / FACTS).exists()) == (0, [], False)
    repository.extract(server.url)
    assert repository.extract(server.url, "--dry-run").out.startswith(
        f"tidewater: would send to {server.url[7:-3]}: 0 questions (3 more were answered before), 0 characters"
    )
    sent = sum(len(message["content"]) for body in server.bodies for message in body["messages"])
    assert told.endswith(f"{sent:,} characters")


def test_what_is_confidential_stays_on_this_machine(repository: Repository, model: Model) -> None:
    repository.write("vendors/tidewater/vendor.yaml", "version: 1\nconfidential: true\n")
    told = "tidewater: is confidential (vendor.yaml): nothing of it is sent to models.example\n"
    away = repository.extract("https://models.example/v1")
    assert (away.code, away.out, away.err) == (0, f"{told}{FACTS}: {count(repository)} facts\n", "")
    assert repository.extract("https://models.example/v1", "--dry-run").out == told
    printed = repository.extract("https://models.example/v1", "--stdout", "vendors/tidewater/terms.md")
    assert (printed.code, printed.err) == (0, f"vendorlint: {told.replace('tidewater', 'terms', 1)}")
    (repository.root.parent / "elsewhere.md").symlink_to(repository.root / "vendors/tidewater/terms.md")
    linked = repository.extract("https://models.example/v1", "--stdout", "../elsewhere.md")
    assert (linked.code, linked.err) == (0, f"vendorlint: {told.replace('tidewater', 'elsewhere', 1)}")
    server = model(only(*RIGHT))
    assert (repository.extract(server.url).code, len(server.requests)) == (0, 3)


def test_a_price_is_told(repository: Repository, model: Model) -> None:
    prices = {"VENDORLINT_SECOND_READER_PRICE_IN": "2.5", "VENDORLINT_SECOND_READER_PRICE_OUT": "11"}
    run = repository.extract(model(lambda _: SILENT).url, **prices)
    told = "300 tokens in, 30 out, 0.0011 at the prices of your configuration"
    assert run.out.splitlines()[0] == f"tidewater: second reader scripted-1: 3 asked; 0 readings; {told}"


def test_facts_are_printed_with_the_models_word(repository: Repository, model: Model) -> None:
    server = model(only(*RIGHT))
    run = repository.extract(server.url, "--stdout", "--format", "json", "vendors/tidewater/terms.md")
    printed = json.loads(run.out)
    assert printed["facts"]["data"]["breach_notice_hours"]["value"] == 48
    assert (
        run.err.splitlines()[-1] == "vendorlint: " + SUMMARY.format("2 readings").replace("tidewater", "terms").strip()
    )


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({}, "--second-reader needs the server's base URL: --second-reader-url, VENDORLINT_SECOND_READER_URL or your own configuration"),
        ({"URL": "http://127.0.0.1:1/v1"}, "--second-reader needs the model's name: --second-reader-model, VENDORLINT_SECOND_READER_MODEL or your own configuration"),
        ({"URL": "http://models.example/v1", "MODEL": "m"}, "second_reader.url is 'http://models.example/v1'; expected https for a server on another machine"),
        ({"URL": "ftp://models.example", "MODEL": "m"}, "second_reader.url is 'ftp://models.example'; expected http(s)://host:port/v1"),
        ({"URL": "https://me:secret@models.example/v1", "MODEL": "m"}, "second_reader.url is 'https://me:secret@models.example/v1'; expected http(s)://host:port/v1"),
        ({"URL": "http://[::1/v1", "MODEL": "m"}, "second_reader.url is 'http://[::1/v1'; expected http(s)://host:port/v1"),
        ({"URL": "http://localhost:1/v1", "MODEL": "m", "KEY": "two words"}, "the key in VENDORLINT_SECOND_READER_KEY or second_reader.key_file is not one word"),
        ({"URL": "http://localhost:1/v1", "MODEL": "m", "PRICE_IN": "cheap"}, "VENDORLINT_SECOND_READER_PRICE_IN: found 'cheap'; expected a number such as 2.50"),
    ],
)  # fmt: skip
def test_settings_that_do_not_serve(repository: Repository, settings: dict[str, str], why: str) -> None:
    environ = {f"VENDORLINT_SECOND_READER_{name}": value for name, value in settings.items()}
    run = repository.run("extract", "--second-reader", **environ)
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {why}\n")
    assert not (repository.root / FACTS).exists()


def test_a_users_own_configuration(repository: Repository, model: Model, tmp_path: Path) -> None:
    server = model(lambda _: SILENT)
    folder = tmp_path / "own" / "vendorlint"
    folder.mkdir(parents=True)
    (folder / "key").write_text("k-9\n")
    own = f"second_reader: {{url: '{server.url}', model: {MODEL}, key_file: key}}"
    (folder / "config.yaml").write_text(f"version: 1\n{own}\n")
    run = repository.run("extract", "--second-reader", XDG_CONFIG_HOME=str(folder.parent))
    assert (run.code, server.requests[0]["headers"]["Authorization"]) == (0, "Bearer k-9")


def test_no_repository_chooses_the_server(repository: Repository) -> None:
    repository.write("vendorlint.yaml", "version: 1\nsecond_reader: {url: 'https://models.example/v1', model: m}\n")
    run = repository.run("extract", "--second-reader")
    where = "--second-reader-url, VENDORLINT_SECOND_READER_URL or $XDG_CONFIG_HOME/vendorlint/config.yaml"
    assert (run.code, run.err) == (
        2,
        f"vendorlint: vendorlint.yaml:2:1: no repository chooses the second reader; expected {where}\n",
    )


@pytest.mark.parametrize(
    ("flags", "why"),
    [
        (("--second-reader", "--check"), "--check asks no second reader; leave out --second-reader"),
        (("--dry-run",), "--dry-run goes with --second-reader"),
        (
            ("--second-reader", "--dry-run", "--stdout", "terms.md"),
            "--dry-run prints what would be sent, and goes without --stdout",
        ),
    ],
)
def test_flags_that_go_with_no_other(repository: Repository, flags: tuple[str, ...], why: str) -> None:
    run = repository.run("extract", *flags)
    assert (run.code, run.err) == (2, f"vendorlint: {why}\n")


def test_a_page_of_the_web_in_french(repository: Repository, model: Model) -> None:
    """Asked in French, and quoted where its reader has it."""
    (repository.root / "vendors/tidewater/terms.md").unlink()
    text = "Si des inconnus mettent la main sur vos fichiers, notre équipe vous appelle sous deux jours au plus tard."
    page = f"<html><body><h1>Conditions de Marée</h1><p>Les présentes conditions lient Marée SAS et le client.</p><h2>2. Soin</h2><p>{text}</p></body></html>"
    repository.write("vendors/tidewater/conditions.html", page)
    quote = "notre équipe vous appelle sous deux jours au plus tard"
    server = model(only({"fact": "data.breach_notice_hours", "value": 48, "quote": quote}))
    repository.extract(server.url)
    assert all(body["messages"][0]["content"].startswith("Vous lisez") for body in server.bodies)
    piece = repository.fact("data.breach_notice_hours")["evidence"][0]
    assert {key: piece[key] for key in ("document", "section", "quote")} == {
        "document": "conditions",
        "section": "2. Soin",
        "quote": quote,
    }


def test_without_the_extra(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    run = repository.extract("http://127.0.0.1:9/v1")
    told = "vendorlint: --second-reader needs httpx; pip install 'vendorlint[second-reader]'\n"
    assert (run.code, run.out, run.err, (repository.root / FACTS).exists()) == (2, "", told, False)


MASTER = """\
# Master Services Agreement

This Master Services Agreement is made between Tidewater Inc. ("Provider") and the company that signs it ("Customer").

Provider shall notify Customer of a breach of Personal Data within 24 hours.
"""


def test_each_agreement_decides_on_its_subject_whoever_reads_it(repository: Repository, model: Model) -> None:
    """What the model reads in a DPA stands before what patterns read in the master agreement, where it is on personal data."""
    folder = repository.root / "vendors" / "tidewater"
    (folder / "master.md").write_text(MASTER)
    terms = folder / "terms.md"
    terms.write_text(terms.read_text().replace("# Tidewater Terms", "# Data Processing Addendum"))
    plain(repository)
    assert [each["type"] for each in repository.content["documents"]] == ["commercial_agreement", "dpa"]
    repository.extract(model(only(*RIGHT)).url)
    node = repository.fact("data.breach_notice_hours")
    assert [(side["value"], side["evidence"][0]["document"]) for side in node["conflict"]] == [
        (48, "terms"),
        (24, "master"),
    ]
