"""`vendorlint check` on real contracts: whole reports, what is checked, exit codes."""

import hashlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from vendorlint.schemas.schema import schema

from .conftest import TERMS, Vendorlint

TRAINING = """\
vendors/brightleaf/terms.md:7:5: error[ai-training-opt-in] Customer content may be used to train AI models: the terms take the right without asking (high confidence)
    1. Your Content, 1.2
7 | We may use Customer Content to train our machine-learning models.
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: Ask for a ban on training with your content, or for training only after you have switched
         it on; a right to object later is not enough.
"""
MORE = "All clauses, why it matters, what passed, and what is waived or in the baseline: --verbose\n"


def test_violation_with_its_clause(vendorlint: Vendorlint, repository: Path) -> None:
    run = vendorlint("check")
    version = run.out.partition("regorus ")[2].partition(")")[0]
    summary = f"2 rules x 1 vendor checked (engine regorus {version}): 1 error, 0 warnings, 1 info\n"
    assert run.out == f"{TRAINING}\n1 info not shown: --min-severity info\n{MORE}\n{summary}"
    assert (run.code, run.err) == (1, "")
    assert sorted(path.name for path in (repository / "vendors/brightleaf").iterdir()) == ["terms.md"]


def test_facts_file_tells_the_same(vendorlint: Vendorlint) -> None:
    from_terms = vendorlint("check", "--min-severity", "info").out
    assert "terms.md:1:1: info" in from_terms
    assert vendorlint("extract").code == 0
    expected = from_terms.replace("terms.md:1:1: info", "facts.yaml:1:1: info")
    for path in ("", "vendors/brightleaf", "vendors/brightleaf/facts.yaml", "vendors", ".", "policies/house.yaml"):
        assert vendorlint("check", "--min-severity", "info", *filter(None, [path])).out == expected


def test_color_marks_the_words_in_the_line(vendorlint: Vendorlint) -> None:
    marked = "\x1b[2m7 |\x1b[0m We may use Customer Content to \x1b[1;4mtrain our machine-learning models\x1b[0m.\n"
    assert marked in vendorlint("check", "--color", "always").out
    assert marked in vendorlint("check", FORCE_COLOR="1").out
    assert "\x1b" not in vendorlint("check", "--color", "never", FORCE_COLOR="1").out


def test_json_report(vendorlint: Vendorlint) -> None:
    run = vendorlint("check", "--output", "json", "--today", "2027-01-31")
    report = json.loads(run.out)
    Draft7Validator(schema("report")).validate(report)
    finding = report["findings"][1]
    texts = {key: finding.pop(key) for key in ("why", "remedy", "message", "documentation", "required")}
    assert all(texts.values())
    quote = "We may use Customer Content to train our machine-learning models."
    identity = ["ai-training-opt-in", "brightleaf", "ai.training.customer_content", '"permitted"', quote, 1]
    assert finding == {
        "rule": "ai-training-opt-in",
        "vendor": "brightleaf",
        "severity": "error",
        "status": "stated",
        "fact": "ai.training.customer_content",
        "value": "permitted",
        "confidence": "high",
        "negotiate": {
            "ask_for": "Provider shall not use Customer Content, prompts and Output included, to train, fine-tune or otherwise develop "
            "artificial intelligence models, and shall bind its subcontractors and model providers accordingly.",
            "fall_back_to": "Training only on Customer Content for which an administrator of the customer has switched on a setting that is "
            "off by default and can be switched off again, and of models that serve this customer alone.",
            "walk_away_at": "Training by default, whether the customer may object to it later or is taken to agree by using the service.",
        },
        "fingerprint": hashlib.sha256(json.dumps(identity).encode()).hexdigest(),
        "waiver": None,
        "baselined": False,
        "location": {"path": "vendors/brightleaf/terms.md", "line": 7, "column": 5},
        "clauses": [
            {
                "document": "terms",
                "path": "vendors/brightleaf/terms.md",
                "section": "1. Your Content",
                "number": "1.2",
                "place": "",
                "lines": [7, 7],
                "column": 5,
                "quote": quote,
                "words": ["train our machine-learning models"],
                "role": "statement",
            }
        ],
    }
    assert (report["version"], report["today"], report["policy"]) == (1, "2027-01-31", ["policies/house.yaml"])
    assert report["summary"] == {
        "rules": 2,
        "vendors": ["brightleaf"],
        "error": 1,
        "warning": 0,
        "info": 1,
        "waived": 0,
        "baselined": 0,
        "fail_on": "error",
        "failed": True,
    }


