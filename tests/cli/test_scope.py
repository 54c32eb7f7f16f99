"""What holds for some only: from terms to facts, findings and reports, and whom vendor.yaml and a pack ask for."""

import json
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import parse_yaml

from .conftest import Vendorlint

HEAD = 'These Terms are between Plumeo Inc. ("Plumeo", "we") and the customer who accepts them ("Customer", "you").\n\n'
PLANS = (
    "## 1. Content\n\nOn our free plan we may use Customer Content to train our machine-learning models. "
    "On our business plan we will not use Customer Content to train our machine-learning models.\n\n"
)
EEA = (
    "## 1. Data\n\nWe have no obligation to delete Customer Data after termination of this Agreement.\n\n"
    "## 2. Fees\n\nFees are due within a month.\n\n"
    "## Annex A: Terms for customers in the EEA\n\n"
    "## 1. Data\n\nUpon termination of this Agreement, Plumeo shall delete all Customer Data.\n"
)
TRAINING = ("ai", "training", "customer_content")
DELETION = ("data", "deletion_on_termination")


@pytest.fixture
def folder(repository: Path) -> Path:
    found = repository / "vendors" / "brightleaf"
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {severity: error}\n"
        "  data-deletion-on-termination: {severity: error}\n"
    )
    return found


def write(folder: Path, text: str) -> None:
    (folder / "terms.md").write_text(f"# Plumeo Terms\n\n{HEAD}{text}")


def customer(folder: Path, named: str) -> None:
    (folder / "vendor.yaml").write_text(f"version: 1\ncustomer: {{{named}}}\n")


def fact(folder: Path, path: tuple[str, ...]) -> dict:
    content = parse_yaml((folder / "facts.yaml").read_text(), folder).value["facts"]
    for name in path:
        content = content.get(name, {})
    return content


def sides(node: dict) -> dict:
    """The value with its scope, and those for others."""
    others = [(side["scope"], side["value"]) for side in node.get("elsewhere", ())]
    aside = [(side.get("scope", {}), side["value"]) for side in node.get("set_aside", ())]
    return {"value": node.get("value"), "scope": node.get("scope", {}), "elsewhere": others, "set_aside": aside}


def findings(vendorlint: Vendorlint) -> list[dict]:
    return json.loads(vendorlint("check", "--output", "json").out)["findings"]


def test_plans_are_no_conflict_and_the_paying_business_is_the_customer(vendorlint, folder) -> None:
    write(folder, PLANS)
    vendorlint("extract")
    assert sides(fact(folder, TRAINING)) == {
        "value": "prohibited",
        "scope": {"plan": "business"},
        "elsewhere": [({"plan": "free"}, "permitted")],
        "set_aside": [],
    }
    assert [finding["rule"] for finding in findings(vendorlint)] == ["data-deletion-on-termination"]


def test_vendor_yaml_names_the_plan_and_it_decides(vendorlint, folder) -> None:
    write(folder, PLANS)
    vendorlint("extract")
    customer(folder, "plan: free")
    stale = vendorlint("extract", "--check")
    assert stale.code == 1
    assert "the customer in vendor.yaml changed (" in stale.out
    assert "facts.yaml: is stale: the customer in vendor.yaml changed (" in vendorlint("check").err
    assert "facts.yaml: is stale: the customer in vendor.yaml changed (" in vendorlint("check", "--trust-facts").err
    vendorlint("extract")
    assert sides(fact(folder, TRAINING))["scope"] == {"plan": "free"}
    assert vendorlint("extract", "--check").code == 0
    found = next(each for each in findings(vendorlint) if each["rule"] == "ai-training-opt-in")
    assert (found["value"], found["scope"]) == ("permitted", {"plan": "free"})
    assert [(each["scope"], each["value"]) for each in found["elsewhere"]] == [({"plan": "business"}, "prohibited")]
    text = vendorlint("check", "--verbose").out
    assert "= scope: free plan\n" in text
    assert "= elsewhere: free plan: permitted; business plan: prohibited\n" in text


def test_what_tells_the_customer_apart_is_asked_for(vendorlint, folder) -> None:
    write(
        folder,
        PLANS.replace("we may use", "we will not use").replace("business plan we will not", "business plan we may"),
    )
    said = "business plan: permitted; free plan: prohibited; yours is not named in vendor.yaml"
    assert f"= elsewhere: {said}\n" in vendorlint("check").out
    for output in ("markdown", "junit", "sarif", "html"):
        assert "yours is not named in vendor.yaml" in vendorlint("check", "--output", output).out.replace("\\", "")


