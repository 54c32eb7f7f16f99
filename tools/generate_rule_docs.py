"""Writes docs/rules/ from the shipped rules' METADATA and examples/rules; --check only says which pages are stale."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import regorus
import yaml
from example_cases import EXAMPLES, Case, broken, kept, parameters
from markdown_text import escaped

from vendorlint.policy.definitions import definitions, definitions_used
from vendorlint.policy.rules import Rule, RuleSet, load_rules
from vendorlint.project.declared import PREFIX, declared_facts
from vendorlint_extractor.ontology import facts

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "rules"
CATEGORIES = {
    "licence": "Licence to customer content",
    "ai": "AI",
    "consent": "Consent",
    "change": "Change of terms",
    "data": "Data protection",
    "security": "Security",
    "term": "Term and renewal",
    "termination": "Termination",
    "suspension": "Suspension",
    "liability": "Liability",
    "indemnity": "Indemnity",
    "warranty": "Warranty",
    "dispute": "Disputes",
    "assignment": "Assignment",
    "use": "Use of the service",
    "payment": "Payment",
    "sla": "Service levels",
    "exit": "Exit",
    "declared": "Declared in vendor.yaml",
    "document": "The documents",
}
STEPS = {
    "ask_for": "Ask for",
    "ask_for_fr": "Ask for, in French",
    "fall_back_to": "Fall back to",
    "walk_away_at": "Walk away at",
}
SILENCE = {"pass": "passes", "info": "is an info", "warning": "is a warning", "error": "is an error"}
_EXAMPLES = re.compile(r"^# METADATA\n((?:#.*\n)*)(?=deny\b)", re.MULTILINE)


def pages(rules: RuleSet) -> dict[str, str]:
    """The text of each page by its file's name, the index README.md among them."""
    choices = _choices(rules)
    texts = {f"{rule.id}.md": _page(rule, choices[rule.id]) for rule in rules.rules.values()}
    return texts | {"README.md": _index(rules)}


def examples(rule: Rule) -> Mapping[str, str]:
    """The clauses `avoid` and `prefer` from the METADATA above the rule's deny."""
    block = _EXAMPLES.search(Path(rule.path).read_text(encoding="utf-8"))
    if block is None:
        raise SystemExit(f"{rule.path}: has no METADATA with custom.avoid and custom.prefer above deny")
    metadata = yaml.safe_load("".join(f"{line[2:]}\n" for line in block[1].splitlines()))
    clauses: Mapping[str, str] = metadata["custom"]
    return clauses


def _choices(rules: RuleSet) -> dict[str, Mapping[str, list[str]]]:
    """What may stand in each parameter that is a list, as the rules themselves say."""
    engine = regorus.Engine()
    for module in rules.modules:
        engine.add_policy(module.path, module.text)
    answers = {
        rule.id: json.loads(engine.eval_query_as_json(f"data.{rule.package}.rule"))["result"]
        for rule in rules.rules.values()
    }
    return {rule: answer[0]["expressions"][0]["value"].get("choices", {}) for rule, answer in answers.items()}


def _page(rule: Rule, choices: Mapping[str, list[str]]) -> str:
    clauses = examples(rule)
    return "\n".join(
        [
            f"# {rule.id}",
            "",
            f"**{rule.title}.** {rule.description}",
            "",
            _severity(rule),
            "",
            *_section("Avoid", _quote(clauses["avoid"])),
            *_section("Prefer", _quote(clauses["prefer"])),
            *_section("In the examples", list(_in_examples(rule))),
            *_section("Why", [rule.why]),
            *_section("Remedy", [rule.remedy]),
            *_section(
                "At the table",
                [f"- **{title}**: {rule.negotiate[step]}" for step, title in STEPS.items() if step in rule.negotiate],
            ),
            *_defined(rule),
            *_section(
                "References", [f"- {reference}" for reference in rule.references] or ["No law asks for it by name."]
            ),
            *_section("Facts", [f"- {_fact(fact)}" for fact in rule.facts]),
            *(_section("In vendor.yaml", ["```yaml", *_declaration(rule), "```"]) if _is_declared(rule) else []),
            *(_section("Parameters", list(_parameters(rule, choices))) if rule.params else []),
            *_section("In a policy", ["```yaml", "requirements:", f"  {rule.id}: {_settings(rule)}", "```"]),
            "<!-- Written by tools/generate_rule_docs.py from the rule's METADATA and examples/rules. -->",
            "",
        ]
    )


def _defined(rule: Rule) -> Iterator[str]:
    terms = definitions_used(rule.negotiate.values())
    if terms:
        links = ", ".join(f"[{term}](README.md#defined-terms)" for term in terms)
        yield from (f"Defined terms, to be put in once: {links}.", "")


def _is_declared(rule: Rule) -> bool:
    return rule.facts[0] in declared_facts()


def _severity(rule: Rule) -> str:
    if _is_declared(rule):
        return f"Severity {rule.severity}; that nobody has declared it {SILENCE[rule.on_silence]}."
    return f"Severity {rule.severity}; silence {SILENCE[rule.on_silence]}; of clauses that disagree the worst counts."


def _fact(fact: str) -> str:
    if fact in declared_facts():
        return f"`{fact}`: {declared_facts()[fact]}"
    return f"[`{fact}`](../facts/{fact}.md): {facts()[fact].meaning}"


