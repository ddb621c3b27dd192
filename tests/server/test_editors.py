"""The server as editors meet it: VS Code counts in UTF-16 and is told, neovim counts in UTF-8 and asks."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.server.conftest import CONFIG, SLAMMED, set_up, until

VSCODE, NEOVIM = "visual_studio_code", "neovim@0.11.0"
DRAFT = (
    "# The bridge\n\n"
    "The 👩‍🔧 advisor slammed it.\n\n"
    "“We were told on Friday that the money for the bridge is gone.”\n\n"
    "“My advisor told me,” said Ann Rowe, the mayor.\n"
)
COLUMNS = {VSCODE: (10, 17), NEOVIM: (16, 23)}  # of “advisor” on line 3


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "newslint", "lsp"]),
    params=[VSCODE, NEOVIM],
    scope="module",
)
async def client(
    lsp_client: LanguageClient, request: pytest.FixtureRequest, house: Path
) -> AsyncIterator[None]:
    other = set_up(house.parent / f"other-{COLUMNS[request.param][0]}")
    (other / "newslint.toml").write_text(CONFIG.replace('"house", ', ""), encoding="utf-8")
    folders = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in (house, other)]
    lsp_client.profile = request.param  # type: ignore[attr-defined]
    lsp_client.other = other  # type: ignore[attr-defined]
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            root_uri=house.as_uri(),
            workspace_folders=folders,
        )
    )
    yield
    await lsp_client.shutdown_session()


class Open:
    """A draft that is open in an editor, under a name that no other test gave one."""

    numbers = count()

    def __init__(self, client: LanguageClient, path: Path, text: str) -> None:
        self.path = path.with_stem(f"{path.stem}-{next(self.numbers)}")
        self.client, self.uri, self.version = client, self.path.as_uri(), 1
        self.name = types.TextDocumentIdentifier(self.uri)
        language = "markdown" if path.suffix == ".md" else "plaintext"
        document = types.TextDocumentItem(self.uri, language, 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def type(self, line: int, start: int, end: int, text: str) -> None:
        """Type over what stands there. What the editor was told of before must have come."""
        self.version += 1
        reach = types.Range(types.Position(line, start), types.Position(line, end))
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangePartial(reach, text)],
            )
        )

    async def diagnostics(self) -> list[types.Diagnostic]:
        """What the editor is told next of the draft, or answered."""
        assert self.client.capabilities.text_document
        if self.client.capabilities.text_document.diagnostic:
            params = types.DocumentDiagnosticParams(self.name)
            report = await self.client.text_document_diagnostic_async(params)
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return list(report.items)
        await until(lambda: self.uri in self.client.diagnostics)
        return list(self.client.diagnostics.pop(self.uri))

    async def actions(self, line: int, character: int, *only: str) -> list[types.CodeAction]:
        at = types.Position(line, character)
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(self.name, types.Range(at, at), context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, line: int, character: int) -> str:
        params = types.HoverParams(self.name, types.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found else ""

    def close(self) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.name))


def codes(diagnostics: list[types.Diagnostic]) -> list[object]:
    return [each.code for each in diagnostics]


def edits(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit
    if action.edit.document_changes:
        (document,) = action.edit.document_changes
        assert isinstance(document, types.TextDocumentEdit)
        return [edit for edit in document.edits if isinstance(edit, types.TextEdit)]
    assert action.edit.changes
    ((_, found),) = action.edit.changes.items()
    return list(found)


@pytest.mark.asyncio
async def test_findings_stand_where_the_editor_counts_them(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "draft.md", DRAFT)
    spelling, slammed, quote = await draft.diagnostics()
    assert codes([spelling, slammed, quote]) == ["house/spelling", "house/slammed", "quotes/unattributed"]
    start, end = COLUMNS[client.profile]  # type: ignore[attr-defined]
    assert spelling.range == types.Range(types.Position(2, start), types.Position(2, end))
    assert slammed.severity is types.DiagnosticSeverity.Error
    assert spelling.severity is types.DiagnosticSeverity.Information
    assert slammed.code_description
    assert slammed.code_description.href == "https://www.ap.org/about/news-values-and-principles/"
    draft.close()


@pytest.mark.asyncio
async def test_an_edit_is_read_and_what_it_settles_is_gone(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "draft.md", DRAFT)
    await draft.diagnostics()
    start, end = COLUMNS[client.profile]  # type: ignore[attr-defined]
    draft.type(2, start, end, "adviser")
    assert codes(await draft.diagnostics()) == ["house/slammed", "quotes/unattributed"]
    draft.close()


@pytest.mark.asyncio
async def test_what_has_not_changed_is_not_sent_again(client: LanguageClient, house: Path) -> None:
    assert client.capabilities.text_document
    if not client.capabilities.text_document.diagnostic:
        return  # this editor is told, and asks nothing
    draft = Open(client, house / "draft.md", DRAFT)
    params = types.DocumentDiagnosticParams(draft.name)
    first = await client.text_document_diagnostic_async(params)
    assert first.result_id
    params.previous_result_id = first.result_id
    again = await client.text_document_diagnostic_async(params)
    assert again == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id)
    draft.type(0, 0, 0, "# New\n\n")
    changed = await client.text_document_diagnostic_async(params)
    assert isinstance(changed, types.RelatedFullDocumentDiagnosticReport)
    draft.close()


@pytest.mark.asyncio
async def test_quick_fixes_safe_ones_first_and_never_in_quotations(
    client: LanguageClient, house: Path
) -> None:
    draft = Open(client, house / "draft.md", DRAFT)
    start, end = COLUMNS[client.profile]  # type: ignore[attr-defined]
    fix, ignore, everything = await draft.actions(2, start)
    assert (fix.title, fix.is_preferred) == ("Replace “advisor” by “adviser”", True)
    reach = types.Range(types.Position(2, start), types.Position(2, end))
    assert edits(fix) == [types.TextEdit(reach, "adviser")]
    assert [each.code for each in fix.diagnostics or ()] == ["house/spelling"]
    assert ignore.title == "Ignore house/spelling here, with a reason"
    assert edits(everything) == [types.TextEdit(reach, "adviser")]
    only = await draft.actions(0, 0, "source.fixAll")
    assert [action.kind for action in only] == ["source.fixAll.newslint"]
    assert await draft.actions(0, 0, "refactor") == []
    draft.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
async def test_ignoring_here_silences_the_finding_and_asks_for_the_reason(
    client: LanguageClient, house: Path, name: str
) -> None:
    draft = Open(client, house / name, DRAFT.replace("# ", ""))
    await draft.diagnostics()
    (ignore,) = [each for each in await draft.actions(4, 3) if each.title.startswith("Ignore quotes/")]
    (remark,) = edits(ignore)
    at = remark.range.start
    draft.type(at.line, at.character, at.character, remark.new_text)
    told = await draft.diagnostics()
    assert codes(told) == ["house/spelling", "house/slammed", "newslint/bad-ignore"]
    assert "gives no reason" in told[2].message
    end = remark.new_text.index("]") + 2
    draft.type(at.line, end, end, "the committee asked us to")
    assert codes(await draft.diagnostics()) == ["house/spelling", "house/slammed"]
    draft.close()


@pytest.mark.asyncio
async def test_a_name_added_to_the_vocabulary_is_asked_about_no_more(
    client: LanguageClient, house: Path
) -> None:
    folder = client.other / "names"  # type: ignore[attr-defined]
    folder.mkdir()
    names = folder / "house.yml"
    names.write_text("names:\n- name: Kyiv\n  kind: place", encoding="utf-8")
    config = 'select = ["names/misspelt-later"]\nvocabulary = ["transliterations", "house.yml"]\n'
    (folder / "newslint.toml").write_text(config, encoding="utf-8")
    text = "The ferry left Cleveland at dawn.\n\nIt was back in Clevland by night.\n"
    draft = Open(client, folder / "ferry.txt", text)
    assert codes(await draft.diagnostics()) == ["names/misspelt-later"]
    (add,) = [each for each in await draft.actions(2, 16) if each.title.startswith("Add ")]
    assert add.title == "Add “Clevland” to the house vocabulary (house.yml)"
    assert add.edit
    assert add.edit.changes
    ((where, (edit,)),) = add.edit.changes.items()
    assert (where, edit.range.start) == (names.as_uri(), types.Position(2, 13))
    names.write_text(names.read_text(encoding="utf-8") + edit.new_text, encoding="utf-8")
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    draft.close()
    again = Open(client, folder / "ferry.txt", text)
    assert await again.diagnostics() == []
    names.write_text("names: [", encoding="utf-8")
    await until(lambda: client.diagnostics.get(names.as_uri()))
    again.close()


@pytest.mark.asyncio
async def test_hover_tells_why_and_who(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "draft.md", DRAFT)
    start, _ = COLUMNS[client.profile]  # type: ignore[attr-defined]
    told = await draft.hover(2, start + 1)
    assert "**adviser, not advisor**" in told
    assert "The house spelling is adviser." in told
    assert "The **advisor** left." in told
    line = DRAFT.splitlines()[6]
    before = line[: line.index("Rowe")].encode("utf-8" if client.profile == NEOVIM else "utf-16-le")  # type: ignore[attr-defined]
    column = len(before) if client.profile == NEOVIM else len(before) // 2  # type: ignore[attr-defined]
    told = await draft.hover(6, column)
    assert "**Ann Rowe** (named)" in told
    assert "“My advisor told me,” said Ann Rowe, the mayor." in told
    assert await draft.hover(0, 3) == ""
    draft.close()


@pytest.mark.asyncio
async def test_outline_and_audit(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "draft.md", DRAFT)
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(draft.name))
    outline = {each.name: [child.name for child in each.children or ()] for each in symbols or ()}  # type: ignore[union-attr]
    assert outline == {
        "Quotations": ["Ann Rowe", "Nobody named"],
        "Sources": ["Ann Rowe"],
        "Dates": ["Friday"],
    }
    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(draft.name)) or ()
    assert lens.command
    assert lens.command.title == "1 source: 1 named · 2 quotations, 1 of nobody named"
    draft.close()


@pytest.mark.asyncio
async def test_each_folder_has_its_config(client: LanguageClient, house: Path) -> None:
    other = client.other  # type: ignore[attr-defined]
    draft = Open(client, other / "draft.md", DRAFT)
    assert codes(await draft.diagnostics()) == ["quotes/unattributed"]
    draft.close()


@pytest.mark.asyncio
async def test_a_draft_that_the_config_excludes_is_not_read(client: LanguageClient, house: Path) -> None:
    other = client.other  # type: ignore[attr-defined]
    config = (other / "newslint.toml").read_text(encoding="utf-8")
    (other / "newslint.toml").write_text(f'exclude = ["attic/"]\n{config}', encoding="utf-8")
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    draft = Open(client, other / "attic" / "old.md", DRAFT)
    assert await draft.diagnostics() == []
    assert not await client.text_document_code_lens_async(types.CodeLensParams(draft.name))
    draft.close()


@pytest.mark.asyncio
async def test_rules_and_configs_are_watched_and_their_mistakes_told_in_their_files(
    client: LanguageClient, house: Path
) -> None:
    rule, config = house / "rules" / "house" / "slammed.yml", house / "newslint.toml"
    draft = Open(client, house / "draft.md", DRAFT)
    assert "house/slammed" in codes(await draft.diagnostics())
    told = client.diagnostics
    try:
        told.pop(draft.uri, None)
        rule.write_text(SLAMMED.replace("avoid:", "avoids:"), encoding="utf-8")
        await until(lambda: told.get(rule.as_uri()))
        (wrong,) = told[rule.as_uri()]
        assert (wrong.range.start.line, wrong.severity) == (6, types.DiagnosticSeverity.Error)
        assert "“avoids” is not a verb" in wrong.message
        assert "house/slammed" not in codes(await draft.diagnostics())

        told.pop(draft.uri, None)
        rule.write_text(SLAMMED, encoding="utf-8")
        config.write_text(CONFIG + "slect = []\n", encoding="utf-8")
        await until(lambda: told.get(config.as_uri()))
        assert "did you mean" in told[config.as_uri()][0].message
        assert not told[rule.as_uri()]
        (blocked,) = await draft.diagnostics()
        assert "newslint.toml:3" in blocked.message
    finally:
        rule.write_text(SLAMMED, encoding="utf-8")
        config.write_text(CONFIG, encoding="utf-8")
    told.pop(draft.uri, None)
    await until(lambda: not told[config.as_uri()])
    assert "house/slammed" in codes(await draft.diagnostics())
    draft.close()


@pytest.mark.asyncio
async def test_drafts_of_one_story_are_compared_as_they_stand_in_the_editor(
    client: LanguageClient, house: Path
) -> None:
    story = (
        "---\nstory: pool\ndate: 2025-12-{}\n---\n\nThe council shut the pool, {} Rowe, the mayor, said.\n"
    )
    folder = client.other / "pool"  # type: ignore[attr-defined]
    config = folder / "newslint.toml"
    folder.mkdir()
    config.write_text('select = ["stories"]\n', encoding="utf-8")
    first = Open(client, folder / "first.md", story.format("01", "Ann"))
    assert await first.diagnostics() == []
    second = Open(client, folder / "second.md", story.format("02", "Anna"))
    (differs,) = await second.diagnostics()
    assert differs.code == "stories/name-differs"
    (there,) = differs.related_information or ()
    assert there.location.uri == first.uri
    assert there.location.range.start.line == 5
    line = story.splitlines()[5].format("Ann")
    client.diagnostics.pop(second.uri, None)
    first.type(5, line.index("Ann"), line.index("Ann") + 3, "Anna")  # the other draft is read again
    assert await second.diagnostics() == []
    first.close()
    second.close()


@pytest.mark.asyncio
async def test_an_empty_draft_is_no_mistake(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "empty.md", "\n")
    assert await draft.diagnostics() == []
    draft.close()


@pytest.mark.asyncio
async def test_a_draft_that_was_never_saved_is_read(client: LanguageClient) -> None:
    uri = "untitled:Untitled-1"
    document = types.TextDocumentItem(uri, "markdown", 1, DRAFT)
    client.diagnostics.pop(uri, None)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    report = await client.text_document_diagnostic_async(params)
    assert "quotes/unattributed" in codes(list(getattr(report, "items", ())))
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))


@pytest.mark.asyncio
async def test_a_draft_deleted_while_it_is_open_is_still_read(client: LanguageClient, house: Path) -> None:
    draft = Open(client, house / "gone.md", DRAFT)
    draft.path.write_text(DRAFT, encoding="utf-8")
    await draft.diagnostics()
    os.unlink(draft.path)
    client.text_document_did_save(types.DidSaveTextDocumentParams(draft.name, DRAFT))
    draft.type(0, 0, 0, "# More\n\n")
    assert "house/slammed" in codes(await draft.diagnostics())
    draft.close()
