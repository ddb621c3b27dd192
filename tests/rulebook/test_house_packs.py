"""The packs that newslint brings and reads only where a config names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import load_config
from newslint.language.pipeline import Pipeline
from newslint.plugins import load_plugins
from newslint.rulebook.book import load_book
from newslint.rulebook.examples import run_examples
from newslint.rulebook.packaged import house_packs
from newslint.rulebook.rule import load_rule

FILES = [file for pack in house_packs().values() for file in sorted(pack.folder.glob("*/*.yml"))]


def test_there_are_packs() -> None:
    assert set(house_packs()) >= {"ap-dates", "ap-names", "ap-quotes", "hard-news", "uk-dates"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_examples_hold(file: Path) -> None:
    results = run_examples(load_rule(file, load_plugins().checks), Pipeline("blank"))
    assert results
    assert [str(result) for result in results if not result.ok] == []


def test_a_pack_is_read_only_where_a_config_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    plugins = load_plugins()
    plain = load_book(load_config().effective("a.txt").packs(plugins.packs), plugins.checks)
    assert not any(name.startswith(("dates/ap-", "dates/uk-")) for name in plain.rules)
    (tmp_path / "newslint.toml").write_text('packs = ["ap-dates"]\n')
    named = load_book(load_config().effective("a.txt").packs(plugins.packs), plugins.checks)
    assert {name for name in named.rules if name not in plain.rules} == {
        "dates/ap-date",
        "dates/ap-time",
        "dates/ap-today",
    }
