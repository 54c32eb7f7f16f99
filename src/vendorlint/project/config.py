"""The configuration of a run: flag over environment over vendorlint.yaml over default, each value with its origin.

What says where facts and credentials go is read from the user's own configuration in place of vendorlint.yaml.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import CheckFormat, EngineName, FactsForm, OpaMode, ReadingNotes, Severity, Tier
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.files.yaml.kept import keep_yaml_in
from vendorlint.project.cache import kept
from vendorlint.project.inside import refuse_leaving_link, require_harmless, require_named_inside
from vendorlint.project.outputs import Output
from vendorlint.project.search import find_config_file
from vendorlint.project.settings import SETTINGS, Setting
from vendorlint.project.user_config import read_user_config, refuse_users_settings
from vendorlint.project.values import is_policy_file, typed
from vendorlint.schemas.schema import validate
from vendorlint_extractor.documents.readers.rendering import Limits

DEFAULT = "default"


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
class SecondReaderSettings:
    """How to reach a second reader, a language model. The key itself is in VENDORLINT_SECOND_READER_KEY or in `key_file`, never here.

    `seconds` is the time of one question with its retries; prices are those of a million tokens, in whatever currency.
    """

    url: str | None
    model: str | None
    key_file: Path | None
    seconds: int
    price_in: float | None
    price_out: float | None


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration in force. Paths are absolute; packs are `vendorlint/<pack>` or absolute paths.

    `root` is the folder of the configuration file, or the folder where the search began if there is none (`path` is
    None). `origins` has, by the name of the setting, `default`, `vendorlint.yaml:<line>`, an environment variable or a
    flag. `base` has all that judges as it was at a trusted revision, or is None for the files as they are.
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
    facts_form: FactsForm
    waivers: Path
    baseline: Path
    fail_on: Severity
    output: tuple[Output[CheckFormat], ...]
    engine: EngineName
    opa: OpaSettings
    second_reader: SecondReaderSettings
    limits: Limits
    origins: Mapping[str, str]
    base: Path | None = None

    @property
    def rules_root(self) -> Path:
        """The folder that all that judges is read from."""
        return self.base or self.root

    def as_judged(self, path: Path) -> Path:
        """Where a resolved path of the repository is in that folder; a path elsewhere as it is."""
        root = Path(os.path.realpath(self.root))
        return self.base / path.relative_to(root) if self.base and path.is_relative_to(root) else path


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
    Raises InputError and InputErrors, also for a path in the file that leads out of its folder.
    """
    start = start.absolute()
    path = file.absolute() if file else find_config_file(start)
    root = path.parent if path else start
    keep_yaml_in(kept("parsed", root, environ))
    document = read_yaml(path) if path else None
    if document:
        refuse_users_settings(document)
        validate(document, "config")
    source = _Lookup(start, root, document, read_user_config(environ, root), flags or {}, environ)
    values = {setting.name: source.value(setting) for setting in SETTINGS}
    plain = {name: value for name, value in values.items() if "." not in name}
    opa, limits = OpaSettings(**_group(values, "opa")), Limits(**_group(values, "limits"))
    second = SecondReaderSettings(**_group(values, "second_reader"))
    return Config(root=root, path=path, opa=opa, second_reader=second, limits=limits, origins=source.origins, **plain)


def _group(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The values of the settings `<name>.<key>`, by key."""
    return {key.removeprefix(f"{name}."): value for key, value in values.items() if key.startswith(f"{name}.")}


class _Lookup:
    """Finds each setting's value in the first place that has it, and keeps where that was."""

    def __init__(  # noqa: PLR0913, PLR0917 - the places
        self,
        start: Path,
        root: Path,
        document: YamlDocument | None,
        user: YamlDocument | None,
        flags: Mapping[str, Any],
        environ: Mapping[str, str],
    ) -> None:
        self.origins: dict[str, str] = {}
        self._start = start
        self._root = root
        self._document = document
        self._user = user
        self._flags = flags
        self._environ = environ

    def value(self, setting: Setting) -> Any:
        """Raises InputError, with where it was found as its place."""
        raw, origin, folder = self._find(setting)
        self.origins[setting.name] = origin
        value = typed(setting, raw, origin, folder)
        if not setting.is_users:
            require_inside(setting, value, self._root, origin)
        return value

    def _find(self, setting: Setting) -> tuple[Any, str, Path]:
        if self._flags.get(setting.name) is not None:
            return self._flags[setting.name], setting.flag, self._start
        if self._environ.get(setting.variable):
            return self._environ[setting.variable], setting.variable, self._start
        document = self._user if setting.is_users else self._document
        pointer = tuple(setting.name.split("."))
        value = document.value if document else {}
        for part in pointer:
            value = value.get(part, {})
        if value != {} and document:
            line, _ = document.position(pointer)
            shown = document.path if setting.is_users else document.path.name
            return value, f"{shown}:{line}", document.path.parent
        return setting.default, DEFAULT, self._root


def require_inside(setting: Setting, value: Any, root: Path, origin: str) -> None:
    """Raises InputError where the repository's configuration, or a link of a usual name, leads out of the repository. What a
    flag or a variable says is as it is."""
    if origin in (setting.flag, setting.variable):
        return
    if setting.kind == "outputs":
        require_harmless(value, root, origin)
        return
    paths = [value] if setting.kind == "path" else value if setting.kind in ("paths", "packs") else ()
    for path in (Path(each) for each in paths if is_policy_file(str(each))):
        if origin == DEFAULT:
            refuse_leaving_link(path, root)
        else:
            require_named_inside(path, root, origin)
