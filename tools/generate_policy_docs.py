"""Writes docs/policies/ from the shipped packs; with --check it only says which pages are stale."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generate_rule_docs import write

from vendorlint.policy.packs import bundled_packs, read_packs
from vendorlint.policy.requirements import Policy, load_policy
from vendorlint.policy.rules import Rule, load_rules
from vendorlint.project.declared import PREFIX

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "policies"
MADE = "<!-- Written by tools/generate_policy_docs.py from policies/. -->"
CHOICE = """\
## Which one

| you | begin with |
| --- | --- |
| buy software and services of any kind | `baseline`, and `commercial` where somebody negotiates |
| click through terms that nobody negotiates | `consumer-saas` |
| use services with AI in them | `ai` beside it; `ai-act-deployer` in the EU |
| have people's data processed | `gdpr-art-28` in the EEA, `uk-gdpr`, `swiss-fadp`, `ccpa-service-provider` in California, `hipaa-baa` for health information in the US |
| are a bank, an insurer or another financial entity in the EU | `dora-art-30` |
| are an essential or important entity in the EU | `nis2-supplier` |
| want to be able to leave a cloud | `eu-data-act` |
| hold what must not leak | `strict` |

Several stand beside each other (`policy: [vendorlint/baseline, vendorlint/gdpr-art-28]`); later ones win key by key. Where a law asks for a clause and none
was found, the finding is a warning, "found no clause that says ...", as reading may miss one; what a
clause says against it is an error where the law plainly asks for it, and a warning where it does not.

Below the table of each of these packs stands against which text of the law it was held, and what of it was not. None was held against an official site itself: have a limb looked up there
before you rely on it."""
PRECEDENCE = """\
## Several documents of a vendor

Where two documents of a vendor say different things, the one whose subject it is decides: a data processing agreement on personal data and security (`data.*`,
`security.*`), AI terms on AI and behind them a data processing agreement, service levels on availability. On all else the more specific agreement: an order form over a commercial agreement, then terms of
service, and behind them what is annexed (data processing agreement, AI terms, service levels), acceptable use and the privacy policy; `precedence` in `vendorlint.yaml` sets another order. A vendor whose
terms are silent on audits and whose data processing agreement grants them therefore passes `gdpr-art-28`; one with only terms does not."""


def pages() -> dict[str, str]:
    """The text of each page by its file's name, the index README.md among them."""
    rules = load_rules([ROOT / "rego"]).rules
    texts, index = {}, []
    for name, path in bundled_packs().items():
        document = read_packs([name], ROOT)[-1].document.value
        policy = load_policy([name], ROOT, rules)
        texts[f"{path.stem}.md"] = "\n".join([*_page(name, document, policy, rules), "", MADE, ""])
        index.append(f"| [{name}]({path.stem}.md) | {document['description']} | {len(policy.requirements)} |")
    lines = [
        "# Packs",
        "",
        "`vendorlint check --policy NAME`, or `extends:` in a policy of your own. `vendorlint policy show` prints what is in force.",
        "",
        "| pack | what it asks | rules |",
        "| --- | --- | --- |",
        *index,
        "",
        CHOICE,
        "",
        PRECEDENCE,
        "",
        MADE,
        "",
    ]
    return texts | {"README.md": "\n".join(lines)}


def _page(name: str, document: Mapping[str, Any], policy: Policy, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield from (f"# {name}", "", document["description"], "")
    if parents := document.get("extends"):
        links = ", ".join(f"[{each}]({Path(each).name}.md)" for each in parents)
        yield from (f"Extends {links}.", "")
    if scope := document.get("scope"):
        asked_for = " or ".join(each for values in scope.values() for each in values)
        yield from (f"Judges what holds for {asked_for} where the terms say so ([scopes](../scopes.md)).", "")
    if document.get("covers"):
        yield from ("## Limb by limb", "", "| provision | what it asks | facts | rules |", "| --- | --- | --- | --- |")
        yield from (_limb(entry, rules) for entry in document["covers"])
        yield from ("", document["held_against"].strip(), "") if "held_against" in document else ("",)
    yield from ("## Rules", "", "| rule | severity | silence | parameters | for |", "| --- | --- | --- | --- | --- |")
    for rule, asked in sorted(policy.requirements.items()):
        params = ", ".join(f"{key} = {_flow(value)}" for key, value in (rules[rule].params | asked["params"]).items())
        scope = "; ".join(f"{key} {', '.join(values)}" for key, values in asked.get("applies_to", {}).items()) or "all"
        silence = asked.get("on_silence", rules[rule].on_silence)
        yield f"| [{rule}](../rules/{rule}.md) | {asked['severity']} | {silence} | {params} | {scope} |"


def _limb(entry: Mapping[str, Any], rules: Mapping[str, Rule]) -> str:
    note = f" ({entry['note']})" if "note" in entry else ""
    if not entry["rules"]:
        return f"| {entry['provision']} | {entry['asks']} | - | **not covered**{note} |"
    facts = ", ".join(_fact(rules[rule].facts[0]) for rule in entry["rules"])
    links = ", ".join(f"[{rule}](../rules/{rule}.md)" for rule in entry["rules"])
    return f"| {entry['provision']} | {entry['asks']} | {facts} | {links}{note} |"


def _fact(fact: str) -> str:
    if fact.startswith(PREFIX):
        return f"`{fact.removeprefix(PREFIX)}` (declared in vendor.yaml)"
    return f"[`{fact}`](../facts/{fact}.md)"


def _flow(value: Any) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else json.dumps(value)


if __name__ == "__main__":
    sys.exit(write(TARGET, pages(), sys.argv[1:]))
