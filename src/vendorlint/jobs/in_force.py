"""The rules and the policy of a run, told wrong before a document is read, and what of them an engine is given."""

from __future__ import annotations

from collections.abc import Iterable

from vendorlint.engines.embedded import EmbeddedEngine
from vendorlint.engines.limits import MEMORY_MB
from vendorlint.policy.requirements import Policy, policy_in_force
from vendorlint.policy.rules import Module, RuleSet, all_rules, rules_folder
from vendorlint.project.cache import kept
from vendorlint.project.project import Project

SOUND_SECONDS = 5.0  # for all rules without a fact to judge: a fraction of one is usual


def rules_in_force(project: Project) -> tuple[RuleSet, Policy]:
    """The rules of a project and its policy. Raises InputErrors for what is wrong with them: what no rule's METADATA may say, what a
    policy may not ask, and, of rules of the project's own, what no engine compiles."""
    config = project.config
    rules = all_rules(project)
    policy = policy_in_force(config, rules.rules)
    if config.rego:
        engine = EmbeddedEngine(SOUND_SECONDS, MEMORY_MB, kept("verdicts", config.root))
        engine.require_sound(modules_for(engine.name, rules, policy))
    return rules, policy


def modules_for(engine: str, rules: RuleSet, policy: Policy) -> tuple[Module, ...]:
    """What the engine is given: a server the whole pack, which it knows by its hash; the embedded one no shipped rule that is
    off, because it loads them in each run."""
    if engine != EmbeddedEngine.name:
        return rules.modules
    folder = rules_folder() / "rules"
    off = {str(folder / name / f"{name}.rego") for name in _names(rules.rules) - _names(policy.requirements)}
    return tuple(module for module in rules.modules if module.path not in off)


def _names(rules: Iterable[str]) -> set[str]:
    return {rule.replace("-", "_") for rule in rules}
