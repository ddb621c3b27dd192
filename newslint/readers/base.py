"""What every reader is, and the builder that makes drafts and cannot lie about places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from newslint.late import late
from newslint.model import Block, Draft, Piece, Remark, Role, Span, Trouble

BETWEEN_BLOCKS = "\n\n"
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
ENTITY = late(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]*);")
ESCAPE = late(r"\\(?:([!-/:-@\[-`{-~])|\r\n|\r|\n)")
TAG_BREAK = late(r"<br\s*/?>", re.I)


class Reader(Protocol):
    """Reads one format. ``suffixes`` with the dot, in lower case; the first reader that claims one wins."""

    format: str
    suffixes: tuple[str, ...]

    def read(self, path: str, data: bytes) -> Draft:
        """The draft that ``data`` spells. Raises Trouble, naming ``path`` and the remedy, where it cannot."""


class Part(NamedTuple):
    """Text of a block, and the source[start:end] that spells it."""

    text: str
    start: int
    end: int


class Builder:
    """Collects blocks piece by piece; every piece is checked against the source when it is added.

    Pieces come in the order of the source. Whatever breaks these terms raises ValueError: it is a mistake of
    the reader's, and a draft that lies about its places must not come to be.
    """

    def __init__(self, path: str, source: str, *, format: str, encoding: str) -> None:  # noqa: A002 (Draft.format)
        self._path, self._source, self._format, self._encoding = path, source, format, encoding
        self._texts: list[str] = []
        self._length = 0
        self._reached = 0
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._remarks: list[Remark] = []
        self._role: Role | None = None
        self._parts: list[Part] = []
        self._parts_length = 0
        self._remarks_inside: list[Remark] = []

    def open(self, role: Role) -> None:
        """Begin a block."""
        if self._role is not None:
            raise ValueError(f"a {self._role} block is still open")
        self._role = role

    def add(self, start: int, end: int) -> None:
        """Append source[start:end], character for character, to the open block."""
        text = self._take(start, end)
        if "\r" in text:
            raise ValueError(f"a carriage return in source[{start}:{end}]: add it as a line break")
        self._append(text, start, end)

    def add_as(self, start: int, end: int, text: str) -> None:
        """Append ``text``, spelt another way in source[start:end]: an escape, entity, line break, space."""
        raw = self._take(start, end)
        if not respells(raw, text):
            raise ValueError(f"source[{start}:{end}] {raw!r} does not spell {text!r}")
        self._append(text, start, end)

    def close(self) -> None:
        """End the open block; a block without prose is dropped, white space at its ends is not part of it."""
        if self._role is None:
            raise ValueError("no block is open")
        text = "".join(part.text for part in self._parts)
        bare = text.strip()
        lead = len(text) - len(text.lstrip())
        if BLANK_LINE.search(bare):
            raise ValueError("a blank line inside a block")
        start = self._next_start
        if bare:
            self._keep(bare, lead, start)
        for remark in self._remarks_inside:
            inside = min(max(remark.at - lead, 0), len(bare)) if bare else 0
            self._remarks.append(Remark(remark.source, start + inside, remark.text))
        self._role, self._parts, self._parts_length, self._remarks_inside = None, [], 0, []

    def remark(self, start: int, end: int, text: str) -> None:
        """Note a comment to newslint that stands in source[start:end]."""
        if not 0 <= start <= end <= len(self._source):
            raise ValueError(f"source[{start}:{end}] lies outside the source")
        if self._role is None:
            self._remarks.append(Remark(Span(start, end), self._next_start, text))
        else:
            self._remarks_inside.append(Remark(Span(start, end), self._parts_length, text))

    def draft(self, front: Mapping[str, str] | None = None) -> Draft:
        """The draft as collected. Raises Trouble where it holds no prose."""
        if self._role is not None:
            raise ValueError(f"a {self._role} block is still open")
        if not self._blocks:
            raise Trouble(
                "nothing to read: the draft has no prose",
                path=self._path,
                remedy="Write the story into it, or leave the file out (exclude)",
            )
        text = BETWEEN_BLOCKS.join(self._texts)
        return Draft(
            path=self._path,
            source=self._source,
            text=text,
            blocks=tuple(self._blocks),
            pieces=tuple(self._pieces),
            front=dict(front or {}),
            remarks=tuple(Remark(r.source, min(r.at, len(text)), r.text) for r in self._remarks),
            format=self._format,
            encoding=self._encoding,
        )

    @property
    def _next_start(self) -> int:
        """Where in the draft's text the next block begins."""
        return self._length + len(BETWEEN_BLOCKS) if self._blocks else 0

    def _take(self, start: int, end: int) -> str:
        if self._role is None:
            raise ValueError("no block is open")
        if not self._reached <= start <= end <= len(self._source):
            raise ValueError(f"source[{start}:{end}] lies outside the source, or before what was read")
        self._reached = end
        return self._source[start:end]

    def _append(self, text: str, start: int, end: int) -> None:
        if text:
            self._parts.append(Part(text, start, end))
            self._parts_length += len(text)

    def _keep(self, bare: str, lead: int, start: int) -> None:
        """File the open block's prose at ``start`` of the text, ``lead`` white-space characters cut off."""
        assert self._role is not None
        self._blocks.append(Block(len(self._blocks), self._role, Span(start, start + len(bare))))
        self._texts.append(bare)
        self._length = start + len(bare)
        at = -lead
        runs_on = False  # whether the last piece may be lengthened
        for part in self._parts:
            low, high = max(at, 0), min(at + len(part.text), len(bare))
            if low < high:
                exact = part.text == self._source[part.start : part.end]
                piece = Piece(start + low, start + high, part.start, part.end)
                if len(part.text) == part.end - part.start:
                    piece = piece._replace(
                        source_start=part.start + low - at, source_end=part.start + high - at
                    )
                if runs_on and exact and self._pieces[-1].source_end == piece.source_start:
                    first = self._pieces.pop()
                    piece = piece._replace(start=first.start, source_start=first.source_start)
                self._pieces.append(piece)
                runs_on = exact
            at += len(part.text)


def respells(raw: str, text: str) -> bool:
    """Whether ``raw``, in a source, is a way to spell ``text``: line ends, white space, entities, escapes."""
    if raw == text:
        return "\r" not in raw
    if raw.isspace():
        return text == " " or (text == "\n" and ("\n" in raw or "\r" in raw))
    if TAG_BREAK.fullmatch(raw):
        return text == "\n"
    if escape := ESCAPE.fullmatch(raw):
        return text == (escape[1] or "\n")
    if entity := ENTITY.fullmatch(raw):
        return text in _entity_spellings(raw, entity)
    return raw == "''" and text == "'"  # YAML, in single quotes


def _entity_spellings(raw: str, entity: re.Match[str]) -> set[str]:
    """What an entity may stand for: readers differ on numbers that HTML maps elsewhere or does not allow."""
    from html import unescape  # its tables are large, and plain text needs none

    spelt = {unescape(raw)}
    number = int(entity[1]) if entity[1] else int(entity[2], 16) if entity[2] else None
    if number is not None:
        spelt.add(chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd")
        spelt.add("\ufffd")
    if any(one.isspace() for one in spelt):
        spelt.add(" ")
    return {one for one in spelt if one and one != raw and "\r" not in one}
