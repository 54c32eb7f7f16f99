"""An editor of a test's own: a real client that speaks with a real `vendorlint lsp` process, in a repository on disk."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from vendorlint.jobs.extract import update_facts
from vendorlint.project.project import find_project
from vendorlint.project.vendors import read_vendor

COMMAND = [sys.executable, "-c", "from vendorlint.cli.app import main; main()", "lsp"]
SECONDS = 60  # until a test gives up; nothing waits for so long

# Before the clause stand characters of one and of two units of UTF-16: é and 🙂.
TERMS = """\
# Brightleaf Terms of Service

## 1. Your Content

1.1 Customer retains all rights in Customer Content.

1.2 Café talk is fun 🙂. We may use Customer Content to train our machine-learning models.
"""
POLICY = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
  licence-irrevocable: {severity: error, on_silence: info}
"""


class Editor(LanguageClient):
    """Opens and edits files, and keeps what it is told of them."""

    def __init__(self, root: Path) -> None:
        super().__init__("editor", "1")
        self.root = root
        self.registered: list[types.Registration] = []
        self.shown: list[str] = []
        self.logged: asyncio.Queue[str] = asyncio.Queue()
        self._told: dict[str, asyncio.Queue[types.PublishDiagnosticsParams]] = {}
        self._versions: dict[str, int] = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            self._queue(params.uri).put_nowait(params)

        @self.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params.uri)
            return types.ShowDocumentResult(True)

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams) -> None:
            self.logged.put_nowait(params.message)

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

    async def begin(self, encodings: list[types.PositionEncodingKind | str] | None) -> types.InitializeResult:
        await self.start_io(*COMMAND, cwd=self.root)
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        resolving = types.ClientCodeActionResolveOptions(["edit"])
        capabilities = types.ClientCapabilities(
            window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(True)),
            text_document=types.TextDocumentClientCapabilities(
                code_action=types.CodeActionClientCapabilities(resolve_support=resolving)
            ),
            workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching),
            general=types.GeneralClientCapabilities(position_encodings=encodings),
        )
        folders = [types.WorkspaceFolder(self.root.as_uri(), self.root.name)]
        result = await self.initialize_async(
            types.InitializeParams(capabilities, root_uri=self.root.as_uri(), workspace_folders=folders)
        )
        self.initialized(types.InitializedParams())
        return result

    async def end(self) -> tuple[int, str]:
        """The server's exit code, and what it wrote to stderr."""
        server = self._server
        assert server is not None
        assert server.stderr is not None
        await self.shutdown_async(None)
        self.exit(None)
        errors = await server.stderr.read()
        return await server.wait(), errors.decode()

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file with the text that it has on disk, or with another."""
        uri = self.uri(name)
        self._versions[uri] = 1
        content = (self.root / name).read_bytes().decode() if text is None else text
        self.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "text", 1, content)))

    def edit(self, name: str, text: str) -> None:
        """Put another text in place of the one that is open."""
        uri = self.uri(name)
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        del self._versions[document.uri]
        self.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def changed_on_disk(self, name: str) -> None:
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """The next that the server tells of a file, of the version that is open."""
        uri = self.uri(name)
        while True:
            params = await self._queue(uri).get()
            if params.version == self._versions.get(uri):
                return list(params.diagnostics)

    async def hover(self, name: str, line: int, character: int) -> str | None:
        """The Markdown at a place."""
        document = types.TextDocumentIdentifier(self.uri(name))
        found = await self.text_document_hover_async(types.HoverParams(document, types.Position(line, character)))
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        assert found.contents.kind == types.MarkupKind.Markdown
        return found.contents.value

    async def definition(self, name: str, line: int, character: int) -> list[tuple[str, types.Range]]:
        """Where a place leads: paths below the root (whole ones elsewhere) with ranges."""
        document = types.TextDocumentIdentifier(self.uri(name))
        params = types.DefinitionParams(document, types.Position(line, character))
        found = await self.text_document_definition_async(params)
        assert isinstance(found, list)
        return [(each.uri.removeprefix(f"{self.root.as_uri()}/"), each.range) for each in found]

    async def actions(self, name: str, line: int, character: int) -> dict[str, Any]:
        """What is offered at a place, by title: code actions and commands."""
        place = types.Position(line, character)
        document = types.TextDocumentIdentifier(self.uri(name))
        params = types.CodeActionParams(document, types.Range(place, place), types.CodeActionContext([]))
        found = await self.text_document_code_action_async(params)
        assert found is not None
        return {each.title: each for each in found}

    async def choose(self, action: types.CodeAction, name: str, text: str) -> str:
        """The text of a file after the edit of an action; `text` is what it has now, empty where there is none."""
        resolved = await self.code_action_resolve_async(action)
        assert resolved.edit is not None
        assert resolved.edit.document_changes is not None
        *made, change = resolved.edit.document_changes
        assert [each.uri for each in made if isinstance(each, types.CreateFile)] == [self.uri(name)] * (not text)
        assert isinstance(change, types.TextDocumentEdit)
        (edit,) = change.edits
        assert change.text_document.uri == self.uri(name)
        assert isinstance(edit, types.TextEdit)
        assert (edit.range.start.character, edit.range.end.character) == (0, 0)
        lines = text.splitlines(keepends=True)
        return "".join([*lines[: edit.range.start.line], edit.new_text, *lines[edit.range.end.line :]])

    async def completion(self, name: str, line: int, character: int) -> list[types.CompletionItem]:
        document = types.TextDocumentIdentifier(self.uri(name))
        params = types.CompletionParams(document, types.Position(line, character))
        found = await self.text_document_completion_async(params)
        assert isinstance(found, list)
        return found

    def _queue(self, uri: str) -> asyncio.Queue[types.PublishDiagnosticsParams]:
        return self._told.setdefault(uri, asyncio.Queue())


Scenario = Callable[[Editor], Coroutine[Any, Any, None]]
Session = Callable[..., None]


@asynccontextmanager
async def opened(root: Path, encodings: list[types.PositionEncodingKind | str] | None) -> AsyncIterator[Editor]:
    editor = Editor(root)
    await editor.begin(encodings)
    try:
        yield editor
    finally:
        server = editor._server
        if server and server.returncode is None:  # the scenario failed
            server.kill()
            assert server.stderr is not None
            print((await server.stderr.read()).decode())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A policy with two rules, and a vendor with terms, a declaration and facts as extracted."""
    root = tmp_path.resolve() / "acme"
    for folder in (".git", "policies", "rego", "vendors/brightleaf"):
        (root / folder).mkdir(parents=True)
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: [policies/house.yaml]\nrego: [rego]\n")
    (root / "policies" / "house.yaml").write_text(POLICY)
    (root / "vendors" / "brightleaf" / "vendor.yaml").write_text("version: 1\ntier: critical\n")
    write_terms(root, TERMS)
    return root


