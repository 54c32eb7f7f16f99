"""A question of the editor's: a place in a file, and all that an answer takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import VendorlintError
from vendorlint.files.text import holding
from vendorlint.lsp.knowledge import Knowledge, knowledge_of
from vendorlint.lsp.projects import Projects
from vendorlint.lsp.workspace import Kind, Workspace, kind_of
from vendorlint.place import Position
from vendorlint.project.config import Config


@dataclass(frozen=True, slots=True)
class Query:
    """A place in a file that is ours."""

    workspace: Workspace
    known: Knowledge
    kind: Kind
    path: Path
    place: Position

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file."""
        return self.workspace.lines(self.path)


def query_at(workspace: Workspace, projects: Projects, path: Path, place: Position) -> Query | None:
    """The query for a place, or None in a file that is not ours or whose configuration is wrong."""
    config = _config(workspace, path)
    kind = kind_of(path, config) if config else None
    if config is None or kind is None:
        return None
    with holding(workspace.unsaved()):
        return Query(workspace, knowledge_of(projects.of(config)), kind, path, place)


def _config(workspace: Workspace, path: Path) -> Config | None:
    """The configuration as it is in the editor, or as it was saved while somebody is half through writing it."""
    for held in (workspace.unsaved(), {}):
        try:
            with holding(held):
                return workspace.config(path)
        except VendorlintError:  # the margin says what is wrong
            continue
    return None
