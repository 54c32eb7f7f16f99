"""An organisation's own facts and rules: written by `new`, tested by `test`, used by `extract`, `check` and the export."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.policy.rules import load_rules, load_tests

from ..tools import needed
from .conftest import Vendorlint

ROOT = Path(__file__).parents[2]
CLAUSE = """
## 3. Escrow

We will not place any source code in escrow.
"""
CONFIG = "version: 1\npolicy: policies/house.yaml\nrego: [rego]\nfacts: [facts]\n"
POLICY = "version: 1\nname: house\nrequirements:\n  acme-escrow: {severity: error}\n"
DEFINITION = """\
title: Escrow
type: bool
meaning: Whether the vendor deposits its source code in escrow.
kind: presence
languages:
  en:
    readings:
      - value: true
        all: ['\\bVENDOR {will}\\b', '\\bescrow\\b']
        negated: flip
examples:
  en:
    - {text: "Provider shall place the source code in escrow.", value: true}
    - {text: "Provider shall not place the source code in escrow.", value: true}
    - {text: "The escrow agent is named in the order form.", value: null, why: no duty}
    - {text: "The source code is kept in escrow.", value: true, todo: no party is named}
    - {text: "Customer may ask for the source code.", value: null, todo: it is read, why: a right}
"""
SHORT_FORMS = """\
title: What is in escrow
type: set
values: [source_code, build_scripts]
meaning: What the vendor deposits.
kind: presence
languages:
  en:
    words:
      deposit: '\\b(?:deposit|place)\\w*\\b'
      payment: ['\\bpayments?\\b', '\\bPRICE\\b']   # any one of them
    none: ['{payment}']
    readings:
      - values: {source_code: '\\bsource code\\b', build_scripts: '\\bbuild scripts\\b'}
        all: ['{deposit}', '{value}[^.;]{0,80}\\bescrow\\b']
        where:
          - {actor: VENDOR}
          - {section: '\\bescrow\\b', confidence: medium}
examples:
  en:
    - {text: "Provider shall deposit the source code in escrow.", value: [source_code]}
    - {text: "Provider shall deposit the source code and the build scripts in escrow.", value: [source_code, build_scripts]}
    - {text: "Customer deposits the source code in escrow.", value: null, why: the customer does}
    - {text: "Provider deposits the purchase price and source code in escrow.", value: null, why: money}
"""


@pytest.fixture
def own(repository: Path, vendorlint: Vendorlint) -> Path:
    """A fact and a rule as `new` writes them, and terms that break the rule."""
    (repository / "vendorlint.yaml").write_text(CONFIG)
    fact = vendorlint("new", "fact", "acme.escrow")
    assert (fact.code, fact.out) == (0, "created facts/acme/escrow.yaml\nnow run 'vendorlint test'\n")
    rule = vendorlint("new", "rule", "acme-escrow", "--fact", "acme.escrow")
    made = "created rego/acme_escrow/acme_escrow.rego\ncreated rego/acme_escrow/acme_escrow_test.rego\n"
    assert (rule.code, rule.out) == (0, made + "now run 'vendorlint test'\n")
    (repository / "policies" / "house.yaml").write_text(POLICY)
    terms = repository / "vendors" / "brightleaf" / "terms.md"
    terms.write_text(terms.read_text() + CLAUSE)
    return repository


def test_what_is_new_passes_its_tests(vendorlint: Vendorlint, own: Path) -> None:
    run = vendorlint("test")
    assert (run.code, run.out, run.err) == (
        0,
        """\
