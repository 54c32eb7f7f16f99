"""Configured words as the values that they stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from vendorlint.choices import CHECK_FORMATS, TIERS
from vendorlint.errors import InputError
from vendorlint.near import did_you_mean
from vendorlint.project.elsewhere import is_elsewhere
from vendorlint.project.outputs import parse_outputs
from vendorlint.project.settings import Setting, SettingKind

PACK_PREFIX = "vendorlint/"  # of the names of packs that ship with vendorlint


def typed(setting: Setting, raw: Any, origin: str, folder: Path) -> Any:
    """The value of a setting; paths are relative to `folder`. Raises InputError, with `origin` as its place."""
    if setting.kind in ("paths", "packs", "outputs", "types", "tiers"):
        words = [word.strip() for word in raw.split(",")] if isinstance(raw, str) else [str(word) for word in raw]
        return _listed(setting.kind, [word for word in words if word], origin, folder)
    if raw is None:
        return None
    if setting.kind == "path":
        return folder / raw
    if setting.kind == "choice" and raw not in setting.choices:
        near = did_you_mean(str(raw), setting.choices)
        raise InputError(f"found '{raw}'; expected one of {', '.join(setting.choices)}{near}", origin)
    if setting.kind == "flag":
        return _flag(raw, origin)
    if setting.kind in ("number", "decimal"):
        return _number(setting.kind, raw, origin)
    return str(raw)


def _number(kind: SettingKind, raw: Any, origin: str) -> float:
    """A whole number from 1, or one that may be a fraction or 0."""
    if kind == "number" and re.fullmatch(r"[1-9]\d{0,8}", str(raw)):
        return int(raw)
    if kind == "decimal" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", str(raw)):
        return float(raw)
    expected = "a whole number from 1" if kind == "number" else "a number such as 2.50"
    raise InputError(f"found '{raw}'; expected {expected}", origin)


def pack_name(word: str, folder: Path) -> str:
    """The name of a pack as it stands, or the absolute path of a policy file named relative to `folder`."""
    return str(folder / word) if is_policy_file(word) else word


def is_policy_file(word: str) -> bool:
    """Whether a policy is named by a path: no pack that ships with vendorlint, and none of another repository."""
    return not word.startswith(PACK_PREFIX) and not is_elsewhere(word)


def _flag(raw: Any, origin: str) -> bool:
    if str(raw).lower() not in ("true", "false"):
        raise InputError(f"found '{raw}'; expected true or false", origin)
    return str(raw).lower() == "true"


def _listed(kind: SettingKind, words: list[str], origin: str, folder: Path) -> tuple[Any, ...]:
    if kind == "outputs":
        return parse_outputs(words, folder, origin, CHECK_FORMATS)
    if kind == "types" and words:
        from vendorlint.schemas.schema import document_types

        return _known(tuple(words), document_types(), "types of documents", origin)
    if kind == "tiers":
        return _known(tuple(words), TIERS, "tiers of vendors", origin)
    return tuple(folder / word if kind == "paths" else pack_name(word, folder) for word in words)


def _known(words: tuple[str, ...], known: tuple[str, ...], what: str, origin: str) -> tuple[str, ...]:
    """Words out of a list, each once."""
    for index, word in enumerate(words):
        if word not in known:
            near = did_you_mean(word, known)
            raise InputError(f"found '{word}'; expected {what}: {', '.join(known)}{near}", origin)
        if word in words[:index]:
            raise InputError(f"'{word}' stands here twice", origin)
    return words
