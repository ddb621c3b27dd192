"""What every reader is, and the builder that makes drafts and cannot lie about places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from newslint.model import Draft, Role


class Reader(Protocol):
    """Reads one format. ``suffixes`` with the dot, in lower case; the first reader that claims one wins."""

    format: str
    suffixes: tuple[str, ...]

    def read(self, path: str, data: bytes) -> Draft:
        """The draft that ``data`` spells. Raises Trouble, naming ``path`` and the remedy, where it cannot."""


class Builder:
    """Collects blocks piece by piece; every piece is checked against the source when it is added."""

    def __init__(self, path: str, source: str, *, format: str, encoding: str) -> None:
        raise NotImplementedError

    def open(self, role: Role) -> None:
        """Begin a block."""
        raise NotImplementedError

    def add(self, start: int, end: int) -> None:
        """Append source[start:end], character for character, to the open block."""
        raise NotImplementedError

    def add_as(self, start: int, end: int, text: str) -> None:
        """Append ``text``, spelt another way in source[start:end]: an escape, an entity, a line break, white space."""
        raise NotImplementedError

    def close(self) -> None:
        """End the open block; a block without prose is dropped."""
        raise NotImplementedError

    def remark(self, start: int, end: int, text: str) -> None:
        """Note a comment to newslint that stands in source[start:end]."""
        raise NotImplementedError

    def draft(self, front: Mapping[str, str] | None = None) -> Draft:
        raise NotImplementedError