facts/acme/escrow.yaml:19: pass acme.escrow en
facts/acme/escrow.yaml:20: pass acme.escrow en
facts/acme/escrow.yaml:21: pass acme.escrow en
rego/acme_escrow/acme_escrow_test.rego:15: pass test_reported
rego/acme_escrow/acme_escrow_test.rego:22: pass test_passes
rego/acme_escrow/acme_escrow_test.rego:24: pass test_conflict_never_passes
rego/acme_escrow/acme_escrow_test.rego:31: pass test_silence_is_reported
7 passed, 0 failed
""",
        "",
    )


@pytest.mark.parametrize(
    "fact", ["ai.output_ownership", "licence.purposes", "sla.uptime_percent", "liability.cap_months"]
)
def test_a_rule_for_each_type_of_fact_passes_its_tests(vendorlint: Vendorlint, repository: Path, fact: str) -> None:
    assert vendorlint("new", "rule", "mine", "--fact", fact).code == 0
    run = vendorlint("test")
    assert (run.code, run.out.splitlines()[-1]) == (0, "4 passed, 0 failed")
    tested = subprocess.run(
        [needed("opa"), "test", repository / "rego", ROOT / "rego" / "vendorlint" / "lib"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (tested.returncode, tested.stdout.splitlines()[-1].partition(":")[0]) == (0, "PASS")


def test_extracted_judged_and_waived_like_any_other(vendorlint: Vendorlint, own: Path) -> None:
    assert vendorlint("extract").code == 0
    assert "\n  acme:\n    escrow:\n      value: false\n" in (own / "vendors/brightleaf/facts.yaml").read_text()
    run = vendorlint("check", "--today", "2026-11-26")
    assert run.code == 1
    assert run.out.startswith(
        "vendors/brightleaf/terms.md:15:1: error[acme-escrow] The terms say no: escrow (high confidence)\n"
    )
    waiver = (
        "version: 1\nwaivers:\n  - {rule: acme-escrow, vendor: brightleaf, fact: acme.escrw, reason: Not code we need.,"
        ' approved_by: cto, expires: "2027-03-31"}\n'
    )
    (own / "waivers.yaml").write_text(waiver)
    wrong = vendorlint("check", "--today", "2026-11-26")
    place = "vendorlint: waivers.yaml:3:51: "
    assert (wrong.code, wrong.err) == (2, f"{place}unknown fact 'acme.escrw' (did you mean 'acme.escrow'?)\n")
    (own / "waivers.yaml").write_text(waiver.replace("escrw", "escrow"))
    assert vendorlint("check", "--today", "2026-11-26").code == 0
    assert vendorlint("extract", "--check").code == 0


def test_what_is_experimental_is_told(vendorlint: Vendorlint, own: Path) -> None:
    path = own / "facts" / "acme" / "escrow.yaml"
    path.write_text(path.read_text().replace("type: bool", "status: experimental\ntype: bool", 1))
    assert vendorlint("facts").out.splitlines()[-1].split(None, 2) == ["acme.escrow", "bool", "Escrow (experimental)"]
    assert json.loads(vendorlint("facts", "--format", "json").out)[-1]["status"] == "experimental"
    assert "Escrow (experimental)" in vendorlint("explain", "acme.escrow").out.splitlines()[0]


def test_short_forms_are_read(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text(CONFIG)
    (repository / "facts" / "acme").mkdir(parents=True)
    (repository / "facts" / "acme" / "deposited.yaml").write_text(SHORT_FORMS)
    run = vendorlint("test")
    assert (run.code, run.out.splitlines()[-1], run.err) == (0, "4 passed, 0 failed", "")


def test_the_export_holds_the_rule(vendorlint: Vendorlint, own: Path) -> None:
    assert vendorlint("policy", "export", "out", "--today", "2026-11-26").code == 0
    vendorlint("extract")
    command = [needed("conftest"), "test", "-p", "out", "vendors/brightleaf/facts.yaml", "--output", "json"]
    done = subprocess.run(command, cwd=own, capture_output=True, text=True, check=False)
    assert [found["msg"] for found in json.loads(done.stdout)[0]["failures"]] == [
        "acme-escrow: The terms say no: escrow"
    ]


def test_a_fact_is_listed_explained_and_in_the_schema(vendorlint: Vendorlint, own: Path) -> None:
    assert vendorlint("facts").out.splitlines()[-1].split("  ")[0] == "acme.escrow"
    assert re.search(r"^rules +acme-escrow$", vendorlint("explain", "acme.escrow").out, re.MULTILINE)
    schema = json.loads(vendorlint("schema", "facts").out)
    assert list(schema["properties"]["facts"]["properties"]["acme"]["properties"]) == ["escrow"]


def test_a_fact_that_is_no_longer_defined_is_unknown(vendorlint: Vendorlint, own: Path) -> None:
    vendorlint("extract")
    (own / "facts/acme/escrow.yaml").rename(own / "facts/acme/escrows.yaml")
    (own / "rego/acme_escrow/acme_escrow.rego").unlink()
    (own / "policies" / "house.yaml").write_text("version: 1\nname: house\nrequirements: {licence-irrevocable: {}}\n")
    run = vendorlint("check")
    assert (run.code, run.err) == (
        2,
        "vendorlint: vendors/brightleaf/facts.yaml:136:5: unknown fact 'acme.escrow' (did you mean 'acme.escrows'?)\n",
    )


def test_failures_are_told_with_line_and_what_patterns_see(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text(CONFIG)
    (repository / "facts" / "acme").mkdir(parents=True)
    (repository / "facts" / "acme" / "escrow.yaml").write_text(DEFINITION)
    (repository / "rego" / "own_test.rego").write_text(
        "package own_test\n\nimport rego.v1\n\ntest_right if 1 == 1\n\ntest_wrong if 1 == 2\n\n"
        'test_case[name] if some name in ["a"]\n'
    )
    run = vendorlint("test")
    assert (run.code, run.out) == (
        1,
        """\
