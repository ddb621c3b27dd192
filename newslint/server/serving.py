"""The server: which drafts are open, when they are read, and what an editor is told of them.

Drafts are read on one thread of their own. Edits of a draft are let settle for a moment, then what is found
in it is told; whatever was being read when another edit came is dropped. An editor that asks for diagnostics
itself is told nothing unasked.
"""

from __future__ import annotations

import asyncio
import functools
import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter
from pygls.protocol.language_server import lsp_method
from pygls.uris import from_fs_path

from newslint.model import Finding, Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.lsp import Dresser
from newslint.server.office import NOTHING, Checked, Office
from newslint.server.pages import Page
from newslint.version import VERSION

QUIET = 0.01  # seconds without an edit before a draft is read
LOOK = 1.0  # seconds between looks at configs and rules
SOURCE = "newslint"
T = TypeVar("T")


class Protocol(LanguageServerProtocol):
    """pygls without its own copy of each document: it splits lines where the protocol does not, and breaks
    down on edits out of range."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """The language server. ``order`` is what it was started with; ``quiet`` how long edits settle."""

    def __init__(self, order: Order, quiet: float = QUIET) -> None:
        super().__init__(
            "newslint",
            VERSION,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=default_converter,
        )
        self.pages: dict[str, Page] = {}
        self.office = Office(order)
        self._quiet = quiet
        self._reader = ThreadPoolExecutor(1, "newslint")
        self._told: set[str] = set()  # configs and rules that have diagnostics
        self._looking: asyncio.Task[None] | None = None

    @property
    def left_in_order(self) -> bool:
        """Whether the editor said that it would go."""
        return bool(self.protocol._shutdown)

    # What the editor can do.

    @property
    def encoding(self) -> str:
        kind = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return kind.value if isinstance(kind, types.PositionEncodingKind) else str(kind)

    @property
    def asks_itself(self) -> bool:
        document = self.client_capabilities.text_document
        return bool(document and document.diagnostic)

    @property
    def _takes_versions(self) -> bool:
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    @property
    def nests_symbols(self) -> bool:
        document = self.client_capabilities.text_document
        symbol = document.document_symbol if document else None
        return bool(symbol and symbol.hierarchical_document_symbol_support)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A message that makes no sense may have been an edit: drafts are out of step until sent anew."""
        if source is JsonRpcException:
            for page in self.pages.values():
                page.lost = "a message of the editor made no sense"
                self.due(page)
        super().report_server_error(error, source)

    # Reading.

    async def off_the_loop(self, work: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._reader, functools.partial(work, *args))

    def start(self) -> None:
        """Open what takes long before somebody waits for it, and look after configs and rules from now on."""
        self._looking = asyncio.ensure_future(self._look_on())

    def stop(self) -> None:
        if self._looking:
            self._looking.cancel()
        for page in self.pages.values():
            if page.waiting:
                page.waiting.cancel()
        self._reader.shutdown(wait=False, cancel_futures=True)

    def due(self, page: Page, quiet: float | None = None) -> None:
        """The page is to be read, once it has been quiet."""
        page.turn()
        if page.waiting:
            page.waiting.cancel()
        if not self.asks_itself:
            page.waiting = asyncio.ensure_future(self._settled(page, self._quiet if quiet is None else quiet))

    def edited(self, page: Page, quiet: float | None = None) -> None:
        """The page is to be read, and so are the open drafts of its story, which are held against it."""
        self.due(page, quiet)
        if page.checked is not None and page.checked.story is not None:
            for other in self.pages.values():
                if other is not page and other.checked is not None and other.checked.story is not None:
                    self.due(other, quiet)

    async def _settled(self, page: Page, quiet: float) -> None:
        await asyncio.sleep(quiet)
        edition = page.edition
        checked = await self._read(page)
        if page.edition == edition and self.pages.get(page.uri) is page:
            self.publish(page.uri, self.diagnostics(page, checked), page.version)
            await self.tell_house()

    async def checked(self, page: Page) -> Checked:
        """What is found in the page as it now stands, however often it changes meanwhile."""
        while page.checked is None or page.checked_edition != page.edition:
            await self._read(page)
        return page.checked

    async def _read(self, page: Page) -> Checked:
        if page.checked is not None and page.checked_edition == page.edition:
            return page.checked
        edition = page.edition
        if page.lost:
            checked = NOTHING._replace(troubles=(lost(page),))
        else:
            try:
                others = [
                    (each.copy, story)
                    for each in self.pages.values()
                    if (story := beside(each, page)) is not None
                ]
                checked = await self.off_the_loop(self._work, page, edition, page.copy, others)
            except Trouble as trouble:
                checked = NOTHING._replace(troubles=(trouble,))
        if page.edition == edition:
            page.checked, page.checked_edition = checked, edition
        return checked

    def _work(self, page: Page, edition: int, copy: Copy, others: list[tuple[Copy, str]]) -> Checked:
        """On the reading thread. A page that has changed while this was in the queue is not read."""
        return self.office.check(copy, others) if page.edition == edition else NOTHING

    # Telling.

    def diagnostics(self, page: Page, checked: Checked) -> list[types.Diagnostic]:
        """What is found in a page, in the order of the draft, and above it what was in the way."""
        return [
            *(self.trouble(trouble, page.uri) for trouble in checked.troubles),
            *(diagnostic for _, diagnostic in self.shown(checked)),
        ]

    def shown(self, checked: Checked) -> list[tuple[Finding, types.Diagnostic]]:
        dresser = Dresser(checked.rules, checked.sources, self.encoding, self.address)
        structure = self.protocol._converter.structure
        return [
            (finding, structure(dresser.diagnostic(finding), types.Diagnostic))
            for finding in checked.findings
        ]

    def trouble(self, trouble: Trouble, uri: str) -> types.Diagnostic:
        """What could not be done, at its place where that is in the file itself, else at its beginning."""
        here = trouble.path is not None and self.address(trouble.path) == uri
        line = max((trouble.line or 1) - 1, 0) if here else 0
        column = max((trouble.column or 1) - 1, 0) if here else 0
        at = types.Position(line, column)
        message = trouble.message if here else str(trouble)
        remedy = f" {trouble.remedy.rstrip('.')}." if trouble.remedy else ""
        return types.Diagnostic(
            types.Range(at, at),
            f"{message[:1].upper()}{message[1:].rstrip('.')}.{remedy}",
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
        )

    def address(self, path: str) -> str:
        """The URI of a path: the editor's own where it has the file open."""
        absolute = os.path.abspath(path)
        known = (page.uri for page in self.pages.values() if page.path in (path, absolute))
        return next(known, None) or from_fs_path(absolute) or absolute

    def publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    async def tell_house(self) -> None:
        """Tell what is wrong with configs and rules, in those files; and what no longer is."""
        troubles = [each for each in await self.off_the_loop(self.office.house_troubles) if each.path]
        by_file: dict[str, list[types.Diagnostic]] = {}
        for trouble in troubles:
            uri = self.address(str(trouble.path))
            by_file.setdefault(uri, []).append(self.trouble(trouble, uri))
        for uri in self._told - by_file.keys():
            self.publish(uri, [])
        for uri, diagnostics in by_file.items():
            self.publish(uri, diagnostics)
        self._told = set(by_file)

    async def look(self) -> None:
        """Read everything again where a config or rule has changed."""
        if not await self.off_the_loop(self.office.house_changed):
            return
        for page in self.pages.values():
            self.due(page, 0)
        await self.tell_house()
        if self.asks_itself:
            workspace = self.client_capabilities.workspace
            if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
                self.workspace_diagnostic_refresh(None)  # its answer tells nothing, and may never come

    async def _look_on(self) -> None:
        for told in await self.off_the_loop(self._warm):
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, told))
        while True:
            await asyncio.sleep(LOOK)
            try:
                await self.look()
            except Exception as error:  # a defect of ours must not end the looking
                told = f"looking at configs and rules failed ({type(error).__name__}: {error})"
                self.window_log_message(types.LogMessageParams(types.MessageType.Error, told))

    def _warm(self) -> tuple[str, ...]:
        """Open rules and pipeline, on the reading thread; the plugins that are broken."""
        self.office.open()
        broken = self.office.broken
        gc.freeze()  # all that stays as long as the server: looking it through for garbage takes 100 ms
        return broken

    def edit(self, page: Page, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        """Edits of a page, for just this version of it where the editor can tell them apart."""
        if not self._takes_versions:
            return types.WorkspaceEdit(changes={page.uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(page.uri, page.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])


def beside(page: Page, other: Page) -> str | None:
    """The story that another open page says it tells; None where it says nothing."""
    return None if page is other or page.lost or page.checked is None else page.checked.story


def lost(page: Page) -> Trouble:
    return Trouble(
        f"the editor and newslint no longer see the same text: {page.lost}",
        path=page.path,
        remedy="Save the draft, or close and open it",
    )
