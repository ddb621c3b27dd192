"""Editors that break the rules, and those that go without a word: the server says so, and lives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.files import LARGEST
from tests.server.raw import SECONDS, Client, typed

DRAFT = "The pool is shut.\n\n“We were told on Friday that the money for the bridge is gone.”\n"


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    client = Client()
    yield client
    assert client.leave() == 0


@pytest.mark.parametrize(
    "edit",
    [typed(90, 0, 0, "x"), typed(2**31 - 1, 5, 5, "x"), {"range": None, "text": None}, typed(0, -1, 4, "x")],
)
def test_an_edit_out_of_range_is_told_until_the_draft_is_sent_anew(
    client: Client, tmp_path: Path, edit: dict[str, object]
) -> None:
    uri = (tmp_path / "draft.txt").as_uri()
    client.open(uri, DRAFT)
    assert [each["code"] for each in client.told(uri, 1)] == ["quotes/unattributed"]
    client.change(uri, 2, edit)
    client.change(uri, 3, typed(0, 0, 0, "x"))
    (lost,) = client.told(uri, 3)
    assert "no longer see the same text" in lost["message"]
    assert "Save the draft" in lost["message"]
    where = {"uri": uri}
    at = {"line": 0, "character": 0}
    assert client.ask("textDocument/hover", textDocument=where, position=at)["result"] is None
    client.tell("textDocument/didSave", textDocument=where, text=DRAFT)
    assert [each["code"] for each in client.told(uri, 3)] == ["quotes/unattributed"]
    client.tell("textDocument/didClose", textDocument=where)


def test_of_many_edits_at_once_the_last_is_told(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "quick.txt").as_uri()
    client.open(uri, "The pool is shut.\n")
    for version in range(2, 40):
        client.change(uri, version, typed(0, 0, 0, "x"))
    client.change(uri, 40, {"text": DRAFT})
    versions = []
    while not versions or versions[-1] != 40:
        came = client.next()
        if came.get("method") == "textDocument/publishDiagnostics" and came["params"]["uri"] == uri:
            versions.append(came["params"]["version"])
    assert len(versions) < 20, "what is overtaken is not told"
    assert versions == sorted(versions)


def test_what_is_asked_of_a_draft_that_is_not_open_is_nothing(client: Client) -> None:
    where = {"uri": "file:///no/such/draft.txt"}
    at = {"line": 3, "character": 4}
    reach = {"start": at, "end": at}
    assert client.ask("textDocument/hover", textDocument=where, position=at)["result"] is None
    assert client.ask("textDocument/documentSymbol", textDocument=where)["result"] is None
    assert client.ask("textDocument/codeLens", textDocument=where)["result"] == []
    answer = client.ask(
        "textDocument/codeAction", textDocument=where, range=reach, context={"diagnostics": []}
    )
    assert answer["result"] == []
    client.change("file:///no/such/draft.txt", 2, typed(0, 0, 0, "x"))
    client.tell("textDocument/didClose", textDocument=where)


def test_a_draft_that_is_too_large_is_named(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "large.txt").as_uri()
    client.open(uri, "The pool is shut.\n" * (LARGEST // 18 + 1))
    (told,) = client.told(uri, 1)
    assert "too large for a draft" in told["message"]
    where, at = {"uri": uri}, {"line": 1, "character": 1}
    assert client.ask("textDocument/hover", textDocument=where, position=at)["result"] is None
    assert client.ask("textDocument/documentSymbol", textDocument=where)["result"] == []
    assert client.ask("textDocument/codeLens", textDocument=where)["result"] == []
    client.change(uri, 2, typed(3, 0, 3, "That"))
    (still,) = client.told(uri, 2)
    assert still["message"] == told["message"]
    client.change(uri, 3, {"text": DRAFT})
    assert [each["code"] for each in client.told(uri, 3)] == ["quotes/unattributed"]


def test_half_a_character_is_named(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "half.txt").as_uri()
    client.open(uri, "The pool \ud83d is shut.\n")
    (told,) = client.told(uri, 1)
    assert "half a character" in told["message"]


def test_an_editor_that_goes_without_a_word_takes_the_server_with_it(tmp_path: Path) -> None:
    client = Client()
    uri = (tmp_path / "draft.txt").as_uri()
    client.open(uri, DRAFT)
    client.change(uri, 2, typed(0, 0, 3, "That"))
    assert client.server.stdin
    assert client.server.stdout
    client.server.stdin.close()
    client.server.stdout.close()
    assert client.server.wait(SECONDS) == 1
