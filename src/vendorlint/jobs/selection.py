"""Which of a policy's rules a run is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vendorlint.errors import InputError
from vendorlint.findings.report import Report
from vendorlint.near import did_you_mean
from vendorlint.policy.rules import Rule


def selected(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """The report by the rules that are selected, or by all, without those that are ignored; words are rules' ids or categories.

    Raises InputError: a word that names no rule of the policy, or no rule is left.
    """
    if not select and not ignore:
        return report
    named = _ids(select, report.rules, "--select") if select else {rule.id for rule in report.rules}
    left = named - _ids(ignore, report.rules, "--ignore")
    if not left:
        raise InputError("no rule is left by --select and --ignore")
    return report.of_rules(left)


def _ids(words: Iterable[str], rules: Sequence[Rule], option: str) -> set[str]:
    found: set[str] = set()
    for word in words:
        named = {rule.id for rule in rules if word in (rule.id, rule.category)}
        if not named:
            known = sorted({name for rule in rules for name in (rule.id, rule.category)})
            near = did_you_mean(word, known) or "; 'vendorlint policy show' lists them"
            raise InputError(f"{option} '{word}': no rule or category of the policy{near}")
        found |= named
    return found
