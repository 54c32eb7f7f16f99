"""A user's own configuration, for what no repository may choose: the OPA server, the second reader, and what proves who asks them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.project.inside import is_inside
from vendorlint.project.settings import USERS_SECTIONS, Setting
from vendorlint.schemas.schema import validate

PLACE = "$XDG_CONFIG_HOME/vendorlint/config.yaml"  # https://specifications.freedesktop.org/basedir-spec/latest/


def read_user_config(environ: Mapping[str, str], root: Path) -> YamlDocument | None:
    """The user's configuration, if there is one. Raises InputError and InputErrors: wrong, or inside of the repository `root`,
    where anybody may have put it."""
    path = _path(environ)
    if path is None or not path.is_file():
        return None
    if is_inside(path, root):
        raise InputError("is in the repository that is checked; a user's own configuration stands outside of it", path)
    document = read_yaml(path)
    validate(document, "user")
    return document


def refuse_users_settings(document: YamlDocument) -> None:
    """Raises InputError where a repository's configuration has settings that are a user's."""
    for section, what in USERS_SECTIONS.items():
        if isinstance(document.value, Mapping) and section in document.value:
            url = Setting(f"{section}.url", "text")
            message = f"no repository chooses {what}; expected {url.flag}, {url.variable} or {PLACE}"
            raise document.key_error((section,), message)


def _path(environ: Mapping[str, str]) -> Path | None:
    home, own = Path(environ.get("HOME", "")), Path(environ.get("XDG_CONFIG_HOME", ""))
    folder = own if own.is_absolute() else home / ".config"
    return folder / "vendorlint" / "config.yaml" if folder.is_absolute() else None
