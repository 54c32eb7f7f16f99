"""Repositories of a hostile contributor: one adverse clause, and what a pull request may do to hide it. Made from a seed."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from vendorlint.facts.extraction import extract_facts
from vendorlint.facts.file import iter_facts
from vendorlint.facts.provenance import digests, sealed
from vendorlint.files.yaml.document import dump_yaml
from vendorlint.project.config import find_config
from vendorlint.project.project import Project

TODAY = "2026-11-29"
HOME = "vendors/wrenfield"
HEAD = '# Wrenfield Terms of Service\n\nThese terms are between Wrenfield Ltd. ("Wrenfield", "we") and the customer ("you").\n\n'
KIND = (
    "## 1. Your Content\n\n1.1 You retain all rights in Your Content.\n\n"
    "1.2 We will not use Your Content to train machine-learning models.\n\n"
    "## 2. Changes\n\n2.1 We will notify you by email at least 60 days before any change to these terms takes effect.\n\n"
)


@dataclass(frozen=True, slots=True)
class Adverse:
    """A clause that a rule must find, the fact that it states, and a value under which the rule would be content."""

    text: str
    rule: str
    fact: str
    wished: Any


CLAUSES = (
    Adverse(
        "We may use Your Content to train our machine-learning models.",
        "ai-training-opt-in", "ai.training.customer_content", "prohibited",
    ),
    Adverse(
        "Wrenfield may amend these terms at any time without notice.",
        "change-unilateral-without-advance-notice", "change.notice", "advance",
    ),
    Adverse(
        "You grant Wrenfield an irrevocable, worldwide licence to host and display Your Content.",
        "licence-irrevocable", "licence.irrevocable", False,
    ),
)  # fmt: skip
OWN_RULE = """\
# METADATA
# title: No training
# custom:
#   severity: error
#   mandatory: true
#   on_silence: warning
#   facts: [FACT]
#   why: Because.
#   remedy: Ask.
#   params: {allowed: [WISHED]}
package vendorlint.rules.house_rule

import rego.v1

import data.vendorlint.lib.finding
import data.vendorlint.lib.requirement

deny contains result if result := finding.judge(rule, node, problem, allowed)

rule := {
	"id": "house-rule",
	"fact": "FACT",
	"about": "what applies",
	"on_silence": "warning",
	"params": {"allowed": [WISHED]},
	"choices": {"allowed": ["permitted", "conditional", "prohibited", "none", "advance", true, false]},
}

default node := {}

node := input.facts.FACT

allowed := requirement.params(rule).allowed

default problem := "The terms say other than allowed"

