"""The language server over standard input and output. What it answers is worked out in other threads: it goes on listening."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from vendorlint import __version__
from vendorlint.errors import VendorlintError
from vendorlint.lsp.actions import actions, changed_text
from vendorlint.lsp.checker import Checker, SupersededError
from vendorlint.lsp.completion import complete
from vendorlint.lsp.definition import definition
from vendorlint.lsp.hover import hover
from vendorlint.lsp.problems import Problem
from vendorlint.lsp.projects import Projects
from vendorlint.lsp.protocol import OPEN_PAGE, Converter, offer_of, opens_pages, resolves_edits
from vendorlint.lsp.query import Query, query_at
from vendorlint.lsp.workspace import Workspace

TYPING_SECONDS = 0.25  # without a keystroke before a check begins
WATCHED = "**/*.{yaml,yml,rego,json,md,markdown,txt,pdf,doc,docx,docm,dotx,odt,rtf,html,htm,xhtml,mhtml,mht,eml,msg}"

logger = logging.getLogger(__name__)


class Server(LanguageServer):
    """What is open, and what the editor was last told of it.

    Texts come whole with each change: pygls would apply pieces by the lines of `str.splitlines`, which are not the protocol's
    in a document with a form feed or U+2028.
    """

    def __init__(self) -> None:
        super().__init__("vendorlint", __version__, types.TextDocumentSyncKind.Full)
        self.was_shut_down = False
        self.shown: dict[Path, list[Problem]] = {}
        self._projects = Projects()
        self._checker = Checker(self._projects)
        self._changed: set[Path] = set()
        self._generation = 0
        self._due = 0.0
        self._worker: asyncio.Task[None] | None = None

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Errors go to the log; those of a request go back with its answer besides."""
        if source is not FeatureRequestError:
            logger.error("%s: %s", type(error).__name__, error, exc_info=error)

    def snapshot(self) -> Workspace:
        """What is open now."""
        folders = [_path(folder.uri) for folder in self.workspace.folders.values()]
        root = _path(self.workspace.root_uri) if self.workspace.root_uri else None
        texts = {path: document.source for path, document in self._open()}
        return Workspace(tuple(each for each in (*folders, root) if each), texts)

    def converter(self, workspace: Workspace) -> Converter:
        """Turns the places of a snapshot around."""
        return Converter(
            workspace, self.workspace.position_codec, {path: document.uri for path, document in self._open()}
        )

    def changed(self, *uris: str, seconds: float = 0.0) -> None:
        """Check what these files concern, unless another change comes within `seconds`; the newest one wins."""
        paths = {path for uri in uris if (path := _path(uri))}
        if not paths:
            return
        self._changed |= paths
        self._generation += 1
        self._due = asyncio.get_running_loop().time() + seconds
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())

    async def query(self, uri: str, position: types.Position) -> tuple[Query | None, Converter]:
        """What a request asks about, and how to answer it; None for a file that is not ours."""
        workspace = self.snapshot()
        converter = self.converter(workspace)
        path = _path(uri)
        if path is None:
            return None, converter
        place = converter.place(path, position)
        return await asyncio.to_thread(query_at, workspace, self._projects, path, place), converter

    async def _work(self) -> None:
        while self._changed:
            while (left := self._due - asyncio.get_running_loop().time()) > 0:
                await asyncio.sleep(left)
            changed, self._changed = self._changed, set()
            generation = self._generation
            try:
                await self._check(changed, generation)
            except SupersededError:
                self._changed |= changed
            except Exception as error:
                logger.exception("internal error while checking")
                message = f"vendorlint: internal error: {type(error).__name__}; what is shown may be old"
                self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    async def _check(self, changed: set[Path], generation: int) -> None:
        workspace = self.snapshot()
        versions = {path: document.version for path, document in self._open()}
        today = datetime.date.today().isoformat()
        found = await asyncio.to_thread(
            self._checker.problems, workspace, changed, today, lambda: generation != self._generation
        )
        if generation == self._generation:
            self._publish(workspace, versions, found)

    def _publish(
        self, workspace: Workspace, versions: dict[Path, int | None], found: dict[Path, list[Problem]]
    ) -> None:
        """Tell of every open file, and of others where something is new or gone."""
        converter = self.converter(workspace)
        for path in sorted({*found, *self.shown, *versions}):
            problems = found.get(path, [])
            if path in versions or problems != self.shown.get(path, []):
                params = types.PublishDiagnosticsParams(
                    converter.uri(path), converter.diagnostics(problems), versions.get(path)
                )
                self.text_document_publish_diagnostics(params)
        self.shown = found

    def _open(self) -> list[tuple[Path, TextDocument]]:
        documents = self.workspace.text_documents.values()
        return [(path, document) for document in documents if (path := _path(document.uri))]


