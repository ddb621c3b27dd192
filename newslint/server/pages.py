"""The drafts that are open in an editor, as it has them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import to_fs_path

from newslint.proofs import Copy
from newslint.run import encoded
from newslint.server.office import Checked
from newslint.server.text import Text

SUFFIXES = {"markdown": ".md", "plaintext": ".txt"}  # of what an editor has not saved yet


@dataclass(eq=False)
class Page:
    """A draft that is open.

    ``edition`` counts what came to change what is found in it: its edits, and those of configs and rules;
    ``checked`` is what was found in the edition ``checked_edition``. ``lost`` says why editor and server no
    longer see the same text, "" where they do. ``waiting`` is the reading that is due.
    """

    uri: str
    path: str
    text: Text
    version: int | None
    edition: int = 0
    lost: str = ""
    checked: Checked | None = None
    checked_edition: int = -1
    waiting: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def copy(self) -> Copy:
        """The draft as readers take it. Raises Trouble where it holds half a character."""
        return Copy(self.path, encoded(self.text.text))

    def turn(self) -> None:
        """What was found no longer holds."""
        self.edition += 1


def path_of(uri: str, language: str) -> str:
    """Where a draft lies; for one that was never saved, a name with the suffix of its language."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if path:
        return path
    name = uri.rpartition(":")[2].lstrip("/") or "untitled"
    return name if Path(name).suffix else f"{name}{SUFFIXES.get(language, '.txt')}"