problem := "" if node.value in allowed
"""


@dataclass
class Repository:
    """What stands in it: `facts` is the content of facts.yaml, or None; `asked` what the policy sets, by rule; `files` all else."""

    adverse: Adverse
    facts: dict[str, Any] | None
    files: dict[str, str]
    asked: dict[str, Any]
    overrides: dict[str, Any] = field(default_factory=dict)
    attacks: list[str] = field(default_factory=list)

    def write(self, root: Path) -> None:
        """Lay it out in an empty folder."""
        policy: dict[str, Any] = {"version": 1, "name": "house", "requirements": self.asked}
        files = self.files | {"policies/house.yaml": json.dumps(policy | self.overrides)}
        if self.facts is not None:
            files[f"{HOME}/facts.yaml"] = dump_yaml(self.facts)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (root / "rego").mkdir(exist_ok=True)

    def node(self) -> dict[str, Any]:
        """The node in the facts that the clause states."""
        return dict(iter_facts(self.facts["facts"] if self.facts else {})).get(self.adverse.fact) or {}  # type: ignore[return-value]


Attack = Callable[[Repository, random.Random], None]


def repository(seed: int) -> Repository:
    """The repository of a seed: a clause, where it stands, and one to three attacks on top of each other."""
    rng = random.Random(seed)
    made = honest(rng.choice(CLAUSES))
    around = sorted(rng.sample(AROUND, rng.randint(0, 2)), key=AROUND.index)  # each knows what those before it did
    for attack in (rng.choice(FACTS), *around):
        attack(made, rng)
        made.attacks.append(attack.__name__)
    return made


def honest(adverse: Adverse, *, said: bool = True) -> Repository:
    """With facts as extract writes them; without `said` the terms lack the clause."""
    clause = f"## 3. General\n\n3.1 {adverse.text}\n\n" if said else ""
    kind = KIND.replace("1.2 We will not use Your Content to train machine-learning models.\n\n", "") if said else KIND
    terms = HEAD + (kind.partition("## 2.")[0] if said and adverse.fact == "change.notice" else kind) + clause
    return Repository(
        adverse,
        facts_of(terms),
        {
            "vendorlint.yaml": "version: 1\npolicy: [policies/house.yaml]\nrego: [rego]\n",
            f"{HOME}/vendor.yaml": "version: 1\nname: Wrenfield\ntier: critical\ndata: [personal]\n",
            f"{HOME}/terms.md": terms,
        },
        {adverse.rule: {"severity": "error", "on_silence": "warning"}},
    )


@cache
def _facts_of(terms: str, name: str) -> str:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(terms, encoding="utf-8")
        project = Project.of(find_config(Path(folder), environ={}))
        return json.dumps(sealed(extract_facts([path], "wrenfield", project, Path(folder))))


def facts_of(terms: str, name: str = "terms.md") -> dict[str, Any]:
    """The content of the facts file of a document, as extract writes it."""
    content: dict[str, Any] = json.loads(_facts_of(terms, name))
    return content


def forge(made: Repository, rng: random.Random) -> None:
    """Digests that fit what was changed, none at all, or those of before."""
    if made.facts is None or (choice := rng.randrange(4)) == 0:
        return
    by = made.facts.pop("extracted_by")
    if choice == 1:
        return
    made.facts["extracted_by"] = by | {"facts": digests(made.facts)}
    made.facts = sealed(made.facts)


# What may be done to facts.yaml, and to the documents that it is of.


def no_facts_file(made: Repository, rng: random.Random) -> None:
    made.facts = None


def empty_facts(made: Repository, rng: random.Random) -> None:
    assert made.facts
    made.facts["facts"] = {}
    forge(made, rng)


def fact_removed(made: Repository, rng: random.Random) -> None:
    _remove(made)
    forge(made, rng)


def value_changed(made: Repository, rng: random.Random) -> None:
    made.node()["value"] = made.adverse.wished
    forge(made, rng)


def other_clause_quoted(made: Repository, rng: random.Random) -> None:
    node = made.node()
    node |= {"value": made.adverse.wished, "evidence": [_harmless(made)]}
    forge(made, rng)


def confirmed(made: Repository, rng: random.Random) -> None:
    node = made.node()
    node |= {"value": made.adverse.wished, "review": {"status": "confirmed", "by": "Legal", "date": TODAY}}
    if rng.random() < 0.5:
        node["evidence"] = [_harmless(made)]
        node["review"] |= {"status": "confirmed", "seen": [made.adverse.text]}
    forge(made, rng)


def override_without_a_clause(made: Repository, rng: random.Random) -> None:
    node = made.node()
    node |= {"value": made.adverse.wished, "review": _override()}
    match rng.randrange(4):
        case 0:
            del node["evidence"]
        case 1:
            node["evidence"] = [{**_harmless(made), "quote": "Your"}]
        case 2:
            node["review"] |= {
                "read": [{"value": made.adverse.wished, "confidence": "high", "evidence": node["evidence"]}]
            }
    forge(made, rng)


def override_against_the_policy(made: Repository, rng: random.Random) -> None:
    node = made.node()
    node |= {"value": made.adverse.wished, "review": _override(), "evidence": [_harmless(made)]}
    node["review"]["seen"] = [made.adverse.text]
    asked = rng.choice([{"by": ["Board"]}, {"by": []}, {"max_age_days": 30}, {"by": ["Board"], "max_age_days": 999}])
    made.overrides = {"overrides": asked}
    forge(made, rng)


def for_others_alone(made: Repository, rng: random.Random) -> None:
    node = made.node()
    side = {key: node.pop(key) for key in ("value", "confidence", "evidence") if key in node}
    node["elsewhere"] = [{"scope": rng.choice([{"region": "BR"}, {"plan": "free"}, {"feature": "Labs"}]), **side}]
    forge(made, rng)


def set_aside(made: Repository, rng: random.Random) -> None:
    node = made.node()
    side = {key: node[key] for key in ("value", "confidence", "evidence") if key in node}
    node |= {"value": made.adverse.wished, "evidence": [_harmless(made)], "set_aside": [side]}
    forge(made, rng)


def low_confidence(made: Repository, rng: random.Random) -> None:
    made.node()["confidence"] = "low"
    made.asked[made.adverse.rule] |= {"min_confidence": "high", "on_silence": "pass"}
    forge(made, rng)


def said_in_a_new_document(made: Repository, rng: random.Random) -> None:
    old = HEAD + KIND
    made.facts = facts_of(old)
    made.files[f"{HOME}/terms.md"] = old
    name = rng.choice(["addendum.md", "annexes/a/addendum.md", "Addendum.MD", "addendum.txt", "zz terms.markdown"])
    made.files[f"{HOME}/{name}"] = HEAD.replace("Terms of", "Addendum to the Terms of") + f"{made.adverse.text}\n"
    forge(made, rng)


def said_in_changed_terms(made: Repository, rng: random.Random) -> None:
    terms = made.files[f"{HOME}/terms.md"]
    made.facts = facts_of(HEAD + KIND)
    if rng.random() < 0.5:  # with the digest of the terms as they are
        made.facts["documents"][0]["sha256"] = hashlib.sha256(terms.encode()).hexdigest()
    forge(made, rng)


def facts_of_a_copy(made: Repository, rng: random.Random) -> None:
    folder = rng.choice([".old", "_old", "old"])
    made.facts = facts_of(HEAD + KIND)
    made.facts["documents"][0]["path"] = f"{folder}/terms.md"
    made.files[f"{HOME}/{folder}/terms.md"] = HEAD + KIND
    forge(made, rng)


def terms_renamed(made: Repository, rng: random.Random) -> None:
    terms = made.files.pop(f"{HOME}/terms.md")
    made.files[f"{HOME}/{rng.choice(['Terms.md', 'agreement.md', 'x/terms.md'])}"] = terms
    _remove(made)
    forge(made, rng)


def terms_of_a_vendor_inside(made: Repository, rng: random.Random) -> None:
    terms = made.files[f"{HOME}/terms.md"]
    made.facts = facts_of(HEAD + KIND)
    made.files[f"{HOME}/terms.md"] = HEAD + KIND
    own, content = rng.choice([("vendor.yaml", "version: 1\ntier: low\n"), ("facts.yaml", "")])
    made.files |= {f"{HOME}/annex/terms.md": terms, f"{HOME}/annex/{own}": content}
    forge(made, rng)


def sentence_broken_off(made: Repository, rng: random.Random) -> None:
    first, last = made.adverse.text.split(" ", 4)[:4], made.adverse.text.split(" ", 4)[4]
    gap = rng.choice(["\n\n", "\n\n---\n\n", "\n\n\f", "\n\n<br>\n\n", "\n\n \n\n"])
    terms = made.files[f"{HOME}/terms.md"]
    made.files[f"{HOME}/terms.md"] = terms.replace(made.adverse.text, f"{' '.join(first)}{gap}{last}")
    made.facts = facts_of(HEAD + KIND)
    forge(made, rng)


def another_customer(made: Repository, rng: random.Random) -> None:
    assert made.facts
    made.facts["customer"] = {"plan": "enterprise"}
    _remove(made)
    forge(made, rng)


def unread_in_the_file_alone(made: Repository, rng: random.Random) -> None:
    assert made.facts
    other = {**made.facts["documents"][0], "id": "other", "path": "other.md"}
    made.files[f"{HOME}/other.md"] = HEAD + KIND
    other["sha256"] = hashlib.sha256((HEAD + KIND).encode()).hexdigest()
    made.facts |= {"documents": [other], "facts": {}, "unread": [{"path": "terms.md", "reason": "is a scan"}]}
    forge(made, rng)


# What may be done around it.


def vendor_undeclared(made: Repository, rng: random.Random) -> None:
    made.asked[made.adverse.rule]["applies_to"] = rng.choice([{"tier": ["critical"]}, {"data": ["personal"]}])
    made.files[f"{HOME}/vendor.yaml"] = "version: 1\nname: Wrenfield\n"
    if rng.random() < 0.5:
        del made.files[f"{HOME}/vendor.yaml"]


def for_nobody(made: Repository, rng: random.Random) -> None:
    made.asked = {
        made.adverse.rule: {"severity": "error", "applies_to": rng.choice([{"tier": ["low"]}, {"data": ["public"]}])}
    }
    made.files[f"{HOME}/vendor.yaml"] = "version: 1\nname: Wrenfield\ntier: critical\ndata: [personal]\n"


def shipped_package_again(made: Repository, rng: random.Random) -> None:
    name = made.adverse.rule.replace("-", "_")
    package = rng.choice([
        f'vendorlint.rules["{name}"]', f'vendorlint["rules"].{name}', f"vendorlint.rules.{name}",
        f'vendorlint["r\\u0075les"].{name}', f"vendorlint.rules.{name}.more", f'vendorlint.rules["{name}"].deny',
        "vendorlint.rules", "vendorlint", "vendorlint_data", "vendorlint.lib.requirement", 'vendorlint["lib"].finding',
        "vendorlint.lib.finding.judge", "vendorlint.lib",
    ])  # fmt: skip
    start = rng.choice(["", "# package vendorlint.lib.house\n", " ", "\t"])
    body = rng.choice(
        [" deny contains {} if false\n", 'problem := ""\n', "requirements := {}\n", "judge(_, _, _, _) := {}\n"]
    )
    made.files["rego/x/x.rego"] = f"{start}package {package}\n\nimport rego.v1\n\n{body}"


def hidden_package(made: Repository, rng: random.Random) -> None:
    name = made.adverse.rule.replace("-", "_")
    made.files["rego/x.rego"] = (
        f" package vendorlint.rules.{name}\n\nimport rego.v1\n\n deny contains {{}} if false\n\ntext := `\n"
        "package vendorlint.lib.house\n`\n"
    )


def waiver_that_ended(made: Repository, rng: random.Random) -> None:
    made.files["waivers.yaml"] = _waiver(made.adverse.rule, rng.choice(["2026-11-28", "0001-01-01"]))


def wrong_parameters_adopted(made: Repository, rng: random.Random) -> None:
    made.asked[made.adverse.rule]["params"] = rng.choice([{"nothing": 1}, {"data": "x"}, {"consent": ["never"]}])
    vendor, rule = "wrenfield", made.adverse.rule
    entries = [
        {"fingerprint": hashlib.sha256(json.dumps([rule, vendor, fact, "", 1]).encode()).hexdigest()}
        | {"rule": rule, "vendor": vendor, "message": "x"}
        for fact in (made.adverse.fact, "")
    ]
    made.files["vendorlint-baseline.json"] = json.dumps({"version": 1, "findings": entries})


def mandatory_rule_disarmed(made: Repository, rng: random.Random) -> None:
    wished = json.dumps(made.adverse.wished)
    made.files["rego/house_rule.rego"] = OWN_RULE.replace("FACT", made.adverse.fact).replace("WISHED", wished)
    stated = {"permitted": "permitted", "none": "none"}.get(str(made.node().get("value")), True)
    made.asked["house-rule"] = rng.choice([
        {"severity": "info"}, {"applies_to": {"tier": ["low"]}}, {"params": {"allowed": [stated]}}, "off",
        {"scope": {"region": ["BR"]}}, {"min_confidence": "high", "on_silence": "pass"},
    ])  # fmt: skip
    made.asked[made.adverse.rule] = rng.choice(["off", {"severity": "info"}])
    made.files["waivers.yaml"] = _waiver("house-rule", "2027-06-30")


FACTS: tuple[Attack, ...] = (
    no_facts_file, empty_facts, fact_removed, value_changed, other_clause_quoted, confirmed, override_without_a_clause,
    override_against_the_policy, for_others_alone, set_aside, low_confidence, said_in_a_new_document, said_in_changed_terms,
    facts_of_a_copy, terms_renamed, terms_of_a_vendor_inside, sentence_broken_off, another_customer, unread_in_the_file_alone,
)  # fmt: skip
AROUND: tuple[Attack, ...] = (
    vendor_undeclared, for_nobody, shipped_package_again, hidden_package, waiver_that_ended, wrong_parameters_adopted,
    mandatory_rule_disarmed,
)  # fmt: skip


def _remove(made: Repository) -> None:
    *folders, name = made.adverse.fact.split(".")
    place = made.facts["facts"] if made.facts else {}
    for folder in folders:
        place = place.get(folder, {})
    place.pop(name, None)


def _harmless(made: Repository) -> dict[str, Any]:
    quote = "You retain all rights in Your Content."
    lines = made.files[f"{HOME}/terms.md"].splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if quote in text)
    return {"document": "terms", "lines": [line, line], "column": lines[line - 1].index(quote) + 1, "quote": quote}


def _override() -> dict[str, Any]:
    return {"status": "overridden", "by": "Legal", "date": "2025-01-31", "reason": "as agreed on the telephone"}


def _waiver(rule: str, expires: str) -> str:
    entry: Mapping[str, str] = {
        "rule": rule, "vendor": "wrenfield", "reason": "is accepted for now", "approved_by": "x@example.org", "expires": expires,
    }  # fmt: skip
    return json.dumps({"version": 1, "waivers": [entry]})
