"""Packs of rules, kept between runs.

Reading and checking a hundred rule files takes longer than reading a draft, and gives the same rules until
one of them, newslint or a plugin changes. So a pack without a mistake in it is kept. Each rule is kept by
itself: a run of a few opens those alone, and imports what they need.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from newslint.kept.folder import BOOKS, UNPICKLABLE, Folder
from newslint.kept.marks import mark, of_newslint, of_packs, of_plugins
from newslint.model import Trouble
from newslint.plugins import Plugins
from newslint.rulebook.book import Book, Contents, bind, read_pack
from newslint.rulebook.pack import Pack
from newslint.rulebook.presets import Preset
from newslint.rulebook.rule import Head, Rule
from newslint.rulebook.selection import Layer
from newslint.rulebook.verbs import Verbs

MOST = 16  # packs kept; the one longest unused goes first


class Kept(NamedTuple):
    """A pack as it is kept: its rules pickled, each by itself."""

    heads: Mapping[str, Head]
    rules: dict[str, bytes]
    presets: tuple[tuple[Preset, Layer], ...]


class Closed(Mapping[str, Rule]):
    """Kept rules by name, each opened when it is first asked for.

    ``anew`` reads them all from their files, for when one of those kept is broken.
    """

    def __init__(self, rules: Mapping[str, bytes], anew: Callable[[], Contents]) -> None:
        self._closed, self._anew = rules, anew
        self._open: dict[str, Rule] = {}

    def __getitem__(self, name: str) -> Rule:
        if name not in self._open:
            closed = self._closed[name]
            try:
                self._open[name] = pickle.loads(closed)
            except Exception:  # whatever half a rule brings about
                self._open.update(self._anew().rules)
        return self._open[name]

    def __contains__(self, name: object) -> bool:
        return name in self._closed

    def __iter__(self) -> Iterator[str]:
        return iter(self._closed)

    def __len__(self) -> int:
        return len(self._closed)


def open_book(
    packs: Iterable[Pack], plugins: Plugins, verbs: Callable[[], Verbs]
) -> tuple[Book, tuple[Trouble, ...]]:
    """What ``read_packs`` gives, from what was kept of the very packs.

    ``verbs`` gives those that rules may use; it is called only where files are read.
    """
    return bind([_open(pack, plugins, verbs) for pack in packs])


def _open(pack: Pack, plugins: Plugins, verbs: Callable[[], Verbs]) -> Contents:
    folder = Folder(BOOKS)
    name = f"{mark(of_newslint(), of_plugins(plugins), of_packs([pack]))}.book"
    kept = folder.take(name)
    if isinstance(kept, Kept):
        return Contents(Closed(kept.rules, lambda: read_pack(pack, verbs())), kept.heads, kept.presets)
    contents = read_pack(pack, verbs())
    if not contents.troubles and _keep(contents, folder, name):
        folder.thin(MOST)
    return contents


def _keep(contents: Contents, folder: Folder, name: str) -> bool:
    try:
        rules = {name: pickle.dumps(rule, pickle.HIGHEST_PROTOCOL) for name, rule in contents.rules.items()}
    except UNPICKLABLE:
        return False
    return folder.put(name, Kept(contents.heads, rules, contents.presets))
