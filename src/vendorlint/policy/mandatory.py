"""Rules that their METADATA calls mandatory: a policy may ask more of them, and never less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from vendorlint.choices import OnSilence
from vendorlint.files.notice import Notice
from vendorlint.policy.packs import Pack
from vendorlint.policy.rules import Rule

OFF = "off"
_GRAVITY: Sequence[str] = get_args(OnSilence)  # the gravest first


def kept_settings(rule: Rule, settings: Mapping[str, Any] | str) -> dict[str, Any]:
    """Of what a pack sets of a mandatory rule, what counts: graver severities than its own."""
    given = {} if isinstance(settings, str) else settings
    return {key: value for key, value in given.items() if _step(rule, key, value) > 0}


def idle_settings(packs: Sequence[Pack], rules: Mapping[str, Rule]) -> Iterator[Notice]:
    """What packs set of mandatory rules and counts for nothing, because it would ask less or something else."""
    for pack in packs:
        for rule, settings in pack.document.value["requirements"].items():
            if rules[rule].mandatory and (keys := _idle(rules[rule], settings)):
                place = pack.document.place(("requirements", rule))
                yield Notice(
                    place, f"{rule} is mandatory, and as its METADATA has it: {', '.join(keys)} is without effect"
                )


def _idle(rule: Rule, settings: Mapping[str, Any] | str) -> list[str]:
    if isinstance(settings, str):
        return [settings]
    return [key for key, value in settings.items() if _step(rule, key, value) < 0]


def _step(rule: Rule, key: str, value: Any) -> int:
    """By how much a setting is graver than what the rule has; negative for what is less, or no severity at all."""
    own = {"severity": rule.severity, "on_silence": rule.on_silence, "on_conflict": rule.severity}.get(key)
    return _GRAVITY.index(own) - _GRAVITY.index(value) if own else -1
