"""Stretches of text, to be asked many times what lies in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Stretches:
    """Spans (half-open, one inside another or not), sorted once; each question costs a bisection."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the furthest end so far: stretches may lie inside one another
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def hold(self, span: tuple[int, int]) -> bool:
        """Whether ``span`` lies inside, from end to end."""
        i = bisect_right(self._starts, span[0]) - 1
        return i >= 0 and span[1] <= self._ends[i]

    def meet(self, span: tuple[int, int]) -> bool:
        """Whether ``span`` and a stretch share a character, or an empty span stands inside one."""
        i = bisect_left(self._starts, span[1]) - 1
        return i >= 0 and span[0] < self._ends[i]
