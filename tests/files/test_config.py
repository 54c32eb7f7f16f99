"""Where the configuration comes from, value by value."""

from dataclasses import asdict

import pytest

from vendorlint.errors import InputError, InputErrors
from vendorlint.project.config import Config, OpaSettings, SecondReaderSettings, find_config
from vendorlint.project.outputs import Output
from vendorlint.project.settings import SETTINGS
from vendorlint_extractor.documents.readers.rendering import Limits

NO_READER = SecondReaderSettings(url=None, model=None, key_file=None, seconds=120, price_in=None, price_out=None)
FILE = """\
version: 1
vendors: suppliers
policy: policies/acme.yaml
rego: [rules]
engine: opa
"""
USER = """\
version: 1
opa:
  url: https://opa.example.org
  token_file: secrets/token
  mode: read_only
"""


@pytest.fixture
def repository(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "vendorlint.yaml").write_text(FILE)
    (tmp_path / "deep" / "down").mkdir(parents=True)
    return tmp_path


def test_defaults(tmp_path):
    (tmp_path / ".git").mkdir()
    assert find_config(tmp_path, environ={}) == Config(
        root=tmp_path,
        path=None,
        vendors=tmp_path / "vendors",
        policy=("vendorlint/baseline",),
        rego=(),
        facts=(),
        precedence=(),
        require_review=(),
        reading_notes=None,
        facts_form="full",
        waivers=tmp_path / "waivers.yaml",
        baseline=tmp_path / "vendorlint-baseline.json",
        fail_on="error",
        output=(Output("text", None),),
        engine="embedded",
        opa=OpaSettings(url=None, token_file=None, ca=None, cert=None, key=None, mode="push"),
        second_reader=NO_READER,
        limits=Limits(),
        origins={setting.name: "default" for setting in SETTINGS},
    )


@pytest.fixture
def home(tmp_path_factory):
    """A user's home, with a configuration of their own."""
    home = tmp_path_factory.mktemp("home")
    (home / ".config" / "vendorlint").mkdir(parents=True)
    (home / ".config" / "vendorlint" / "config.yaml").write_text(USER)
    return home


def test_a_file_further_up_with_its_paths_and_lines(repository, home):
    own = home / ".config" / "vendorlint"
    assert find_config(repository / "deep" / "down", environ={"HOME": str(home)}) == Config(
        root=repository,
        path=repository / "vendorlint.yaml",
        vendors=repository / "suppliers",
        policy=(str(repository / "policies" / "acme.yaml"),),
        rego=(repository / "rules",),
        facts=(),
        precedence=(),
        require_review=(),
        reading_notes=None,
        facts_form="full",
        waivers=repository / "waivers.yaml",
        baseline=repository / "vendorlint-baseline.json",
        fail_on="error",
        output=(Output("text", None),),
        engine="opa",
        opa=OpaSettings(
            url="https://opa.example.org",
            token_file=own / "secrets" / "token",
            ca=None,
            cert=None,
            key=None,
            mode="read_only",
        ),
        second_reader=NO_READER,
        limits=Limits(),
        origins={
            "vendors": "vendorlint.yaml:2",
            "policy": "vendorlint.yaml:3",
            "rego": "vendorlint.yaml:4",
            "facts": "default",
            "precedence": "default",
            "require_review": "default",
            "reading_notes": "default",
            "facts_form": "default",
            "waivers": "default",
            "baseline": "default",
            "fail_on": "default",
            "output": "default",
            "engine": "vendorlint.yaml:5",
            "opa.url": f"{own / 'config.yaml'}:3",
            "opa.token_file": f"{own / 'config.yaml'}:4",
            "opa.ca": "default",
            "opa.cert": "default",
            "opa.key": "default",
            "opa.mode": f"{own / 'config.yaml'}:5",
            **{f"second_reader.{name}": "default" for name in asdict(NO_READER)},
            **{f"limits.{name}": "default" for name in asdict(Limits())},
        },
    )


def test_flag_over_environment_over_file_over_default(repository):
    start = repository / "deep"
    environ = {
        "VENDORLINT_VENDORS": "from-env",
        "VENDORLINT_OPA_URL": "https://env.example.org",
        "VENDORLINT_POLICY": "vendorlint/ai, mine.yaml",
        "VENDORLINT_ENGINE": "",
    }
    flags = {"vendors": "from-flag", "fail_on": "info", "rego": None, "policy": None}
    config = find_config(start, flags=flags, environ=environ)
    assert (config.vendors, config.origins["vendors"]) == (start / "from-flag", "--vendors")
    assert (config.fail_on, config.origins["fail_on"]) == ("info", "--fail-on")
    assert (config.opa.url, config.origins["opa.url"]) == ("https://env.example.org", "VENDORLINT_OPA_URL")
    assert config.policy == ("vendorlint/ai", str(start / "mine.yaml"))
    assert (config.rego, config.origins["rego"]) == ((repository / "rules",), "vendorlint.yaml:4")
    assert (config.engine, config.origins["engine"]) == ("opa", "vendorlint.yaml:5")