def test_a_pack_asks_for_a_region(vendorlint, folder, repository) -> None:
    write(folder, EEA)
    vendorlint("extract")
    node = sides(fact(folder, DELETION))
    assert node == {"value": False, "scope": {}, "elsewhere": [({"region": "EEA"}, True)], "set_aside": []}
    found = next(each for each in findings(vendorlint) if each["rule"] == "data-deletion-on-termination")
    assert "scope" not in found
    assert [(each["scope"], each["value"]) for each in found["elsewhere"]] == [({"region": "EEA"}, True)]
    policy = ("--policy", "vendorlint/gdpr-art-28")
    rules = {each["rule"] for each in json.loads(vendorlint("check", *policy, "--output", "json").out)["findings"]}
    assert "data-deletion-on-termination" not in rules
    shown = vendorlint("policy", "show", *policy).out
    line = next(each for each in shown.splitlines() if each.strip().startswith("scope: {region: [EEA, UK]}"))
    assert "# vendorlint/gdpr-art-28:" in line


def test_the_narrower_scope_decides_and_the_wider_one_is_set_aside(vendorlint, folder) -> None:
    write(folder, EEA)
    customer(folder, "region: DE")
    vendorlint("extract")
    node = sides(fact(folder, DELETION))
    assert node == {"value": True, "scope": {"region": "EEA"}, "elsewhere": [], "set_aside": [({}, False)]}
    assert [each["rule"] for each in findings(vendorlint)] == ["ai-training-opt-in"]


def test_a_document_for_those_outside_of_somewhere_is_for_the_customer(vendorlint, folder) -> None:
    title = "## Terms for customers outside the EEA\n\n"
    write(folder, f"{title}{EEA.partition('## 2')[0].replace('## 1', '### 1')}")
    vendorlint("extract")
    assert fact(folder, DELETION)["value"] is False


def test_a_section_about_paying_customers_and_trials_is_whole(vendorlint, folder) -> None:
    section = "Your subscription renews automatically when a billing period is over.\n\n"
    write(folder, f"## 1. Subscriptions, fees and free trials\n\n{section}## 2. Other\n\nAll else is calm.\n")
    vendorlint("extract")
    assert fact(folder, ("term", "auto_renewal"))["value"] is True


def test_law_courts_and_signatures_of_standard_clauses_are_theirs_alone(vendorlint, folder) -> None:
    law = (
        "Under the Model Clauses the governing law is the law of Ireland and the courts of Ireland have jurisdiction. "
    )
    signed = "Both parties are deemed to have signed the SCCs when they accept this Agreement."
    write(folder, f"## 1. Transfers\n\n{law}{signed}\n")
    vendorlint("extract")
    stated = {"dispute.governing_law": "IE", "dispute.venue": "IE", "consent.acceptance": ["signature"]}
    for name, value in stated.items():
        node = sides(fact(folder, tuple(name.split("."))))
        assert (node["value"], node["elsewhere"]) == (None, [({"annex": "scc"}, value)])


def test_a_document_that_is_mostly_for_others_is_told(vendorlint, folder) -> None:
    text = "We have no obligation to delete Customer Data after termination of this Agreement. " * 6
    write(
        folder,
        f"## 1. Fees\n\nFees are due.\n\n## 2. Terms for customers in Brazil\n\n{text}\n\n## 3. End\n\n{'All is calm. ' * 9}\n",
    )
    said = "of its words hold for others than the customer or state nothing"
    assert said in vendorlint("extract").out
    assert said in vendorlint("check").out
    customer(folder, "region: BR")
    assert said not in vendorlint("extract").out


def test_a_review_of_the_value_keeps_what_holds_for_others(vendorlint, folder) -> None:
    write(folder, PLANS)
    vendorlint("extract")
    vendorlint("review", "brightleaf", "--confirm", "ai.training.customer_content", "--by", "legal")
    write(folder, PLANS.replace("## 1. Content", "## 1. Your content"))
    vendorlint("extract")
    node = fact(folder, TRAINING)
    assert (node["review"]["status"], sides(node)["elsewhere"]) == ("confirmed", [({"plan": "free"}, "permitted")])


def test_diff_tells_what_changed_for_others(vendorlint, folder, repository) -> None:
    write(folder, PLANS)
    (repository / "old.md").write_text((folder / "terms.md").read_text())
    write(folder, PLANS.replace("plan we may use", "plan we will not use"))
    run = vendorlint("diff", "old.md", str(folder / "terms.md"))
    told = " ".join(run.out.split())
    assert "business plan: prohibited; free plan: permitted -> business plan: prohibited; free plan: prohibited" in told


def test_quotes_for_others_are_those_of_the_terms(vendorlint, folder) -> None:
    write(folder, PLANS)
    vendorlint("extract")
    path = folder / "facts.yaml"
    path.write_text(path.read_text().replace("On our free plan we may use", "On our free plan we always use"))
    for trust in ((), ("--trust-facts",)):
        run = vendorlint("check", *trust)
        assert (run.code, "facts.yaml: is stale: edited by hand (" in run.err) == (0, True)
        assert "we always use" not in run.out