def test_fingerprint_survives_a_move_and_a_reflow(vendorlint: Vendorlint, repository: Path) -> None:
    def fingerprints() -> list[str]:
        return [
            finding["fingerprint"] for finding in json.loads(vendorlint("check", "--output", "json").out)["findings"]
        ]

    before = fingerprints()
    folder = repository / "vendors" / "brightleaf"
    moved = TERMS.replace("## 1.", "Welcome to Brightleaf.\n\n## 1.").replace("Content to train", "Content to\ntrain")
    (folder / "terms.md").write_text(moved)
    (folder / "terms.md").rename(folder / "agreement.md")
    assert fingerprints() == before
    assert len(set(before)) == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "info"), 1),
        (("--exit-zero",), 0),
        (("--output", "json"), 1),
        (("--policy", "ai"), 1),
        (("--policy", "vendorlint/ai"), 1),
        (("--policy", "policies/lenient.yaml"), 0),
        (("--policy", "policies/lenient.yaml", "--fail-on", "warning"), 1),
        (("--policy", "policies/lenient.yaml", "--policy", "ai"), 1),
        (("--vendor", "brightleaf"), 1),
        (("--vendor", "calm"), 0),
    ],
)
def test_exit_codes(vendorlint: Vendorlint, repository: Path, options: tuple[str, ...], code: int) -> None:
    lenient = "version: 1\nname: lenient\nrequirements:\n  ai-training-opt-in: {severity: warning}\n"
    (repository / "policies" / "lenient.yaml").write_text(lenient)
    (repository / "vendors" / "calm").mkdir()
    calm = TERMS.replace("We may use", "We will not use")
    (repository / "vendors" / "calm" / "terms.md").write_text(calm)
    assert vendorlint("check", *options).code == code


def test_a_document_without_any_repository(vendorlint: Vendorlint, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / ".git").mkdir(parents=True)
    (elsewhere / "Cloud Terms.md").write_text(TERMS)
    report = json.loads(vendorlint("check", "Cloud Terms.md", "--output", "json", cwd=elsewhere).out)
    assert (report["policy"], report["summary"]["vendors"]) == (["vendorlint/baseline"], ["cloud-terms"])
    assert "ai-training-opt-in" in [finding["rule"] for finding in report["findings"]]
    assert [path.name for path in elsewhere.iterdir() if path.is_file()] == ["Cloud Terms.md"]


def test_contract_text_cannot_steer_the_terminal(vendorlint: Vendorlint, repository: Path) -> None:
    terms = TERMS.replace("to train our", "to \x1b[2J\u202e\u202c train our")
    (repository / "vendors" / "brightleaf" / "terms.md").write_text(terms)
    run = vendorlint("check")
    assert "\\x1b[2J\\u202e\\u202c train our" in run.out
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out
    assert vendorlint("check", "--output", "json").out.isascii()


def test_hook_skips_what_is_not_ours(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "README.md").write_text(TERMS)
    (repository / "notes.yaml").write_text("a: 1\n")
    run = vendorlint("check", "README.md", "notes.yaml", PRE_COMMIT="1")
    assert (run.code, run.out, run.err) == (0, "", "")