def test_the_files_of_outputs_are_relative_to_where_they_are_named(repository):
    path = repository / "vendorlint.yaml"
    path.write_text("version: 1\noutput: [text, sarif=out.sarif]\n")
    start = repository / "deep"
    config = find_config(start, environ={})
    assert config.output == (Output("text", None), Output("sarif", repository / "out.sarif"))
    assert config.origins["output"] == "vendorlint.yaml:2"
    config = find_config(start, environ={"VENDORLINT_OUTPUT": "json, html=a=b.html"})
    assert config.output == (Output("json", None), Output("html", start / "a=b.html"))
    config = find_config(start, flags={"output": ["html=a,b.html"]}, environ={"VENDORLINT_OUTPUT": "json"})
    assert config.output == (Output("html", start / "a,b.html"),)
    path.write_text("version: 1\noutput: [junit=out, gitlab=./out]\n")
    with pytest.raises(InputError) as caught:
        find_config(start, environ={})
    assert str(caught.value) == f"vendorlint.yaml:2: junit and gitlab both go to {repository / 'out'}"


def test_the_search_stops_at_the_repository(repository):
    inner = repository / "deep"
    (inner / ".git").write_text("gitdir: elsewhere")
    assert find_config(inner / "down", environ={}).path is None


def test_a_file_named_outright(repository, tmp_path):
    other = tmp_path / "deep" / "other.yaml"
    other.write_text("version: 1\nfail_on: info\n")
    config = find_config(repository, file=other, environ={})
    assert (config.root, config.fail_on, config.origins["fail_on"]) == (other.parent, "info", "other.yaml:2")
    with pytest.raises(InputError, match=r"none\.yaml: no such file"):
        find_config(repository, file=tmp_path / "none.yaml", environ={})


@pytest.mark.parametrize(
    ("flags", "environ", "message"),
    [
        ({}, {"VENDORLINT_FAIL_ON": "warn"}, "VENDORLINT_FAIL_ON: found 'warn'; expected one of error, warning, info (did you mean 'warning'?)"),
        ({"output": ["text", "sariff=a"]}, {}, "--output: unknown format 'sariff'; expected one of text, json, sarif, junit, github, gitlab, markdown, html, csv, docx, xlsx (did you mean 'sarif'?)"),
        ({"output": ["text", "json"]}, {}, "--output: text and json both go to stdout; write one to a file, as in json=FILE"),
        ({}, {"VENDORLINT_OUTPUT": "json="}, "VENDORLINT_OUTPUT: found 'json='; expected json or json=FILE"),
        ({"engine": "opal"}, {}, "--engine: found 'opal'; expected one of embedded, opa (did you mean 'opa'?)"),
    ],
)  # fmt: skip
def test_wrong_choices_name_where_they_come_from(tmp_path, flags, environ, message):
    (tmp_path / ".git").mkdir()
    with pytest.raises(InputError) as caught:
        find_config(tmp_path, flags=flags, environ=environ)
    assert str(caught.value) == message


def test_unknown_keys_are_errors(repository):
    path = repository / "vendorlint.yaml"
    path.write_text("version: 1\nfail-on: error\n")
    with pytest.raises(InputErrors) as caught:
        find_config(repository, environ={})
    assert str(caught.value) == f"{path}:2:1: unknown key 'fail-on' (did you mean 'fail_on'?)"


def test_limits_are_whole_numbers(repository):
    (repository / "vendorlint.yaml").write_text("version: 1\nlimits: {pages: 10}\n")
    config = find_config(repository, environ={"VENDORLINT_LIMITS_SECONDS": "5"})
    assert config.limits == Limits(pages=10, seconds=5)
    assert config.origins["limits.pages"] == "vendorlint.yaml:2"
    with pytest.raises(InputError) as caught:
        find_config(repository, environ={"VENDORLINT_LIMITS_SECONDS": "0.5"})
    assert str(caught.value) == "VENDORLINT_LIMITS_SECONDS: found '0.5'; expected a whole number from 1"


def test_the_order_of_documents(repository):
    (repository / "vendorlint.yaml").write_text("version: 1\nprecedence: [dpa, order_form]\n")
    assert find_config(repository, environ={}).precedence == ("dpa", "order_form")
    with pytest.raises(InputError) as caught:
        find_config(repository, environ={"VENDORLINT_PRECEDENCE": "dpa, privacy"})
    assert str(caught.value).endswith("(did you mean 'privacy_policy'?)")


def test_tiers_whose_facts_have_to_be_reviewed(repository):
    (repository / "vendorlint.yaml").write_text("version: 1\nrequire_review: [critical]\n")
    assert find_config(repository, environ={}).require_review == ("critical",)
    with pytest.raises(InputError) as refused:
        find_config(repository, environ={"VENDORLINT_REQUIRE_REVIEW": "critcal"})
    assert str(refused.value) == (
        "VENDORLINT_REQUIRE_REVIEW: found 'critcal'; expected tiers of vendors: critical, standard, low (did you mean 'critical'?)"
    )
