"""The rules that newslint brings: every file is sound, presets name only what there is."""

from __future__ import annotations

import time

import pytest

from newslint.plugins import load_plugins
from newslint.rulebook.book import Book, load_book


@pytest.fixture(scope="module")
def book() -> Book:
    plugins = load_plugins()
    return load_book(plugins.packs, plugins.checks)


def test_presets_name_only_rules_there_are(book: Book) -> None:
    assert [str(trouble) for trouble in book.preset_mistakes()] == []


def test_every_kind_of_draft_has_rules_to_run(book: Book) -> None:
    assert set(book.presets) == {"news", "feature", "opinion", "court", "sports", "live"}
    for kind in book.presets:
        assert book.choose(kind=kind)


def test_reading_the_rules_is_quick(book: Book) -> None:
    plugins = load_plugins()
    spent = []
    for _ in range(3):
        start = time.process_time()
        load_book(plugins.packs, plugins.checks)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.001 * max(len(book.rules), 20)
