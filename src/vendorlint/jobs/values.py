"""Values of facts as people give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.near import did_you_mean
from vendorlint.project.project import Project

AS_GIVEN = frozenset({"date", "text", "enum", "code"})  # types of facts whose values are what is typed


def typed_value(fact: str, text: str, project: Project, name: str = "--value") -> Any:
    """A value as facts.yaml has it; words of a set may stand without brackets. `name` is what the person gave it as.

    Raises InputError.
    """
    known = project.facts.infos
    if fact not in known:
        raise InputError(f"unknown fact '{fact}'{did_you_mean(fact, known)}")
    if known[fact].type in AS_GIVEN:
        return text
    if known[fact].type == "set" and not text.startswith("["):
        return [word.strip() for word in text.split(",")]  # NO is a country
    try:
        return parse_yaml(text, Path(name)).value
    except (InputError, InputErrors):
        raise InputError(f"{name} is '{text}'; expected a {known[fact].type} as facts.yaml has it") from None
