"""The requirements in force: packs merged key by key, later over earlier, with the origin of every key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import ReadingNotes, Tier
from vendorlint.errors import ErrorCollector, InputError, NothingToCheckError
from vendorlint.facts.overrides import ANY_OVERRIDE, OverrideTerms
from vendorlint.files.notice import Notice
from vendorlint.near import did_you_mean
from vendorlint.place import FilePlace
from vendorlint.policy.mandatory import OFF, idle_settings, kept_settings
from vendorlint.policy.origins import Origin, origin, origins_of, scope_origin
from vendorlint.policy.packs import Pack, read_packs
from vendorlint.policy.rules import Rule
from vendorlint.policy.second_reader import settle
from vendorlint.policy.waivers import Waiver
from vendorlint.project.config import Config
from vendorlint.project.vendors import Vendor

SCOPE = "scope"
REVIEW_RULE = "facts-reviewed"
SEEN_RULES = ("documents-as-seen", "documents-filled-in", "documents-pictures")

Requirement = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RequiredReview:
    """The setting require_review: tiers of vendors, and where it is set."""

    tiers: tuple[Tier, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class NotesSetting:
    """The setting reading_notes, and where it is set."""

    choice: ReadingNotes
    origin: Origin


def required_review(config: Config) -> RequiredReview | None:
    """What the configuration says of it; None where it asks for no review."""
    return RequiredReview(config.require_review, _set_at(config, "require_review")) if config.require_review else None


def notes_setting(config: Config) -> NotesSetting | None:
    """What the configuration says of reading notes; None where it leaves them to the policy."""
    return NotesSetting(config.reading_notes, _set_at(config, "reading_notes")) if config.reading_notes else None


def _set_at(config: Config, setting: str) -> Origin:
    name, _, line = config.origins[setting].partition(":")
    place = FilePlace(config.path or config.root, int(line or 1))
    return Origin(name, place, place)


@dataclass(frozen=True, slots=True)
class Policy:
    """The effective policy.

    `requirements` has an entry per rule that is on: severity, params, mandatory for a rule that cannot be waived, and
    on_silence, on_conflict, min_confidence, scope, applies_to where a pack sets them. `origins` says for each rule that a pack
    names where each key was set, and has none for the rule's own defaults; parameters are `params.<name>`; a rule that is
    off has the key `off` alone.
    `packs` are the names of all packs read, in the order in which they apply; `overrides` is what they ask of overrides. `notices` tell
    what they set in vain.
    """

    name: str
    requirements: Mapping[str, Requirement]
    origins: Mapping[str, Mapping[str, Origin]]
    packs: tuple[str, ...]
    overrides: OverrideTerms = ANY_OVERRIDE
    notices: tuple[Notice, ...] = ()


def load_policy(
    names: Sequence[str],
    root: Path,
    rules: Mapping[str, Rule],
    *,
    review: RequiredReview | None = None,
    notes: NotesSetting | None = None,
) -> Policy:
    """Merge the packs in `names` (`vendorlint/<pack>`, or a path relative to `root`) with those that they extend.

    `review` asks for the review of facts after all packs, and `notes` turns the rule about reading notes on for all vendors or
    off. Parameters merge by name, `applies_to` and `scope` are replaced as a whole (a pack's own scope is that of all its
    requirements without one, and of those that it has from packs it extends, but for theirs of a single rule), `off` removes all that came before it. A mandatory rule is as its METADATA has it, but for graver
    severities. Raises
    InputError and InputErrors for missing or wrong files and for unknown rules, and NothingToCheckError where no rule
    is on.
    """
    packs = read_packs(names, root)
    ErrorCollector(error for pack in packs for error in _unknown_rules(pack, rules)).finalize()
    requirements: dict[str, dict[str, Any]] = {}
    origins: dict[str, dict[str, Origin]] = {}
    for pack in packs:
        for rule, asked in pack.document.value["requirements"].items():
            mandatory = rules[rule].mandatory
            settings = kept_settings(rules[rule], asked) if mandatory else asked
            if settings == OFF:
                requirements.pop(rule, None)
                origins[rule] = {OFF: origin(pack, rule)}
                continue
            if rule not in requirements:
                requirements[rule] = {"severity": rules[rule].severity, "params": {}}
                if mandatory:
                    requirements[rule]["mandatory"] = True
                origins[rule] = {}
            if SCOPE in pack.document.value and not mandatory:
                requirements[rule][SCOPE] = pack.document.value[SCOPE]
                origins[rule][SCOPE] = scope_origin(pack, rule)
            _override(requirements[rule], settings)
            origins[rule] |= origins_of(pack, rule, settings)
        _spread_scope(pack, packs, requirements, origins)
    if review:
        requirements[REVIEW_RULE] = {
            "severity": rules[REVIEW_RULE].severity,
            "params": {},
            "applies_to": {"tier": list(review.tiers)},
        }
        origins[REVIEW_RULE] = {"applies_to": review.origin}
    if notes:
        _decide_notes(notes, rules, requirements)
        origins.update({rule: {"applies_to" if notes.choice == "fail" else OFF: notes.origin} for rule in SEEN_RULES})
    settle(packs, requirements, origins)
    if not requirements:
        raise NothingToCheckError(
            f"the policy {', '.join(names) or '(none)'} turns no rule on; nothing would be checked"
        )
    name = packs[-1].document.value["name"]
    return Policy(
        name,
        requirements,
        origins,
        tuple(pack.name for pack in packs),
        _overrides(packs),
        tuple(idle_settings(packs, rules)),
    )


def _spread_scope(
    pack: Pack, packs: Sequence[Pack], requirements: dict[str, dict[str, Any]], origins: dict[str, dict[str, Origin]]
) -> None:
    """Give a pack's own scope to what it has from the packs that it extends, if these set none for the rule alone."""
    bases = [each for each in packs if each.name in pack.bases]
    if SCOPE not in pack.document.value or not bases:
        return
    place = pack.document.place((SCOPE,))
    for rule, requirement in requirements.items():
        named = [each for each in bases if rule in each.document.value["requirements"]]
        alone = any(SCOPE in _settings(each, rule) for each in (*named, pack))
        if named and not alone and not requirement.get("mandatory"):
            requirement[SCOPE] = pack.document.value[SCOPE]
            origins[rule][SCOPE] = Origin(pack.name, place, place)


