"""The text of a draft as an editor counts in it: lines, and columns in the units that were negotiated.

A line ends at CRLF, CR or LF and nowhere else, as the protocol has it; a line separator or form feed that
came with copy from a word processor ends none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from lsprotocol import types

from newslint.model import Place
from newslint.model.draft import LINE_END
from newslint.reporters.lsp import UNITS


class OutOfRange(ValueError):
    """A place that the text does not have: editor and server no longer see the same text."""


class Text:
    """A text, and its places. ``encoding`` is utf-8, utf-16 or utf-32: what columns count."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text, self.encoding = text, encoding
        self._units: Callable[[str], int] = UNITS[encoding]

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin."""
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    def offset(self, position: types.Position) -> int:
        """The offset, in code points, of a place; a column past the end of its line means that end.

        Raises OutOfRange for a line that is not there.
        """
        if position.line >= len(self._starts):
            raise OutOfRange(f"line {position.line + 1} of {len(self._starts)}")
        start = self._starts[position.line]
        line = self.line(position.line)
        if self.encoding == "utf-32" or line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for number, letter in enumerate(line):
            units += self._units(letter)
            if units > position.character:  # the place is before this letter, or within it
                return start + number
        return start + len(line)

    def position(self, offset: int) -> types.Position:
        """The place of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self.text[self._starts[line] : offset]))

    def line(self, number: int) -> str:
        """A line, without its end."""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : end].rstrip("\r\n")

    def range(self, start: int, end: int) -> types.Range:
        return types.Range(self.position(start), self.position(end))

    def stretch(self, start: Place, end: Place) -> types.Range:
        return self.range(start.offset, end.offset)

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent]) -> Text:
        """The text after the changes, each made in what the one before it left. Raises OutOfRange."""
        text = self
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = text.offset(change.range.start), text.offset(change.range.end)
                if start > end:
                    raise OutOfRange(f"it ends before it begins, on line {change.range.start.line + 1}")
                new = f"{text.text[:start]}{change.text}{text.text[end:]}"
            else:
                new = change.text
            text = Text(new, self.encoding)
        return text
