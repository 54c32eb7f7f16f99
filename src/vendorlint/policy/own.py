"""What an organisation's own rules do in vain: rules that no policy turns on, and paths of facts that do not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from vendorlint.files.notice import Notice
from vendorlint.near import did_you_mean
from vendorlint.policy.rules import RULES_PACKAGE, Module, RuleSet, rules_folder

# Strings and comments are passed over; what is found beside them is a reference to facts, with dots or in brackets.
_PATH = re.compile(r'`[^`]*`|#[^\n]*|\binput\.facts((?:\.\w+|\["\w+"\])+)|"(?:\\.|[^"\\\n])*"')
_PART = re.compile(r"\w+")


def idle_rules(rules: RuleSet, named: Collection[str], packs: Sequence[str]) -> Iterator[Notice]:
    """The own rules that are none of those `named` by the policy, be it to turn them off; `packs` are those of the policy."""
    asked = {rule.replace("-", "_") for rule in named}
    for module in rules.modules:
        parent, _, name = (module.package or "").rpartition(".")
        if parent == RULES_PACKAGE and name not in asked and not _is_shipped(module.path):
            yield Notice(module.place(_package_line(module)), _idle(name.replace("_", "-"), packs))


def unknown_paths(rules: RuleSet, known: Collection[str]) -> Iterator[Notice]:
    """The references of own rules and libraries to facts that are none of those known, each path of a module once."""
    for module in rules.modules:
        if not _is_shipped(module.path):
            yield from _unknown(module, known)


def _is_shipped(path: str) -> bool:
    return Path(path).is_relative_to(rules_folder())


def _package_line(module: Module) -> int:
    lines = module.text.splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith("package")), 1)


def _idle(rule: str, packs: Sequence[str]) -> str:
    policy = f"the policy ({', '.join(packs)})" if packs else "any policy"
    return f"the rule {rule} is not turned on by {policy}: it judges nothing"


def _unknown(module: Module, known: Collection[str]) -> Iterator[Notice]:
    families = {prefix for fact in known for prefix in accumulate(fact.split("."), "{}.{}".format)}
    told: set[str] = set()
    for found in _PATH.finditer(module.text):
        parts = _PART.findall(found[1] or "")
        path = _missing(parts, known, families)
        if path and path not in told:
            told.add(path)
            line = module.text.count("\n", 0, found.start()) + 1
            message = f"input.facts.{path} is no fact{did_you_mean(path, known)}: it is always undefined"
            yield Notice(module.place(line), message)


def _missing(parts: Sequence[str], known: Collection[str], families: Collection[str]) -> str:
    """The path as it is looked up, where it leads to no fact; empty where it does, or to a family of facts."""
    for path in accumulate(parts, "{}.{}".format):
        if path in known:
            return ""
        if path not in families:
            return ".".join(part for part in parts if part not in {"value", "conflict", "evidence", "review"})
    return ""
