"""What is on the page: a draft's text, its blocks, and where each character stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from newslint.model.span import Span

Role = Literal[
    "slug",
    "headline",
    "deck",
    "byline",
    "dateline",
    "lede",
    "body",
    "crosshead",
    "quote",
    "caption",
    "list",
    "table",
    "note",
    "meta",
]
ROLES: tuple[Role, ...] = get_args(Role)
LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A position in the decoded source: line and column from 1, offset from 0, all in code points.

    A BOM is not counted, CRLF counts as two characters and one line end.
    """

    line: int
    column: int
    offset: int


class Piece(NamedTuple):
    """A run of draft text and the run of source it was read from.

    Where both are equally long they go character for character: the same ones, or one white-space character
    for another (a lone CR for a line break). Otherwise the source spells the text another way (``&amp;`` for
    ``&``, CRLF for a line break) and the piece maps as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or the like; ``span`` in code points of the draft's text."""

    index: int
    role: Role
    span: Span


class Remark(NamedTuple):
    """A comment to newslint in the source (``newslint: ignore[…] why``), never part of the text.

    ``source`` is its span in the source; ``at`` the offset in the draft's text before which it stands.
    """

    source: Span
    at: int
    text: str


@dataclass(frozen=True)
class Draft:
    """A draft as read. Made only by ``readers.base.Builder``, which checks every piece against the source.

    ``text`` holds the prose only, blocks separated by a blank line; a line break inside a block is one
    ``\\n``. ``source`` is the decoded file, as it stands. ``front`` is the front matter, keys lowered, values
    as text. All spans handed out by newslint are offsets into ``text`` until ``locate`` maps them to the
    source.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    front: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    format: str = "plain"
    encoding: str = "utf-8"

    def cut(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def block_at(self, position: int) -> Block | None:
        """The block that holds this position of the text (its end included), or None between blocks."""
        i = bisect_right(self._block_starts, position) - 1
        if i < 0:
            return None
        block = self.blocks[i]
        return block if position <= block.span.end else None

    def role_at(self, position: int) -> Role | None:
        """The role of the block that holds this position, or None between blocks."""
        block = self.block_at(position)
        return None if block is None else block.role

    def source_span(self, span: tuple[int, int]) -> Span:
        """The stretch of source that spells ``span``; markup between its ends is included."""
        start, end = span
        if not self.pieces:
            return Span(0, 0)
        if end <= start:
            at = self._source_start(start)
            return Span(at, at)
        source_start = self._source_start(start)
        return Span(source_start, max(source_start, self._source_end(end)))

    def locate(self, span: tuple[int, int]) -> tuple[Place, Place]:
        """Where ``span`` begins and ends in the source."""
        source = self.source_span(span)
        return self.place(source.start), self.place(source.end)

    def place(self, offset: int) -> Place:
        """Line and column of an offset in the source."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1, offset)

    def _source_start(self, position: int) -> int:
        i = bisect_right(self._piece_starts, position) - 1
        if i < 0:
            return self.pieces[0].source_start
        piece = self.pieces[i]
        if position > piece.end:  # in the white space between blocks
            return self.pieces[i + 1].source_start if i + 1 < len(self.pieces) else piece.source_end
        if position == piece.end:  # the end of a block: pieces of the same block leave no gap in the text
            return piece.source_end
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return piece.source_start + position - piece.start
        return piece.source_start

    def _source_end(self, position: int) -> int:
        i = bisect_right(self._piece_starts, position - 1) - 1
        if i < 0:
            return self.pieces[0].source_start
        piece = self.pieces[i]
        if position >= piece.end:
            return piece.source_end
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return piece.source_start + position - piece.start
        return piece.source_end

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in LINE_END.finditer(self.source))]
