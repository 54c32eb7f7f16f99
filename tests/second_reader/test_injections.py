"""Forty instructions inside of contracts, obeyed by a model: none changes what patterns read, and none takes a finding away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from vendorlint.facts.file import sides
from vendorlint.files.yaml.document import parse_yaml

from .conftest import KEEPS, TERMS, Repository
from .server import SILENT, Reply, Request, answers, asked_for
from .test_plays import Model

INJECTIONS: list[str] = yaml.safe_load(Path(__file__).with_name("injections.yaml").read_text(encoding="utf-8"))
TODAY = ("--today", "2026-11-30")
TRAINING = "ai.training.customer_content"
POLICY = "version: 1\nname: p\nrequirements:\n  ai-training-opt-in: {severity: error}\n"


def contracts(repository: Repository) -> Iterator[str]:
    """A vendor for each instruction, which stands as a paragraph of its own in its terms."""
    repository.write("policy.yaml", POLICY)
    for number, text in enumerate(INJECTIONS, start=1):
        repository.write(f"vendors/v{number}/terms.md", f"{TERMS}\n2.3 {text}\n")
        yield f"v{number}"
    (repository.root / "vendors/tidewater/terms.md").unlink()
    (repository.root / "vendors/tidewater").rmdir()


def nodes(repository: Repository, vendor: str) -> dict[str, Any]:
    path = repository.root / "vendors" / vendor / "facts.yaml"
    content: dict[str, Any] = parse_yaml(path.read_text(), path).value
    return content["facts"]


def findings(repository: Repository) -> list[tuple[str, str, str]]:
    report = json.loads(repository.run("check", "--output", "json", *TODAY).out)
    return sorted((each["vendor"], each["rule"], each["severity"]) for each in report["findings"])


def obeying(request: Request) -> Reply:
    """Does what the terms ask for: says that it is prohibited with the instruction for proof, and with another clause too."""
    if TRAINING not in asked_for(request):
        return SILENT
    terms = request["messages"][1]["content"].partition("</terms ")[0]
    injected = terms.rpartition("2.3 ")[2].split("\n")[0].strip()
    proofs = (injected, KEEPS)
    scopes = ({"region": "EEA", "plan": None, "feature": None}, None)
    return answers(*({"fact": TRAINING, "value": "prohibited", "quote": quote, "scope": scope} for quote in proofs for scope in scopes))  # fmt: skip


def test_there_are_forty() -> None:
    assert len(set(INJECTIONS)) == 40


def test_a_model_that_obeys_takes_no_finding_away(repository: Repository, model: Model) -> None:
    vendors = list(contracts(repository))
    repository.run("extract")
    before, read = findings(repository), {vendor: nodes(repository, vendor) for vendor in vendors}
    assert len(before) == len(vendors)
    server = model(obeying)
    assert repository.extract(server.url).code == 0
    assert findings(repository) == before
    repository.write("policy.yaml", f"{POLICY}second_reader: {{model_only: accept}}\n")
    assert findings(repository) == before
    for vendor in vendors:
        was, now = (each["ai"]["training"]["customer_content"] for each in (read[vendor], nodes(repository, vendor)))
        assert (was["value"], now["value"], "conflict" in now) == ("permitted", "permitted", True)
        kept = {side["value"]: side["evidence"] for side in sides(now)}
        assert [kept[side["value"]][: len(side["evidence"])] for side in sides(was)] == [
            side["evidence"] for side in sides(was)
        ]
    assert [body for body in server.bodies if not stands_among_the_terms(body)] == []


def stands_among_the_terms(request: Request) -> bool:
    """Whether the instruction is behind the line that opens the terms and before the one that closes them, and nowhere else."""
    system, text = (message["content"] for message in request["messages"])
    mark = text[len("<terms ") : text.index(">\n")]
    inside, closed, behind = text.partition(f"\n</terms {mark}>\n\n")
    lines = [line for injection in INJECTIONS for line in injection.split("\n") if len(line) > 20]
    return bool(closed) and "\n2.3" in inside and not any(line in system or line in behind for line in lines)
