"""Which drafts tell the same story: those whose front matter says so, those that the config says it of, and
those of a run that was told so.

Members that were not named are found and read too, so that the list of files a hook is given cannot change
what is found.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.config import Effective
from newslint.config.chain import Pattern
from newslint.files import find_drafts, read_file
from newslint.model import Draft, Trouble
from newslint.proofs import STORY, Copy
from newslint.rulebook.book import shown_as

Read = Callable[[Copy], Draft]
Holds = Callable[[str | Path], Effective]


class Sets(NamedTuple):
    """The drafts that tell one story, two at least, each set once; and what could not be read in looking for
    them."""

    copies: tuple[tuple[Copy, ...], ...]
    notes: tuple[str, ...]


def one_spelling(story: str) -> str:
    return " ".join(story.split()).casefold()


class Finder:
    """Finds the sets that drafts belong to.

    Args:
        suffixes: what the readers read, with the dot.
        holds: what the config says of a path.
        read: reads a draft. May raise Trouble.
    """

    def __init__(self, suffixes: Iterable[str], holds: Holds, read: Read) -> None:
        self._suffixes, self._holds, self._read = tuple(suffixes), holds, read
        self._walked: dict[tuple[Path, bool], tuple[str, ...]] = {}
        self._stories: dict[str, str] = {}
        self._notes: list[str] = []

    def sets(self, named: Iterable[tuple[Copy, str]], *, one_story: bool = False) -> Sets:
        """The sets that drafts belong to, each named with the story it says it tells ("" for none); with
        ``one_story`` they are one set themselves."""
        drafts = [(copy, one_spelling(story)) for copy, story in named]
        known = {os.path.realpath(copy.path): copy for copy, _ in drafts}
        self._stories |= {os.path.realpath(copy.path): story for copy, story in drafts}
        found: dict[frozenset[str], tuple[Copy, ...]] = {}
        asked = [dict.fromkeys(known)] if one_story else []
        for members in (*asked, *self._said(drafts)):
            if len(members) > 1:
                copies = (known.get(path) or Copy(shown_as(Path(path))) for path in members)
                found.setdefault(frozenset(members), tuple(copies))
        return Sets(tuple(found.values()), tuple(dict.fromkeys(self._notes)))

    def _said(self, drafts: Iterable[tuple[Copy, str]]) -> Iterator[dict[str, None]]:
        """The members of each set that a config or front matter speaks of, by real path."""
        done: set[tuple[Path, str | int]] = set()
        for copy, story in drafts:
            place = Path(os.path.abspath(copy.path))
            effective = self._holds(copy.path)
            for file in effective.files:
                for number, entry in enumerate(file.shape.stories):
                    patterns = [Pattern(file.folder, glob) for glob in entry.glob]
                    key = (file.folder / file.path, number)
                    if key in done or not any(pattern.matches(place) for pattern in patterns):
                        continue
                    done.add(key)
                    around = (*self._drafts(file.folder, below=True), str(place))
                    meant = (path for path in around if any(each.matches(Path(path)) for each in patterns))
                    yield dict.fromkeys(os.path.realpath(path) for path in meant)
            if story:
                home = effective.home or place.parent
                if (home, story) not in done:
                    done.add((home, story))
                    around = (*self._drafts(home, below=effective.home is not None), *self._stories)
                    paths = dict.fromkeys(os.path.realpath(path) for path in around)
                    yield {path: None for path in paths if self._tells(path) == story}

    def _drafts(self, folder: Path, *, below: bool) -> tuple[str, ...]:
        """The drafts in a folder, and where a config stands in it, those below."""
        if (folder, below) not in self._walked:
            paths = [str(folder)]
            if not below:
                paths = [
                    entry.path
                    for entry in os.scandir(folder)
                    if entry.is_file() and entry.name.lower().endswith(self._suffixes)
                ]
            self._walked[folder, below] = find_drafts(paths, self._suffixes, self._holds).drafts
        return self._walked[folder, below]

    def _tells(self, path: str) -> str:
        """The story that the front matter of the draft at a real path names."""
        if path not in self._stories:
            try:
                data = read_file(path)
                says = STORY.encode() in data.lower() or b"\0" in data  # a NUL: some other encoding
                front = self._read(Copy(path, data)).front if says else {}
                self._stories[path] = one_spelling(front.get(STORY, ""))
            except Trouble as trouble:
                self._stories[path] = ""
                draft = shown_as(Path(path))
                self._notes.append(f"nobody knows which story {draft} tells: {trouble.message}")
        return self._stories[path]
