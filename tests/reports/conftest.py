"""A procurement repository of its own: a contract with a finding of each kind, and rules whose wording never changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gold import UNSET, schemas

from vendorlint.facts.provenance import EXTRACTED_BY, digests, sealed
from vendorlint.files.yaml.document import dump_yaml, parse_yaml

from ..command import Run, run_command

TODAY = "2026-11-25"

TERMS = """\
# Brightroom Terms

## 1. Your Content

1.1 You grant us a perpetual, worldwide licence to host and copy Your
    Content:

- to provide the Services; and
- to train our machine-learning models.

1.2 You keep ownership of Your Content. Your Content means the café's
recordings that you upload.

## 2. Feedback

2.1 🎥 You assign to us all rights in your feedback.
"""

FACTS = """\
version: 1
vendor: brightroom
documents:
  - {id: terms, path: "terms of service.md", sha256: "SHA256", type: terms_of_service, language: en}
facts:
  licence:
    duration:
      value: perpetual
      confidence: high
      evidence: [{document: terms, section: "1. Your Content", number: "1.1", lines: [5, 6], column: 5, quote: "LICENCE", words: [perpetual]}]
    ownership_retained:
      value: true
      confidence: high
      evidence: [{document: terms, section: "1. Your Content", lines: [11, 11], column: 5, quote: "You keep ownership of Your Content."}]
    feedback:
      value: assigned
      confidence: high
      evidence: [{document: terms, section: "2. Feedback", lines: [16, 16], column: 7, quote: "You assign to us all rights in your feedback."}]
  ai:
    training:
      customer_content:
        value: permitted
        confidence: high
        evidence:
          - {document: terms, section: "1. Your Content", lines: [9, 9], column: 3, quote: "to train our machine-learning models.", words: [train]}
          - {document: terms, section: "1. Your Content", lines: [5, 6], column: 5, quote: "LICENCE", role: lead_in}
candidates:
  licence.publicity:
    - {document: terms, lines: [11, 12], columns: [41, 28]}
    - {document: terms, lines: [16, 16], columns: [7, 51]}
""".replace("LICENCE", "You grant us a perpetual, worldwide licence to host and copy Your Content:")

POLICY = """\
version: 1
name: house
requirements:
  no-training: {severity: error, on_silence: warning}
  licence-ends: {severity: error}
  feedback-kept: {severity: warning}
  asks-before-naming: {on_silence: info}
  content-kept: {}
"""

WAIVERS = """\
version: 1
waivers:
  - {rule: licence-ends, vendor: brightroom, reason: "It ends in June, see #12.", approved_by: legal@example.org, expires: "2027-06-30"}
  - {rule: content-kept, vendor: brightroom, reason: "Not needed at all.", approved_by: legal@example.org, expires: "2027-06-30"}
"""

RULE = """\
# METADATA
# title: {title}
# description: Reports {title}, unless allowed.
# related_resources:
#   - {{description: documentation, ref: "https://rules.example.org/{id}"}}
# custom:
#   severity: warning
#   on_silence: pass
#   facts: [{fact}]
#   category: {category}
#   why: It hurts.
#   remedy: 'Ask for {allowed}.'
{negotiate}package vendorlint.rules.{name}

import rego.v1

import data.vendorlint.lib.finding

deny contains result if result := finding.judge(rule, node, problem, [{allowed}])

rule := {{
	"id": "{id}",
	"fact": "{fact}",
	"about": "anything of {title}",
	"on_silence": "pass",
	"params": {{}},
	"choices": {{}},
}}

default node := {{}}

node := input.facts.{fact}

default problem := "The terms have {title}"

problem := "" if node.value in [{allowed}]
"""

# What it says tries to be markup, a link, a mention, an escape sequence and a line break; one word has more than one line.
NEGOTIATE = r"""#   negotiate:
#     ask_for: "Never <img src=x> **train** \x1b[2J on ]]> content, @octocat | #12."
#     fall_back_to: |
#       Training on what
#       [each user](https://evil.example) agrees to.
#     walk_away_at: '</script><script>Training on content.'
"""

RULES: tuple[tuple[str, ...], ...] = (
    ("no-training", "security", "ai.training.customer_content", '"prohibited"', "training on content", NEGOTIATE),
    ("licence-ends", "licence", "licence.duration", '"term"', "a licence without an end"),
    ("feedback-kept", "licence", "licence.feedback", '"licensed"', "feedback that is given away"),
    ("asks-before-naming", "consent", "licence.publicity", '"prohibited"', "naming of customers"),
    ("content-kept", "licence", "licence.ownership_retained", "true", "content that is not kept"),
)


Vendorlint = Callable[..., Run]


def rule_file(rule: str, category: str, fact: str, allowed: str, title: str, negotiate: str = "") -> str:
    """A rule in Rego about one fact that must have one value; `negotiate` are lines of its metadata."""
    name = rule.replace("-", "_")
    return RULE.format(
        id=rule, name=name, category=category, fact=fact, allowed=allowed, title=title, negotiate=negotiate
    )


def vendorlint_in(root: Path) -> Vendorlint:
    """Runs `vendorlint ARGS` in the folder `books` of a repository, or in `cwd`, with `environ` on top. A check trusts its facts,
    which say what these tests are about, and not what would be read."""

    def run(*args: str, cwd: Path = root / "books", **environ: str) -> Run:
        trusting = (*args, "--trust-facts") if args[0] == "check" else args
        return run_command(*trusting, cwd=cwd, environ=environ)

    return run


@pytest.fixture
def vendorlint(tmp_path: Path) -> Vendorlint:
    return vendorlint_in(tmp_path)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """The configuration's folder, below the root of a Git repository; its one vendor has terms and no facts."""
    folder = tmp_path / "books"
    (tmp_path / ".git").mkdir()
    for name in ("policies", "rego", "vendors/brightroom"):
        (folder / name).mkdir(parents=True)
    (folder / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\nrego: [rego]\n")
    (folder / "policies" / "house.yaml").write_text(POLICY)
    (folder / "vendors" / "brightroom" / "terms of service.md").write_bytes(TERMS.encode())
    for rule in RULES:
        (folder / "rego" / f"{rule[0]}.rego").write_text(rule_file(*rule))
    return folder


@pytest.fixture
def reviewed(books: Path, vendorlint: Vendorlint) -> Path:
    """The same with its facts, a waiver that is needed and one that is not, and a finding in the baseline."""
    digest = hashlib.sha256(TERMS.encode()).hexdigest()
    facts = FACTS.replace("SHA256", digest)
    content = parse_yaml(facts, Path("facts.yaml")).value
    by = {"vendorlint": "0.1", "definitions": "0" * 12, "facts": digests(content)}
    whole = sealed({**content, EXTRACTED_BY: by})
    (books / "vendors" / "brightroom" / "facts.yaml").write_text(facts + dump_yaml({EXTRACTED_BY: whole[EXTRACTED_BY]}))
    (books / "waivers.yaml").write_text(WAIVERS)
    checked = vendorlint("check", "--output", "json")
    assert checked.err == ""
    report = json.loads(checked.out)
    (adopted,) = [finding for finding in report["findings"] if finding["rule"] == "feedback-kept"]
    entry = {key: adopted[key] for key in ("fingerprint", "rule", "vendor", "message")}
    (books / "vendorlint-baseline.json").write_text(json.dumps({"version": 1, "findings": [entry]}))
    return books


def published_schema(name: str) -> dict[str, Any]:
    """A published schema. No package ships that of SARIF; it stands beside the labelled terms."""
    folder = schemas()
    if folder is None:
        pytest.skip(UNSET)
    schema: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return schema