@pytest.mark.parametrize(
    ("path", "vendors"),
    [
        ("vendors/brightleaf/terms.md", ["brightleaf"]),
        ("vendors/brightleaf/vendor.yaml", ["brightleaf"]),
        ("policies/house.yaml", ["brightleaf", "calm"]),
        ("vendorlint.yaml", ["brightleaf", "calm"]),
        ("rego/own.rego", ["brightleaf", "calm"]),
        ("waivers.yaml", ["brightleaf", "calm"]),
    ],
)
def test_hook_checks_what_a_change_concerns(
    vendorlint: Vendorlint, repository: Path, path: str, vendors: list[str]
) -> None:
    (repository / "vendors" / "calm").mkdir()
    (repository / "vendors" / "calm" / "terms.md").write_text(TERMS)
    (repository / "vendors" / "brightleaf" / "vendor.yaml").write_text(
        "version: 1\nname: Brightleaf\nowner: it@example.org\n"
    )
    (repository / "rego" / "own.rego").write_text("package vendorlint.lib.own\n\nimport rego.v1\n")
    (repository / "waivers.yaml").write_text("version: 1\nwaivers: []\n")
    run = vendorlint("check", path, "--output", "json", PRE_COMMIT="1")
    assert json.loads(run.out)["summary"]["vendors"] == vendors


def test_says_why_there_is_no_finding(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors" / "brightleaf" / "terms.md").write_text(TERMS.replace("We may use", "We will not use"))
    silent = (
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {}\n  licence-exclusive: {on_silence: pass}\n"
    )
    (repository / "policies" / "house.yaml").write_text(silent)
    run = vendorlint("check")
    version = run.out.partition("regorus ")[2].partition(")")[0]
    summary = f"2 rules x 1 vendor checked (engine regorus {version}): 0 errors, 0 warnings, 0 infos\n"
    training = (
        "  ai-training-opt-in: ai.training.customer_content is prohibited (vendors/brightleaf/terms.md:7:5)\n"
        "{quote}"
        "  licence-exclusive: found no clause on it\n"
    )
    assert (run.code, run.out) == (0, f"{MORE}\n{summary}")
    quote = (
        "    We will not use Customer Content to train our machine-learning models.\n"
        "       ^^^^^^^^                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
    )
    shown = vendorlint("check", "--verbose")
    assert (shown.code, shown.out) == (0, f"Nothing to report:\n{training.format(quote=quote)}\n{summary}")
    report = json.loads(vendorlint("check", "--output", "json").out)
    Draft7Validator(schema("report")).validate(report)
    assert report["passed"][1] == {
        "rule": "licence-exclusive",
        "vendor": "brightleaf",
        "facts": [{"fact": "licence.exclusive", "status": "silent", "value": None}],
    }


WRONG = """\
version: 1
name: house
requirements:
  change-notice-days:
    severity: warning
    params: {days: sixty}
  licence-purposes: {params: {allowed: [provide_service], forbid: [marketing], alowed: []}}
"""


@pytest.mark.parametrize("facts", [True, False], ids=["facts file", "terms"])
def test_wrong_parameters_are_told_where_the_policy_sets_them(
    vendorlint: Vendorlint, repository: Path, *, facts: bool
) -> None:
    (repository / "policies" / "house.yaml").write_text(WRONG)
    if facts:
        assert vendorlint("extract").code == 0
    (repository / "vendors" / "acorn").mkdir()
    (repository / "vendors" / "acorn" / "terms.md").write_text(TERMS)
    run = vendorlint("check", "--output", "json=report.json")
    assert (run.code, run.out) == (2, "")
    assert [line for line in run.err.splitlines() if "facts.yaml" not in line] == [
        "vendorlint: policies/house.yaml:6:20: change-notice-days: Not checked, for wrong parameters: days must be a number",
        "vendorlint: policies/house.yaml:7:21: licence-purposes: Not checked, for wrong parameters: alowed is not one of the"
        " rule's parameters (allowed); forbid is not one of the rule's parameters (allowed) (did you mean 'allowed'?)",
    ]
    assert not (repository / "report.json").exists()
