from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from newslint import files
from newslint.files import Found, find_drafts, read_file
from newslint.model import Trouble

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True)
class Glob:
    pattern: str

    def matches(self, path: Path, /) -> bool:
        return fnmatch(path.as_posix(), self.pattern)


@dataclass(frozen=True)
class Given:
    include: Iterable[Glob] | None = None
    exclude: Iterable[Glob] | None = None


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "news/c.MD",
        "news/deep/d.txt",
        "news/e.jpg",
        ".git/f.txt",
        "news/.hidden.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The bridge is shut.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def find(*paths: str, given: Given = Given()) -> Found:
    return find_drafts(paths, SUFFIXES, lambda _: given)


def names(*parts: str) -> tuple[str, ...]:
    return tuple(os.path.join(*part.split("/")) for part in parts)


def test_folders_are_walked_in_order(desk: Path) -> None:
    assert find(".").drafts == names("a.md", "b.txt", "news/c.MD", "news/deep/d.txt")
    assert find("news").drafts == names("news/c.MD", "news/deep/d.txt")
    assert find(str(desk / "news")).drafts == (
        str(desk / "news" / "c.MD"),
        str(desk / "news" / "deep" / "d.txt"),
    )


def test_each_draft_is_read_once(desk: Path) -> None:
    assert find("b.txt", "./b.txt", ".", "a.md", "news", "news").drafts == names(
        "a.md", "b.txt", "news/c.MD", "news/deep/d.txt"
    )
    assert not find("news", "news/deep").troubles


def test_virtual_environments_and_packages_are_no_drafts(desk: Path) -> None:
    for name in ("env/pyvenv.cfg", "env/notes.md", "node_modules/x/readme.md"):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text("x")
    assert find(".").drafts == names("a.md", "b.txt", "news/c.MD", "news/deep/d.txt")


def test_links_that_lead_back_do_no_harm(desk: Path) -> None:
    (desk / "news" / "back").symlink_to(desk)
    (desk / "news" / "self").symlink_to(desk / "news" / "self")
    (desk / "again.txt").symlink_to(desk / "b.txt")
    found = find(".")
    assert sorted(os.path.realpath(draft) for draft in found.drafts) == sorted(
        str(desk.resolve() / name) for name in names("a.md", "b.txt", "news/c.MD", "news/deep/d.txt")
    )


def test_the_config_excludes_named_files_and_found_ones(desk: Path) -> None:
    given = Given(exclude=[Glob("*/news/*")])
    assert find(".", given=given).drafts == names("a.md", "b.txt")
    assert find("news/c.MD", "b.txt", given=given) == Found(("b.txt",), 1, ())
    assert find("news/c.MD", "news/e.jpg", given=given) == Found((), 2, ())


def test_the_config_includes(desk: Path) -> None:
    given = Given(include=[Glob("*/news/*")])
    assert find(".", given=given).drafts == names("news/c.MD", "news/deep/d.txt")
    assert find("b.txt", given=given) == Found((), 1, ())
    assert find(".", given=Given(include=[Glob("*/news/*")], exclude=[Glob("*.txt")])).drafts == names(
        "news/c.MD"
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere.txt", "no such"),
        ("nowhere", "no such"),
        ("news/e.jpg", ".jpg"),
        ("Makefile", "no suffix"),
        ("empty", "no drafts"),
    ],
)
def test_what_cannot_be_found_is_said(desk: Path, path: str, told: str) -> None:
    (desk / "empty").mkdir()
    (desk / "Makefile").write_text("all:")
    found = find("b.txt", path)
    assert found.drafts == ("b.txt",)
    (trouble,) = found.troubles
    assert told in trouble.message
    assert trouble.path == path
    assert trouble.remedy


def test_a_folder_whose_drafts_are_all_excluded_is_said(desk: Path) -> None:
    (trouble,) = find("news", given=Given(exclude=[Glob("*")])).troubles
    assert "excluded: 2" in trouble.message


def test_bytes_are_read(desk: Path) -> None:
    assert read_file("b.txt") == b"The bridge is shut."


def test_what_is_no_file_is_refused(desk: Path) -> None:
    os.mkfifo(desk / "pipe.txt")
    (desk / "gone.txt").symlink_to(desk / "nowhere.txt")
    for path, told in (
        ("news", "folder"),
        ("pipe.txt", "pipe"),
        ("gone.txt", "no such"),
        ("b.txt/x", "cannot be read"),
    ):
        with pytest.raises(Trouble, match=told) as raised:
            read_file(path)
        assert raised.value.path == path
        assert raised.value.remedy


def test_what_may_not_be_read_is_refused(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(Trouble, match="permission denied"):
        read_file("b.txt")


def test_what_is_too_large_is_refused(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(Trouble, match="more than 10 bytes"):
        read_file("b.txt")


def test_a_folder_that_may_not_be_listed_is_said(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert "permission denied" in find("news").troubles[0].message
