"""The requirements in force: packs merged key by key, later over earlier, with the origin of every key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import Tier
from vendorlint.errors import ErrorCollector, InputError, NothingToCheckError, did_you_mean
from vendorlint.place import FilePlace
from vendorlint.policy.origins import Origin, origin, origins_of, scope_origin
from vendorlint.policy.packs import Pack, read_packs
from vendorlint.policy.rules import Rule
from vendorlint.policy.waivers import Waiver
from vendorlint.project.config import Config
from vendorlint.project.vendors import Vendor

OFF = "off"
SCOPE = "scope"
REVIEW_RULE = "facts-reviewed"

Requirement = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RequiredReview:
    """The setting require_review: tiers of vendors, and where it is set."""

    tiers: tuple[Tier, ...]
    origin: Origin


def required_review(config: Config) -> RequiredReview | None:
    """What the configuration says of it; None where it asks for no review."""
    if not config.require_review:
        return None
    name, _, line = config.origins["require_review"].partition(":")
    place = FilePlace(config.path or config.root, int(line or 1))
    return RequiredReview(config.require_review, Origin(name, place, place))


@dataclass(frozen=True, slots=True)
class Policy:
    """The effective policy.

    `requirements` has an entry per rule that is on: severity, params, mandatory for a rule that cannot be waived, and
    on_silence, on_conflict, min_confidence, scope, applies_to where a pack sets them. `origins` says for each rule that a pack
    names where each key was set, and has none for the rule's own defaults; parameters are `params.<name>`; a rule that is
    off has the key `off` alone.
    `packs` are the names of all packs read, in the order in which they apply.
    """

    name: str
    requirements: Mapping[str, Requirement]
    origins: Mapping[str, Mapping[str, Origin]]
    packs: tuple[str, ...]


def load_policy(
    names: Sequence[str], root: Path, rules: Mapping[str, Rule], *, review: RequiredReview | None = None
) -> Policy:
    """Merge the packs in `names` (`vendorlint/<pack>`, or a path relative to `root`) with those that they extend.

    `review` asks for the review of facts after all packs. Parameters merge by name, `applies_to` and `scope` are replaced as a whole (a pack's own scope is that of all its requirements without one), `off` removes all that came before it. Raises
    InputError and InputErrors for missing or wrong files and for unknown rules, and NothingToCheckError where no rule
    is on.
    """
    packs = read_packs(names, root)
    ErrorCollector(error for pack in packs for error in _unknown_rules(pack, rules)).finalize()
    requirements: dict[str, dict[str, Any]] = {}
    origins: dict[str, dict[str, Origin]] = {}
    for pack in packs:
        for rule, settings in pack.document.value["requirements"].items():
            if settings == OFF:
                requirements.pop(rule, None)
                origins[rule] = {OFF: origin(pack, rule)}
                continue
            if rule not in requirements:
                requirements[rule] = {"severity": rules[rule].severity, "params": {}}
                if rules[rule].mandatory:
                    requirements[rule]["mandatory"] = True
                origins[rule] = {}
            if SCOPE in pack.document.value:
                requirements[rule][SCOPE] = pack.document.value[SCOPE]
                origins[rule][SCOPE] = scope_origin(pack, rule)
            _override(requirements[rule], settings)
            origins[rule] |= origins_of(pack, rule, settings)
    if review:
        requirements[REVIEW_RULE] = {
            "severity": rules[REVIEW_RULE].severity,
            "params": {},
            "applies_to": {"tier": list(review.tiers)},
        }
        origins[REVIEW_RULE] = {"applies_to": review.origin}
    if not requirements:
        raise NothingToCheckError(
            f"the policy {', '.join(names) or '(none)'} turns no rule on; nothing would be checked"
        )
    name = packs[-1].document.value["name"]
    return Policy(name, requirements, origins, tuple(pack.name for pack in packs))


def policy_in_force(config: Config, rules: Mapping[str, Rule]) -> Policy:
    """The policy that the configuration names, with the review that it asks for. Raises as `load_policy` does."""
    return load_policy(config.policy, config.rules_root, rules, review=required_review(config))


def rule_data(policy: Policy, vendors: Iterable[Vendor], today: str, waivers: Iterable[Waiver] = ()) -> dict[str, Any]:
    """The document that rules find under `data.vendorlint_data`. `today` is ISO 8601."""
    return {
        "requirements": {rule: dict(requirement) for rule, requirement in policy.requirements.items()},
        "waivers": [waiver.to_dict() for waiver in waivers],
        "vendors": {vendor.id: vendor.to_dict() for vendor in vendors},
        "today": today,
    }


def _unknown_rules(pack: Pack, rules: Mapping[str, Rule]) -> Iterator[InputError]:
    for rule in pack.document.value["requirements"]:
        if rule not in rules:
            message = f"unknown rule '{rule}'{did_you_mean(rule, rules)}"
            yield pack.document.key_error(("requirements", rule), message)


def _override(requirement: dict[str, Any], settings: Mapping[str, Any]) -> None:
    params = requirement["params"] | settings.get("params", {})
    requirement |= settings
    requirement["params"] = params
