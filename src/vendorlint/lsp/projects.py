"""The projects that an editor works in, one per configuration."""

from __future__ import annotations

from pathlib import Path

from vendorlint.project.config import Config
from vendorlint.project.project import Project


class Projects:
    """Keeps each project until a file changes that its configuration or its facts may stand in."""

    def __init__(self) -> None:
        self._projects: dict[Path, Project] = {}

    def of(self, config: Config) -> Project:
        """The project of a configuration, made anew where that is another one than before."""
        known = self._projects.get(config.root)
        if known is None or known.config != config:
            known = self._projects[config.root] = Project.of(config)
        return known

    def forget(self) -> None:
        """Make every project anew when it is next asked for."""
        self._projects.clear()