facts/acme/escrow.yaml:13: pass acme.escrow en
facts/acme/escrow.yaml:14: fail acme.escrow en: states false; expected true; patterns see: VENDOR shall not place the source code in escrow.
facts/acme/escrow.yaml:15: pass acme.escrow en
facts/acme/escrow.yaml:16: todo acme.escrow en: no party is named
facts/acme/escrow.yaml:17: fail acme.escrow en: passes; delete its 'todo'
rego/own_test.rego:5: pass test_right
rego/own_test.rego:7: fail test_wrong: is undefined: one of its expressions does not hold
rego/own_test.rego:9: fail test_case: is a collection; expected true: give each case a rule of its own, or write `every`
3 passed, 4 failed, 1 todo
""",
    )


def test_nothing_to_test(vendorlint: Vendorlint) -> None:
    run = vendorlint("test")
    message = "nothing to test: no example of a fact and no _test.rego is in the folders that 'facts' and 'rego' name"
    assert (run.code, run.out, run.err) == (3, "", f"vendorlint: {message}\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: presence", "kind: presense", "4:7: found 'presense'; expected one of presence, permission, amount, money, "
         "date, code, derived (did you mean 'presence'?)"),
        ("type: bool", "type: date", "2:7: found 'date'; a fact of kind presence has the type bool or enum or set"),
        ("type: bool", "type: enum", "2:7: the type enum needs 'values'"),
        ("value: true\n", "value: yes please\n", "8:16: found 'yes please'; expected true or false"),
        ("negated: flip", "near: licence.grant", "10:15: unknown fact 'licence.grant' (did you mean 'licence.granted'?)"),
        ("{will}", "{wil}", "9:15: '{wil}' is no word of the definition and no macro of en.yaml"),
        ("    readings:", "    words: {will: shall}\n    readings:", "7:19: the word 'will' hides the macro of en.yaml that has its name"),
        ("    readings:", "    words: {value: shall}\n    readings:", "7:20: the word 'value' has the name of the pattern of a reading's value"),
        ("    readings:", "    words: {shall: shall}\n    readings:", "7:20: the word 'shall' is called by no pattern"),
        ("    readings:", "    words: {a: '{b}', b: '{a}'}\n    none: ['{a}']\n    readings:", "7:16: the word 'a' cannot be filled in: '{a}' calls itself by way of a, b\n"
         "vendorlint: facts/acme/escrow.yaml:7:26: the word 'b' cannot be filled in: '{b}' calls itself by way of b, a"),
        ("    readings:", "    none: ['(']\n    readings:", "7:12: is no regular expression of RE2: missing ): ("),
        ("        negated: flip", "        where: [{near: licence.grant}]", "10:24: unknown fact 'licence.grant' (did you mean 'licence.granted'?)"),
        ("        negated: flip", "        where: [{value: true}]", "10:18: unknown key 'value'; expected one of all, none, section, written, cites, near, requires, head, regardless, actor, "
         "negated, banned_only, confidence, rank, unit"),
        ("        negated: flip", "        values: {a: b}", "8:9: a reading has 'value' or 'values', not both"),
        ("      - value: true", "      - values: {a: b}", "8:21: found 'a'; expected true or false"),
        ("escrow\\b'", "(escrow\\b'", "9:36: is no regular expression of RE2: missing ): \\b(escrow\\b"),
        ("negated: flip", "negate: flip", "10:9: unknown key 'negate' (did you mean 'negated'?)"),
        ("value: null, why: no duty", "value: null", "15:7: the key 'why' is missing"),
    ],
)  # fmt: skip
def test_a_definition_that_is_wrong(vendorlint: Vendorlint, repository: Path, old: str, new: str, message: str) -> None:
    (repository / "vendorlint.yaml").write_text(CONFIG)
    (repository / "facts" / "acme").mkdir(parents=True)
    (repository / "facts" / "acme" / "escrow.yaml").write_text(DEFINITION.replace(old, new, 1))
    run = vendorlint("test")
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: facts/acme/escrow.yaml:{message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("fact", "escrow"), "found 'escrow'; expected <family>.<fact>, in lower-case letters, digits and '_'"),
        (("fact", "data.escrow"), "'data' is a family of vendorlint's own facts; choose another, such as your name"),
        (("rule", "Escrow", "--fact", "acme.escrow"), "found 'Escrow'; expected lower-case letters and digits with '-' between words"),
        (("rule", "data-dpa", "--fact", "acme.escrow"), "the rule 'data-dpa' exists already; choose another id"),
        (("rule", "mine", "--fact", "data.dpaa"), "unknown fact 'data.dpaa' (did you mean 'data.dpa'?)"),
        (("rule", "mine", "--fact", "dispute.venue"), "'dispute.venue' is of type code; there are templates for bool, enum, "
         "int, number, set: write the rule by hand"),
    ],
)  # fmt: skip
def test_what_cannot_be_new(vendorlint: Vendorlint, arguments: tuple[str, ...], message: str) -> None:
    run = vendorlint("new", *arguments)
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {message}\n")


def test_every_shipped_test_passes_in_the_embedded_engine() -> None:
    rego = [ROOT / "rego"]
    cases = EmbeddedEngine(60, 2000).run_tests(load_rules(rego).modules, load_tests(rego))
    assert [case for case in cases if case[3]] == []
    assert len(cases) >= 545
