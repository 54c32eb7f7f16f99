"""The pages of rules and facts in Markdown, as an editor shows them beside the text. All that is not ours is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vendorlint.facts.wording import value_words
from vendorlint.policy.rules import Rule
from vendorlint.reports.check.markdown import inline
from vendorlint.reports.parts.wording import negotiation, web_link
from vendorlint_extractor.ontology import FactInfo


def rule_page(rule: Rule) -> str:
    """Title, why, remedy, what to say at the table, and what the rule reads."""
    return "\n\n".join(_rule_blocks(rule))


def fact_page(fact: FactInfo, rules: Mapping[str, Rule]) -> str:
    """Meaning, type, values, and the rules that read it."""
    reading = [rule.id for rule in rules.values() if fact.id in rule.facts]
    rows = [("type", fact.type), ("values", ", ".join(fact.values)), ("rules", ", ".join(reading))]
    return "\n\n".join([_title(fact.id, fact.title), inline(fact.meaning), *_table(rows)])


def _rule_blocks(rule: Rule) -> Iterator[str]:
    yield _title(rule.id, rule.title)
    if rule.description:
        yield inline(rule.description)
    for label, text in (("Why", rule.why), ("Remedy", rule.remedy)):
        if text:
            yield f"**{label}:** {inline(text)}"
    if rule.negotiate:
        lines = [f"- **{label.capitalize()}:** {inline(text)}" for label, text in negotiation(rule.negotiate)]
        yield "\n".join(["**At the table**", "", *lines])
    rows = [
        ("severity", f"{rule.severity}; where no clause is found: {rule.on_silence}"),
        ("law", "; ".join(rule.references)),
        ("facts", ", ".join(rule.facts)),
        ("params", ", ".join(f"{key} = {value_words(value)}" for key, value in rule.params.items())),
        ("mandatory", "yes, it cannot be waived" if rule.mandatory else ""),
    ]
    yield from _table(rows)
    if uri := web_link(rule.documentation):
        yield f"[Documentation]({uri})"


def _title(name: str, title: str) -> str:
    return f"**{inline(name)}**: {inline(title)}"


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    lines = [f"| {label} | {inline(text)} |" for label, text in rows if text]
    if lines:
        yield "\n".join(["| | |", "| --- | --- |", *lines])