def cut(text: str, start: str, end: str) -> types.Range:
    """The range, in UTF-16, from the only place where `start` stands in a text to the end of the first `end` from there."""
    assert text.count(start) == 1
    first = text.index(start)
    last = text.index(end, first) + len(end)
    return types.Range(_position(text, first), _position(text, last))


def _position(text: str, offset: int) -> types.Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return types.Position(text.count("\n", 0, offset), len(text[line_start:offset].encode("utf-16-le")) // 2)


def write_terms(root: Path, terms: str) -> None:
    """Write the vendor's terms, byte for byte, and extract its facts."""
    folder = root / "vendors" / "brightleaf"
    (folder / "terms.md").write_bytes(terms.encode())
    update_facts(read_vendor(folder), find_project(root), write=True)


@pytest.fixture
def session(repository: Path) -> Session:
    """Runs a scenario in an editor that is open on the repository, and ends the server: with code 0 and without a word on
    stderr, or with `log` as its first line there."""

    def run(
        scenario: Scenario, *, encodings: list[types.PositionEncodingKind | str] | None = None, log: str = ""
    ) -> None:
        async def within() -> None:
            async with asyncio.timeout(SECONDS), opened(repository, encodings) as editor:
                await scenario(editor)
                code, errors = await editor.end()
                assert (code, errors.partition("\n")[0]) == (0, log)

        # In a thread of its own, because Playwright (tests/html) keeps an event loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, within()).result()

    return run