def _declaration(rule: Rule) -> Iterator[str]:
    yield "declared:"
    yield f"  {rule.facts[0].removeprefix(PREFIX)}:"
    yield from (
        "    agreed: true",
        "    where: Master agreement, Annex 5 section 2",
        "    by: legal",
        '    date: "2026-10-01"',
    )


def _in_examples(rule: Rule) -> Iterator[str]:
    """Who breaks the rule and who keeps it under the policy of examples/rules, with the clauses."""
    verdicts = {"breaks": broken(), "keeps": kept()}
    if missing := [what for what, cases in verdicts.items() if rule.id not in cases]:
        hint = "; 'vendorlint review harrowfield' has what nobody has reviewed" if rule.id == "facts-reviewed" else ""
        raise SystemExit(
            f"{rule.path}: no contract of {EXAMPLES} {' or '.join(missing)} {rule.id} by what it states{hint}"
        )
    policy = (EXAMPLES / "policies" / "every-rule.yaml").relative_to(ROOT).as_posix()
    params = f", but for `params: {_flow(parameters(rule.id))}`" if parameters(rule.id) else ""
    yield f"Under [a policy](../../{policy}) that has the rule as it ships{params}:"
    for what, cases in verdicts.items():
        yield ""
        yield from _case(what, cases[rule.id])


def _case(what: str, case: Case) -> Iterator[str]:
    yield f"**{case.vendor}** {what} it: {case.said}."
    for place in case.places:
        path = place.path.relative_to(ROOT).as_posix()
        link = f"[{place.path.name}, line {place.line}](../../{path}?plain=1#L{place.line})"
        yield from ("", *([f"> {escaped(place.quote)}", ">", f"> {link}"] if place.quote else [link]))


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "", *lines, ""]


def _quote(clause: str) -> list[str]:
    return [f"> {line}" for line in textwrap.wrap(clause, 100, break_on_hyphens=False)]


def _parameters(rule: Rule, choices: Mapping[str, list[str]]) -> Iterator[str]:
    yield "| name | default | may be |"
    yield "| --- | --- | --- |"
    for name, default in rule.params.items():
        listed = ", ".join(choices.get(name, ())) or "country codes, such as FR or US-DE"
        allowed = f"a list of {listed}" if isinstance(default, list) else f"a {_type(default)}"
        yield f"| `{name}` | `{_flow(default)}` | {allowed} |"


def _type(default: Any) -> str:
    return {bool: "flag: true or false", str: "text"}.get(type(default), "number")


def _settings(rule: Rule) -> str:
    return _flow(
        {"severity": rule.severity, "on_silence": rule.on_silence} | ({"params": rule.params} if rule.params else {})
    )


def _flow(value: Any) -> str:
    """Compact YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else json.dumps(value).strip('"')


def _index(rules: RuleSet) -> str:
    lines = ["# Rules", "", f"vendorlint ships {len(rules.rules)} rules; `vendorlint explain RULE` shows one.", ""]
    for category, title in CATEGORIES.items():
        lines += [f"## {title}", "", "| rule | what it asks | severity | silence |", "| --- | --- | --- | --- |"]
        lines += [
            f"| [{rule.id}]({rule.id}.md) | {rule.title} | {rule.severity} | {rule.on_silence} |"
            for rule in rules.rules.values()
            if rule.category == category
        ]
        lines.append("")
    lines += [
        "## Defined terms",
        "",
        "What the terms with capital letters mean in the clauses to ask for. Put each in once, whichever clauses you take;",
    ]
    lines += ["deletion, return and retention go by one Retrieval Period, so that they do not collide.", ""]
    lines += [f"- {clause}" for clause in definitions().values()] + [""]
    lines += ["## By law and standard", "", "| provision | rules |", "| --- | --- |", *_provisions(rules), ""]
    return "\n".join([*lines, "<!-- Written by tools/generate_rule_docs.py. -->", ""])


def _provisions(rules: RuleSet) -> Iterator[str]:
    by_provision: dict[str, list[str]] = {}
    for rule in rules.rules.values():
        for reference in rule.references:
            by_provision.setdefault(reference, []).append(f"[{rule.id}]({rule.id}.md)")
    for provision in sorted(by_provision, key=by_number):
        yield f"| {provision} | {', '.join(by_provision[provision])} |"


def by_number(text: str) -> list[str]:
    """A key that sorts numbers in text as numbers: Art. 5 before Art. 28."""
    return [part.zfill(6) for part in re.split(r"(\d+)", text)]


def write(target: Path, texts: Mapping[str, str], arguments: list[str]) -> int:
    """Make a folder of pages hold these texts and no others, or with --check compare them. Returns the exit code."""
    written = {path.name: path.read_text(encoding="utf-8") for path in target.glob("*.md")}
    if "--check" in arguments:
        stale = sorted(name for name in texts.keys() | written.keys() if texts.get(name) != written.get(name))
        for name in stale:
            print(f"{target / name}: is stale; run python {sys.argv[0]}", file=sys.stderr)  # noqa: T201
        return 1 if stale else 0
    target.mkdir(parents=True, exist_ok=True)
    for name in written.keys() - texts.keys():
        (target / name).unlink()
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(write(TARGET, pages(load_rules([ROOT / "rego"])), sys.argv[1:]))
