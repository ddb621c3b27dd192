"""What an editor tells and asks, a function each."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from hashlib import blake2b

from lsprotocol import types

from newslint.proofs import Copy, Order
from newslint.server import actions, telling
from newslint.server.office import NOTHING, Office
from newslint.server.pages import Page, path_of
from newslint.server.serving import QUIET, SOURCE, Server
from newslint.server.text import OutOfRange, Text


def result_id(diagnostics: Iterable[types.Diagnostic]) -> str:
    return blake2b(repr(list(diagnostics)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def serve(order: Order, quiet: float = QUIET) -> Server:
    """A server with everything it answers, not yet started."""
    server = Server(order, quiet)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.start()

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.stop()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = path_of(document.uri, document.language_id)
        page = Page(document.uri, path, Text(document.text, server.encoding), document.version)
        server.pages[document.uri] = page
        server.due(page, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        page = server.pages.get(params.text_document.uri)
        if page is None:
            return
        page.version = params.text_document.version
        whole = params.content_changes and isinstance(
            params.content_changes[0], types.TextDocumentContentChangeWholeDocument
        )
        try:
            if not page.lost or whole:
                page.text = page.text.changed(params.content_changes)
                page.lost = ""
        except OutOfRange as error:
            page.lost = f"an edit was made at a place that is not there ({error})"
        server.edited(page)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=True))
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        page = server.pages.get(params.text_document.uri)
        if page is not None and params.text is not None and (page.lost or params.text != page.text.text):
            page.text, page.lost = Text(params.text, server.encoding), ""
            server.edited(page, 0)
        await server.look()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        page = server.pages.pop(params.text_document.uri, None)
        if page is None:
            return
        server.edited(page, 0)  # the drafts of its story now meet the one on the disk
        if page.waiting:
            page.waiting.cancel()
        if not server.asks_itself:
            server.publish(page.uri, [])

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_: types.DidChangeWatchedFilesParams) -> None:
        await server.look()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def folders(_: types.DidChangeWorkspaceFoldersParams) -> None:
        await server.look()

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier=SOURCE),
    )
    async def pulled(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        page = server.pages.get(params.text_document.uri)
        if page is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        diagnostics = server.diagnostics(page, await server.checked(page))
        known_as = result_id(diagnostics)
        await server.tell_house()
        if known_as == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(known_as)
        return types.RelatedFullDocumentDiagnosticReport(diagnostics, result_id=known_as)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, actions.FIX_ALL]),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        page = server.pages.get(params.text_document.uri)
        checked = await server.checked(page) if page else NOTHING
        draft = checked.draft
        if page is None or draft is None:
            return []
        wrap = functools.partial(server.edit, page)
        here = [pair for pair in server.shown(checked) if meets(pair[1].range, params.range)]
        names = [finding for finding, _ in here]
        made = await server.off_the_loop(server.office.additions, page.copy, names, server.encoding)
        found = [
            *actions.fixes(here, draft, page.text, wrap),
            *actions.learnt(here, made, server.address),
            *actions.ignores(here, draft, page.text, wrap),
            *actions.fix_all(checked.findings, draft, page.text, wrap),
        ]
        only = params.context.only
        return [
            action
            for action in found
            if only is None or wanted(str(getattr(action.kind, "value", action.kind)), only)
        ]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        page = server.pages.get(params.text_document.uri)
        checked = await server.checked(page) if page else NOTHING
        if page is None or checked.draft is None:
            return None
        at = types.Range(params.position, params.position)
        told, reach = [], None
        for finding, diagnostic in server.shown(checked):
            if finding.start is not None and meets(diagnostic.range, at):
                rule = await server.off_the_loop(server.office.rule, finding.rule, page.path)
                told.append(telling.about_finding(finding, rule))
                reach = reach or diagnostic.range
        try:
            offset = page.text.offset(params.position)
        except OutOfRange:
            return None
        source = await server.off_the_loop(about_source_at, server.office, page.copy, offset)
        if source:
            told.append(source[0])
            reach = reach or page.text.range(*source[1])
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(told))
        return types.Hover(content, reach) if told else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        page = server.pages.get(params.text_document.uri)
        if page is None or page.lost:
            return None
        symbols = await server.off_the_loop(outline_of, server.office, page.copy, page.text)
        return symbols if server.nests_symbols else list(telling.flat(symbols, page.uri))

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    async def above(params: types.CodeLensParams) -> list[types.CodeLens]:
        page = server.pages.get(params.text_document.uri)
        if page is None or page.lost:
            return []
        told = await server.off_the_loop(audit_of, server.office, page.copy)
        top = types.Range(types.Position(0, 0), types.Position(0, 0))
        return [types.CodeLens(top, types.Command(told, ""))] if told else []

    return server


def about_source_at(office: Office, copy: Copy, offset: int) -> tuple[str, tuple[int, int]] | None:
    story = office.story(copy)
    found = telling.source_at(story, offset) if story else None
    return (telling.about_source(story, found[0]), found[1]) if story and found else None


def outline_of(office: Office, copy: Copy, text: Text) -> list[types.DocumentSymbol]:
    story = office.story(copy)
    return telling.outline(story, text) if story else []


def audit_of(office: Office, copy: Copy) -> str:
    story = office.story(copy)
    return telling.audit(story) if story else ""


def meets(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges touch."""
    return telling.place(one.start) <= telling.place(other.end) and telling.place(
        other.start
    ) <= telling.place(one.end)


def wanted(kind: str, only: Iterable[str | types.CodeActionKind]) -> bool:
    """Whether an action is of a kind that was asked for; ``source.fixAll`` takes in that of newslint."""
    asked = [str(getattr(each, "value", each)) for each in only]
    return any(kind == each or kind.startswith(f"{each}.") for each in asked)
