"""Our places and the protocol's: lines and columns from 1 in characters here; from 0 there, columns in units of UTF-16, or in
what the editor asked for when it began."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from vendorlint.lsp.actions import Action
from vendorlint.lsp.completion import Completion
from vendorlint.lsp.problems import Problem, ProblemLevel
from vendorlint.lsp.workspace import Workspace
from vendorlint.place import FilePlace, Position
from vendorlint.reports.parts.regions import Region

DIAGNOSTIC_SEVERITIES: Mapping[ProblemLevel, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}
SOURCE = "vendorlint"
OPEN_PAGE = "vendorlint.openPage"
CODE_SUFFIXES = frozenset({".yaml", ".yml", ".rego", ".json"})

_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'|[^\s,:\[\]{}]+""")


def offer_of(asked: types.CodeActionParams, action: Action) -> types.CodeAction | types.Command:
    """An action as the protocol has it; what it changes is worked out once somebody chooses it."""
    if action.page:
        return types.Command(action.title, OPEN_PAGE, arguments=[action.page])
    start = asked.range.start
    place = {"uri": asked.text_document.uri, "line": start.line, "character": start.character}
    return types.CodeAction(action.title, types.CodeActionKind.QuickFix, data={**place, "edit": action.edit})


def resolves_edits(able: types.ClientCapabilities) -> bool:
    """Whether an editor asks for an edit when somebody chooses it."""
    document = able.text_document
    resolving = document.code_action.resolve_support if document and document.code_action else None
    return resolving is not None and "edit" in resolving.properties


def opens_pages(able: types.ClientCapabilities) -> bool:
    """Whether an editor opens a page that it is told of."""
    return bool(able.window and able.window.show_document and able.window.show_document.support)


class Converter:
    """Turns places around, by the lines of one workspace. `uris` has the URI by which the editor knows a file."""

    def __init__(self, workspace: Workspace, codec: PositionCodec, uris: Mapping[Path, str]) -> None:
        self._workspace = workspace
        self._codec = codec
        self._uris = uris
        self._lines: dict[Path, tuple[str, ...]] = {}

    def uri(self, path: Path) -> str:
        """The URI of a file."""
        path = path.resolve()
        return self._uris.get(path) or path.as_uri()

    def place(self, path: Path, position: types.Position) -> Position:
        """Our place of a position in a file."""
        text, units = self._line(path, position.line + 1), 0
        for index, character in enumerate(text):
            if units >= position.character:
                return position.line + 1, index + 1
            units += self._codec.client_num_units(character)
        return position.line + 1, len(text) + 1

    def range(self, region: Region) -> types.Range:
        """The range of a region. One without an end goes to the end of its word in YAML, JSON and Rego, else of its line."""
        path, end_column = region.start.path, region.end_column
        if end_column is None:
            text = self._line(path, region.end_line)
            token = _TOKEN.match(text, region.start.column - 1) if path.suffix in CODE_SUFFIXES else None
            end_column = token.end() + 1 if token else max(len(text.rstrip()) + 1, region.start.column)
        end = self._position(path, (region.end_line, end_column))
        return types.Range(self._position(path, region.start.position), end)

    def location(self, region: Region) -> types.Location:
        """A region with its file."""
        return types.Location(self.uri(region.start.path), self.range(region))

    def diagnostics(self, problems: Iterable[Problem]) -> list[types.Diagnostic]:
        """The problems of a file."""
        return [self._diagnostic(problem) for problem in problems]

    def completion(self, path: Path, place: Position, found: Completion) -> types.CompletionItem:
        """A word for the cursor at a place."""
        region = Region(FilePlace(path, place[0], found.column), *place)
        return types.CompletionItem(
            label=found.label,
            detail=found.detail or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, found.page) if found.page else None,
            text_edit=types.TextEdit(self.range(region), found.text),
        )

    def edit(self, path: Path, text: str) -> types.WorkspaceEdit:
        """The edit that makes a text of a file: the lines that differ, or the file, where there is none."""
        uri = self.uri(path)
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri)
        old, new = self._workspace.lines(path), tuple(text.split("\n"))
        same = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old))
        rest = min(len(old), len(new)) - same
        end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
        start, stop = types.Position(same, 0), types.Position(len(old) - end, 0)
        changed = "".join(f"{line}\n" for line in new[same : len(new) - end])
        edits = types.TextDocumentEdit(identifier, [types.TextEdit(types.Range(start, stop), changed)])
        if path.exists() or path in self._uris:
            return types.WorkspaceEdit(document_changes=[edits])
        return types.WorkspaceEdit(document_changes=[types.CreateFile(uri), edits])

    def _diagnostic(self, problem: Problem) -> types.Diagnostic:
        related = [
            types.DiagnosticRelatedInformation(self.location(region), message) for region, message in problem.related
        ]
        return types.Diagnostic(
            range=self.range(problem.region),
            severity=DIAGNOSTIC_SEVERITIES[problem.level],
            code=problem.code or None,
            code_description=types.CodeDescription(problem.link) if problem.link else None,
            source=SOURCE,
            message=problem.message,
            related_information=related or None,
        )

    def _position(self, path: Path, place: Position) -> types.Position:
        line, column = place
        return types.Position(line - 1, self._codec.client_num_units(self._line(path, line)[: column - 1]))

    def _line(self, path: Path, line: int) -> str:
        if path not in self._lines:
            self._lines[path] = self._workspace.lines(path)
        lines = self._lines[path]
        return lines[line - 1] if line <= len(lines) else ""
