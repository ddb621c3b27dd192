"""Installed plugins are looked for as files first; what is found there is what importlib.metadata finds."""

from __future__ import annotations

import sys
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest

from newslint.installed import may_have

POINTS = "[console_scripts]\na = b:c\n\n[newslint]\nhouse = house_rules\n"


def install(folder: Path, inside: str, text: str) -> None:
    file = folder / inside
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "inside",
    [
        "house-1.0.dist-info/entry_points.txt",
        "house.egg-info/entry_points.txt",
        "house-1.0-py3.11.egg/EGG-INFO/entry_points.txt",
    ],
)
def test_a_package_that_names_the_group(tmp_path: Path, inside: str) -> None:
    install(tmp_path, inside, POINTS)
    assert may_have("newslint", [str(tmp_path)])
    assert not may_have("newslin", [str(tmp_path)])


def test_spaces_in_the_heading(tmp_path: Path) -> None:
    install(tmp_path, "house-1.0.dist-info/entry_points.txt", "[ newslint ]\nhouse = house_rules\n")
    assert may_have("newslint", [str(tmp_path)])


def test_an_archive_is_always_asked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("house-1.0.dist-info/entry_points.txt", POINTS)
    assert may_have("newslint", [str(tmp_path / "all.zip")])


def test_folders_that_are_not_there(tmp_path: Path) -> None:
    assert not may_have("newslint", [str(tmp_path / "gone"), str(tmp_path)])


def test_a_finder_of_another_kind_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        def find_spec(self, *_: object) -> None:
            return None

        def find_distributions(self, *_: object) -> tuple[()]:
            return ()

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert may_have("newslint")


def test_every_group_that_is_installed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [f for f in sys.meta_path if not hasattr(f, "find_distributions") or isinstance(f, type)]
    monkeypatch.setattr(sys, "meta_path", usual)
    groups = {point.group for package in distributions() for point in package.entry_points}
    assert "console_scripts" in groups
    assert all(may_have(group) for group in groups)
    assert not may_have("newslint.no-such-group")
