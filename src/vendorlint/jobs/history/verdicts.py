"""What the policy of today says of each version of a vendor's terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from vendorlint.choices import SEVERITIES, Severity
from vendorlint.engines.engine import open_engine
from vendorlint.jobs.in_force import modules_for
from vendorlint.policy.requirements import Policy, rule_data
from vendorlint.policy.rules import RuleSet
from vendorlint.project.cache import kept
from vendorlint.project.config import Config
from vendorlint.project.vendors import Vendor

Facts = Mapping[str, Any]  # and documents of a version, as rules see them


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many findings of each severity there are from version `first` to version `last` (indices), without waivers and baseline."""

    first: int
    last: int
    counts: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class Judge:
    """What versions are judged by."""

    config: Config
    rules: RuleSet
    policy: Policy


def verdicts(versions: Sequence[Facts], begin: int, vendor: Vendor, judge: Judge, today: str) -> tuple[Verdict, ...]:
    """Those of all versions from one on, the first that could be read; equal ones are judged once. Raises VendorlintError where a rule fails."""
    numbers: dict[int, int] = {}  # of the facts of a version, those that are the same object or equal
    distinct: list[Facts] = []
    for index, facts in enumerate(versions[begin:]):
        known = next((number for number, each in enumerate(distinct) if each == facts), None)
        if known is None:
            distinct.append(facts)
        numbers[index] = len(distinct) - 1 if known is None else known
    judged = [tuple(each.items()) for each in _judged(distinct, vendor, judge, today)]
    return tuple(_spans(begin, [judged[numbers[index]] for index in range(len(versions) - begin)]))


def _judged(distinct: Sequence[Facts], vendor: Vendor, judge: Judge, today: str) -> Iterator[Mapping[Severity, int]]:
    engine = open_engine(judge.config.engine, opa=judge.config.opa, cache=kept("verdicts", judge.config.root))
    inputs = [{"version": 1, **content, "vendor": vendor.id} for content in distinct]
    answers = engine.evaluate(
        modules_for(engine.name, judge.rules, judge.policy), rule_data(judge.policy, [vendor], today), inputs
    )
    for results in answers:
        counts = Counter(result["severity"] for result in results)
        yield {severity: counts[severity] for severity in SEVERITIES}


def _spans(begin: int, judged: Sequence[tuple[tuple[Severity, int], ...]]) -> Iterator[Verdict]:
    for counts, group in groupby(enumerate(judged, begin), key=lambda each: each[1]):
        indices = [index for index, _ in group]
        yield Verdict(indices[0], indices[-1], dict(counts))