def serve() -> int:
    """Serve one editor until it ends; the exit code is what the protocol wants: 0 after a request to shut down, else 1."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="vendorlint: %(name)s: %(message)s")
    server = Server()
    _register(server)
    server.start_io()
    return 0 if server.was_shut_down else 1


def _register(server: Server) -> None:
    """The handlers of notifications and requests."""

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
            registration = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def edited(params: types.DidChangeTextDocumentParams) -> None:
        server.changed(params.text_document.uri, seconds=TYPING_SECONDS)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.changed(*(change.uri for change in params.changes))

    @server.feature(types.SHUTDOWN)
    def shut_down(params: None) -> None:
        server.was_shut_down = True

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def show_page(params: types.HoverParams) -> types.Hover | None:
        query, _ = await server.query(params.text_document.uri, params.position)
        if query is None:
            return None
        text = await asyncio.to_thread(hover, query, server.shown.get(query.path, []))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    options = types.CodeActionOptions([types.CodeActionKind.QuickFix], resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def offer(params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        query, _ = await server.query(params.text_document.uri, params.range.start)
        if query is None:
            return []
        found = await asyncio.to_thread(lambda: list(actions(query, server.shown.get(query.path, []))))
        offered = [offer_of(params, each) for each in found if each.edit or opens_pages(server.client_capabilities)]
        if resolves_edits(server.client_capabilities):
            return offered
        return [each async for each in _resolved(offered, resolve)]

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        asked: Any = action.data
        query, converter = await server.query(asked["uri"], types.Position(asked["line"], asked["character"]))
        if query is None:
            return action
        path, text = await asyncio.to_thread(changed_text, query, asked["edit"], datetime.date.today())
        action.edit = converter.edit(path, text)
        return action

    @server.command(OPEN_PAGE)
    async def open_page(page: str) -> None:
        await server.window_show_document_async(types.ShowDocumentParams(page, external=True))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def go_to(params: types.DefinitionParams) -> list[types.Location]:
        query, converter = await server.query(params.text_document.uri, params.position)
        regions = await asyncio.to_thread(definition, query) if query else []
        return [converter.location(region) for region in regions]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "/"]))
    async def suggest(params: types.CompletionParams) -> list[types.CompletionItem]:
        query, converter = await server.query(params.text_document.uri, params.position)
        found = await asyncio.to_thread(complete, query) if query else []
        return [converter.completion(query.path, query.place, each) for each in found] if query else []


async def _resolved(
    offered: Iterable[types.CodeAction | types.Command],
    resolve: Callable[[types.CodeAction], Awaitable[types.CodeAction]],
) -> AsyncIterator[types.CodeAction | types.Command]:
    """All with their edits, without those that cannot be worked out."""
    for each in offered:
        with contextlib.suppress(VendorlintError):
            yield await resolve(each) if isinstance(each, types.CodeAction) else each


def _path(uri: str) -> Path | None:
    """The resolved path of a file's URI; None for what is no file."""
    path = to_fs_path(uri)
    return Path(path).resolve() if path else None
