"""The configuration of a run: flag over environment over vendorlint.yaml over default, each value with its origin."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from vendorlint.choices import (
    CHECK_FORMATS,
    ENGINES,
    OPA_MODES,
    READING_NOTES,
    SEVERITIES,
    TIERS,
    CheckFormat,
    EngineName,
    OpaMode,
    ReadingNotes,
    Severity,
    Tier,
)
from vendorlint.errors import InputError, did_you_mean
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.project.outputs import Output, parse_outputs
from vendorlint.schemas.schema import validate
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits

SettingKind = Literal["path", "paths", "packs", "outputs", "types", "tiers", "text", "number", "flag", "choice"]
CONFIG_NAME = "vendorlint.yaml"
DEFAULT = "default"
PACK_PREFIX = "vendorlint/"  # of the names of packs that ship with vendorlint


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that can be configured; a choice is one of `choices`."""

    name: str
    kind: SettingKind
    default: str | int | bool | tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable: opa.token_file is VENDORLINT_OPA_TOKEN_FILE. Lists are separated by commas."""
        return f"VENDORLINT_{self.name.upper().replace('.', '_')}"

    @property
    def flag(self) -> str:
        """The option of the command line: --opa-token-file."""
        return f"--{self.name.replace('.', '-').replace('_', '-')}"


SETTINGS = (
    Setting("vendors", "path", "vendors"),
    Setting("policy", "packs", ("vendorlint/baseline",)),
    Setting("rego", "paths", ()),
    Setting("facts", "paths", ()),
    Setting("precedence", "types", ()),
    Setting("require_review", "tiers", ()),
    Setting("reading_notes", "choice", None, READING_NOTES),
    Setting("waivers", "path", "waivers.yaml"),
    Setting("baseline", "path", "vendorlint-baseline.json"),
    Setting("fail_on", "choice", "error", SEVERITIES),
    Setting("output", "outputs", ("text",)),
    Setting("engine", "choice", "embedded", ENGINES),
    Setting("opa.url", "text"),
    Setting("opa.token_file", "path"),
    Setting("opa.ca", "path"),
    Setting("opa.cert", "path"),
    Setting("opa.key", "path"),
    Setting("opa.mode", "choice", "push", OPA_MODES),
    *(
        Setting(f"limits.{name}", "flag" if isinstance(default, bool) else "number", default)
        for name, default in asdict(LIMITS).items()
    ),
)


@dataclass(frozen=True, slots=True)
class OpaSettings:
    """How to reach the OPA server. The token itself is in VENDORLINT_OPA_TOKEN or in `token_file`, never here."""

    url: str | None
    token_file: Path | None
    ca: Path | None
    cert: Path | None
    key: Path | None
    mode: OpaMode


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration in force. Paths are absolute; packs are `vendorlint/<pack>` or absolute paths.

    `root` is the folder of the configuration file, or the folder where the search began if there is none (`path` is
    None). `origins` has, by the name of the setting, `default`, `vendorlint.yaml:<line>`, an environment variable or a
    flag.
    """

    root: Path
    path: Path | None
    vendors: Path
    policy: tuple[str, ...]
    rego: tuple[Path, ...]
    facts: tuple[Path, ...]
    precedence: tuple[str, ...]
    require_review: tuple[Tier, ...]
    reading_notes: ReadingNotes | None
    waivers: Path
    baseline: Path
    fail_on: Severity
    output: tuple[Output[CheckFormat], ...]
    engine: EngineName
    opa: OpaSettings
    limits: Limits
    origins: Mapping[str, str]


def find_config(
    start: Path,
    *,
    file: Path | None = None,
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Config:
    """The configuration for a run in the folder `start`.

    `file` names the configuration file; else it is looked for upward, to the repository's root. `flags` has values by
    the name of the setting (`opa.url`); None means not given. Paths in the file are relative to it, others to `start`.
    Raises InputError and InputErrors.
    """
    start = start.absolute()
    path = file.absolute() if file else _search(start)
    document = read_yaml(path) if path else None
    if document:
        validate(document, "config")
    root = path.parent if path else start
    source = _Lookup(start, root, document, flags or {}, environ)
    values = {setting.name: source.value(setting) for setting in SETTINGS}
    plain = {name: value for name, value in values.items() if "." not in name}
    opa, limits = OpaSettings(**_group(values, "opa")), Limits(**_group(values, "limits"))
    return Config(root=root, path=path, opa=opa, limits=limits, origins=source.origins, **plain)


def _group(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The values of the settings `<name>.<key>`, by key."""
    return {key.removeprefix(f"{name}."): value for key, value in values.items() if key.startswith(f"{name}.")}


def _search(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder / CONFIG_NAME
        if (folder / ".git").exists():
            return None
    return None


class _Lookup:
    """Finds each setting's value in the first place that has it, and keeps where that was."""

    def __init__(
        self,
        start: Path,
        root: Path,
        document: YamlDocument | None,
        flags: Mapping[str, Any],
        environ: Mapping[str, str],
    ) -> None:
        self.origins: dict[str, str] = {}
        self._start = start
        self._root = root
        self._document = document
        self._flags = flags
        self._environ = environ

    def value(self, setting: Setting) -> Any:
        raw, origin, folder = self._find(setting)
        self.origins[setting.name] = origin
        return _typed(setting, raw, origin, folder)

    def _find(self, setting: Setting) -> tuple[Any, str, Path]:
        if self._flags.get(setting.name) is not None:
            return self._flags[setting.name], setting.flag, self._start
        if self._environ.get(setting.variable):
            return self._environ[setting.variable], setting.variable, self._start
        pointer = tuple(setting.name.split("."))
        value = self._document.value if self._document else {}
        for part in pointer:
            value = value.get(part, {})
        if value != {} and self._document:
            line, _ = self._document.position(pointer)
            return value, f"{self._document.path.name}:{line}", self._root
        return setting.default, DEFAULT, self._root


def _typed(setting: Setting, raw: Any, origin: str, folder: Path) -> Any:
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
    if setting.kind == "number":
        if not re.fullmatch(r"[1-9]\d{0,8}", str(raw)):
            raise InputError(f"found '{raw}'; expected a whole number from 1", origin)
        return int(raw)
    return str(raw)


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


def pack_name(word: str, folder: Path) -> str:
    """The name of a pack as it stands, or the absolute path of a policy file named relative to `folder`."""
    return word if word.startswith(PACK_PREFIX) else str(folder / word)