def _settings(pack: Pack, rule: str) -> Mapping[str, Any]:
    """What a pack says of a rule; nothing where it turns it off."""
    found = pack.document.value["requirements"].get(rule, {})
    return {} if found == OFF else found


def _decide_notes(notes: NotesSetting, rules: Mapping[str, Rule], requirements: dict[str, dict[str, Any]]) -> None:
    """Turn the rules about reading notes on for all vendors, as packs have them otherwise, or off."""
    for rule in SEEN_RULES:
        packed = requirements.pop(rule, {"severity": rules[rule].severity, "params": {}})
        packed.pop("applies_to", None)
        if notes.choice == "fail":
            requirements[rule] = packed


def policy_in_force(config: Config, rules: Mapping[str, Rule]) -> Policy:
    """The policy that the configuration names, with the review that it asks for. Raises as `load_policy` does."""
    review, notes = required_review(config), notes_setting(config)
    return load_policy(config.policy, config.rules_root, rules, review=review, notes=notes)


def rule_data(policy: Policy, vendors: Iterable[Vendor], today: str, waivers: Iterable[Waiver] = ()) -> dict[str, Any]:
    """The document that rules find under `data.vendorlint_data`. `today` is ISO 8601."""
    return {
        "requirements": {rule: dict(requirement) for rule, requirement in policy.requirements.items()},
        "waivers": [waiver.to_dict() for waiver in waivers],
        "vendors": {vendor.id: vendor.to_dict() for vendor in vendors},
        "today": today,
    }


def applies(requirement: Requirement, vendor: Vendor) -> bool:
    """Whether a requirement is about a vendor of this tier that handles such data, as rego/vendorlint/lib/requirement has it."""
    about = requirement.get("applies_to", {})
    kinds = about.get("data", ())
    return vendor.tier in about.get("tier", (vendor.tier,)) and (not kinds or bool({*kinds} & {*vendor.data}))


def _overrides(packs: Iterable[Pack]) -> OverrideTerms:
    """What is asked of overrides: a later pack replaces an earlier one key by key."""
    asked: dict[str, Any] = {}
    for pack in packs:
        asked |= pack.document.value.get("overrides", {})
    return OverrideTerms(tuple(asked["by"]) if "by" in asked else None, asked.get("max_age_days"))


def _unknown_rules(pack: Pack, rules: Mapping[str, Rule]) -> Iterator[InputError]:
    for rule in pack.document.value["requirements"]:
        if rule not in rules:
            message = f"unknown rule '{rule}'{did_you_mean(rule, rules)}"
            yield pack.document.key_error(("requirements", rule), message)


def _override(requirement: dict[str, Any], settings: Mapping[str, Any]) -> None:
    params = requirement["params"] | settings.get("params", {})
    requirement |= settings
    requirement["params"] = params
