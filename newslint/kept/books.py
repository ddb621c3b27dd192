"""The book of rules, kept between runs.

Reading and checking a hundred rule files takes longer than reading a draft, and gives the same book until one
of them, newslint or a plugin changes. So a book without a mistake in it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.kept.folder import BOOKS, Folder
from newslint.kept.marks import mark, of_newslint, of_packs, of_plugins
from newslint.model import Trouble
from newslint.plugins import Plugins
from newslint.rulebook.book import Book, read_packs
from newslint.rulebook.pack import Pack

MOST = 8  # books kept; the one longest unused goes first


def open_book(packs: Iterable[Pack], plugins: Plugins) -> tuple[Book, tuple[Trouble, ...]]:
    """What ``read_packs`` gives, from what was kept where that very book is there."""
    packs = tuple(packs)
    folder = Folder(BOOKS)
    name = f"{mark(of_newslint(), of_plugins(plugins), of_packs(packs))}.book"
    book = folder.take(name)
    if isinstance(book, Book):
        return book, ()
    book, troubles = read_packs(packs, plugins.checks)
    if not troubles and folder.put(name, book):
        folder.thin(MOST)
    return book, troubles
