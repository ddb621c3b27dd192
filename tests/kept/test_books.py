"""Books kept between runs: never an old one, never somebody else's, and never a mistake lost."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from newslint.kept import books
from newslint.kept.folder import BOOKS, home
from newslint.model import Trouble
from newslint.plugins import load_plugins
from newslint.rulebook.book import Book
from newslint.rulebook.pack import Pack
from newslint.rulebook.selection import command_line

RULE = """\
rule: house/purple
title: Do not write purple
severity: warning
why: |
  We have better words.
see: https://example.org/policy
avoid: {words: [purple]}
message: Another word for “{match}”?
examples:
  flags: |
    The [[purple]] word.
    Nobody likes a [[purple]] word.
  passes: |
    The plain word.
    “The plain word,” she said.
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    """A pack of one rule, and an empty shelf."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    rule = tmp_path / "rules" / "house" / "purple.yml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE, encoding="utf-8")
    return Pack("house", tmp_path / "rules")


def opening(pack: Pack) -> tuple[Book, tuple[Trouble, ...]]:
    plugins = load_plugins()
    return books.open_book([pack], plugins, lambda: plugins.checks)


def opened(pack: Pack) -> Book:
    book, troubles = opening(pack)
    assert not troubles
    return book


def kept() -> list[Path]:
    return sorted((home() / BOOKS).glob("*"))


def refuse(*_: object) -> None:
    raise AssertionError("the rules were read again")


def test_a_book_is_read_once(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(pack)
    monkeypatch.setattr(books, "read_pack", refuse)
    again = opened(pack)
    assert dict(again.rules) == first.rules
    assert again.rules["house/purple"].options == first.rules["house/purple"].options
    assert len(kept()) == 1


def test_the_mistakes_of_a_kept_book_still_have_places(pack: Pack) -> None:
    preset = pack.folder / "presets" / "opinion.yml"
    preset.parent.mkdir()
    preset.write_text(
        "kind: opinion\nwhy: It may.\nrules:\n  house/purpel: {level: off, because: x}\n", encoding="utf-8"
    )
    fresh, taken = opened(pack).preset_mistakes(), opened(pack).preset_mistakes()
    assert [(t.message, t.path, t.line, t.column) for t in fresh] == [
        (t.message, t.path, t.line, t.column) for t in taken
    ]
    assert taken[0].line == 4


def test_a_changed_rule_makes_another_book(pack: Pack) -> None:
    opened(pack)
    (pack.folder / "house" / "purple.yml").write_text(RULE.replace("warning", "error"), encoding="utf-8")
    assert opened(pack).rules["house/purple"].severity.name == "error"


def test_a_change_in_one_pack_costs_no_other(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other" / "house" / "green.yml"
    other.parent.mkdir(parents=True)
    other.write_text(RULE.replace("purple", "green"), encoding="utf-8")
    packs, plugins = [pack, Pack("other", tmp_path / "other")], load_plugins()
    books.open_book(packs, plugins, lambda: plugins.checks)
    other.write_text(other.read_text(encoding="utf-8").replace("warning", "error"), encoding="utf-8")
    read: list[str] = []
    real = books.read_pack
    monkeypatch.setattr(books, "read_pack", lambda pack, verbs: read.append(pack.name) or real(pack, verbs))
    book, _ = books.open_book(packs, plugins, lambda: plugins.checks)
    assert read == ["other"]
    assert {name: head.severity.name for name, head in book.heads.items()} == {
        "house/purple": "warning",
        "house/green": "error",
    }


def test_another_folder_makes_another_book(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paths in messages begin where one stands."""
    opened(pack)
    monkeypatch.chdir(pack.folder)
    assert opened(pack).rules["house/purple"].path == os.path.join("house", "purple.yml")


def test_a_file_overlooked_later_is_told(pack: Pack) -> None:
    opened(pack)
    (pack.folder / "house" / "green.yaml").write_text(RULE, encoding="utf-8")
    _, troubles = opening(pack)
    assert [trouble.message for trouble in troubles] == ["rule files end in .yml"]


def test_a_book_with_a_mistake_is_not_kept(pack: Pack) -> None:
    (pack.folder / "house" / "green.yml").write_text(RULE, encoding="utf-8")  # its name is purple
    for _ in range(2):
        _, troubles = opening(pack)
        assert len(troubles) == 1
    assert kept() == []


@pytest.mark.parametrize("content", [b"", b"\x80\x05 half a book", pickle.dumps("no book")])
def test_what_is_no_book_is_replaced(pack: Pack, content: bytes) -> None:
    opened(pack)
    (place,) = kept()
    place.write_bytes(content)
    assert "house/purple" in opened(pack).rules
    assert isinstance(pickle.loads(place.read_bytes()), books.Kept)


def test_a_rule_that_was_kept_broken_is_read_again(pack: Pack) -> None:
    first = opened(pack)
    (place,) = kept()
    book = pickle.loads(place.read_bytes())
    place.write_bytes(pickle.dumps(book._replace(rules={"house/purple": b"\x80\x05 half a rule"})))
    assert opened(pack).rules["house/purple"] == first.rules["house/purple"]


def test_rules_that_do_not_run_are_not_opened(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack.folder / "house" / "green.yml").write_text(RULE.replace("purple", "green"), encoding="utf-8")
    opened(pack)
    book = opened(pack)
    monkeypatch.setattr(pickle, "loads", refuse)
    layer = command_line(["house/purple", "house/green"], [], ["house/purple", "house/green"])
    with pytest.raises(Trouble, match="no rule is left"):
        book.choose([layer])


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner on this system")
def test_a_book_of_another_user_is_not_opened(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(pack)
    real = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: real + 1)
    monkeypatch.setattr(pickle, "load", refuse)
    assert "house/purple" in opened(pack).rules


def test_a_shelf_that_cannot_be_written_costs_nothing(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert "house/purple" in opened(pack).rules


def test_few_books_are_kept(pack: Pack) -> None:
    for number in range(books.MOST + 3):
        changed = RULE.replace("We have", f"We have {number}")
        (pack.folder / "house" / "purple.yml").write_text(changed, encoding="utf-8")
        opened(pack)
    assert len(kept()) == books.MOST
