"""The book of rules, kept between runs.

Reading and checking a hundred rule files takes longer than reading a draft, and gives the same book until one
of them, newslint or a plugin changes. So a book without a mistake in it is kept. Each rule is kept by itself:
a run of a few opens those alone, and imports what they need.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from newslint.kept.folder import BOOKS, Folder
from newslint.kept.marks import mark, of_newslint, of_packs, of_plugins
from newslint.model import Trouble
from newslint.plugins import Plugins
from newslint.rulebook.book import Book, read_packs
from newslint.rulebook.pack import Pack
from newslint.rulebook.presets import Preset
from newslint.rulebook.rule import Head, Rule
from newslint.rulebook.selection import Layer
from newslint.rulebook.verbs import Verbs

MOST = 8  # books kept; the one longest unused goes first


class Kept(NamedTuple):
    """A book as it is kept: its rules pickled, each by itself."""

    heads: dict[str, Head]
    rules: dict[str, bytes]
    presets: Mapping[str, tuple[tuple[Preset, Layer], ...]]


class Closed(Mapping[str, Rule]):
    """Kept rules by name, each opened when it is first asked for.

    ``anew`` reads them all from their files, for when one of those kept is broken.
    """

    def __init__(self, rules: Mapping[str, bytes], anew: Callable[[], Mapping[str, Rule]]) -> None:
        self._closed, self._anew = rules, anew
        self._open: dict[str, Rule] = {}

    def __getitem__(self, name: str) -> Rule:
        if name not in self._open:
            try:
                self._open[name] = pickle.loads(self._closed[name])
            except KeyError:
                raise
            except Exception:  # whatever half a rule brings about
                self._open.update(self._anew())
        return self._open[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._closed)

    def __len__(self) -> int:
        return len(self._closed)


def open_book(
    packs: Iterable[Pack], plugins: Plugins, verbs: Callable[[], Verbs]
) -> tuple[Book, tuple[Trouble, ...]]:
    """What ``read_packs`` gives, from what was kept where that very book is there.

    ``verbs`` gives those that rules may use; it is called only where the files are read.
    """
    packs = tuple(packs)
    folder = Folder(BOOKS)
    name = f"{mark(of_newslint(), of_plugins(plugins), of_packs(packs))}.book"
    kept = folder.take(name)
    if isinstance(kept, Kept):
        rules = Closed(kept.rules, lambda: read_packs(packs, verbs())[0].rules)
        return Book(rules, kept.presets, kept.heads), ()
    book, troubles = read_packs(packs, verbs())
    if not troubles and _keep(book, folder, name):
        folder.thin(MOST)
    return book, troubles


def _keep(book: Book, folder: Folder, name: str) -> bool:
    try:
        rules = {rule.name: pickle.dumps(rule, pickle.HIGHEST_PROTOCOL) for rule in book.rules.values()}
    except (pickle.PicklingError, AttributeError, TypeError):  # a plugin's value is of no module's class
        return False
    return folder.put(name, Kept(book.heads, rules, book.presets))
