"""A stretch of text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open stretch ``[start, end)`` in code points of one text (a draft's unless said otherwise)."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether a position, or the whole of another span, lies inside this one."""
        if isinstance(other, int):
            return self.start <= other < self.end
        if isinstance(other, tuple):
            start, end = other
            return bool(self.start <= start and end <= self.end)
        return False

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one character (an empty span overlaps nothing)."""
        return max(self.start, other[0]) < min(self.end, other[1])

    def cut(self, text: str) -> str:
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)
