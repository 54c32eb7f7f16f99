"""The rules of a run: every Rego module, and what each rule's METADATA declares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Module:
    """One Rego file as an engine is given it: the path that its errors name, and its text."""

    path: str
    text: str
