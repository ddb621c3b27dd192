"""docs/presets.md: its kinds, its example and its claims, held against the presets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.model import Severity
from newslint.plugins import load_plugins
from newslint.rulebook.book import Book, load_book
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.pack import Pack
from newslint.rulebook.selection import Layer, Statement

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "presets.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```yaml\n(kind: .*?)^```", PAGE, re.M | re.S)


@pytest.fixture(scope="module")
def book() -> Book:
    plugins = load_plugins()
    return load_book(plugins.packs, plugins.checks)


def test_the_table_has_every_kind(book: Book) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M)) == set(book.presets)


def test_the_example_is_a_sound_preset(tmp_path: Path) -> None:
    (tmp_path / "presets").mkdir()
    (tmp_path / "presets" / "obituary.yml").write_text(EXAMPLE, encoding="utf-8")
    plugins = load_plugins()
    book = load_book([*plugins.packs, Pack("house", tmp_path)], plugins.checks)
    assert book.preset_mistakes() == ()
    assert book.choose(kind="obituary")


def test_the_config_holds_over_the_preset(book: Book) -> None:
    layer = Layer(Unplaced("newslint.toml"), (Statement("headlines/question", on=True),))
    assert "headlines/question" not in {chosen.rule.name for chosen in book.choose(kind="opinion")}
    assert "headlines/question" in {chosen.rule.name for chosen in book.choose((layer,), kind="opinion")}


def test_what_is_certain_stays_an_error_in_every_kind(book: Book) -> None:
    for presets in book.presets.values():
        for preset, _ in presets:
            for name, said in preset.rules.items():
                assert said.level is None or book.rules[name].severity is not Severity.error, name


def test_no_preset_turns_a_question_of_law_off(book: Book) -> None:
    for kind in book.presets:
        ran = {chosen.rule.name for chosen in book.choose(kind=kind)}
        assert {name for name in book.rules if name.startswith("legal/")} <= ran
