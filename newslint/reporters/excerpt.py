"""The lines of a draft that a finding stands in, with carets under its exact characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from newslint.model import Place
from newslint.reporters.terminal import cells, clean

LINE_BREAK = re.compile(r"[\r\n]")
MOST_LINES = 4  # of a span over more lines, the first ones and the last are shown
LEAD = 24  # columns of context kept before the flagged words where a line is too long to show whole
NEAR = 12  # characters in which a cut looks for the edge of a word
CUT = "…"


class Row(NamedTuple):
    """One line of source as shown: ``number`` is None where lines are left out; ``marks``: the carets."""

    number: int | None
    text: str
    marks: str


def excerpt(source: str, start: Place, end: Place, width: int) -> list[Row]:
    """The rows that show ``start`` to ``end`` of ``source``, none of them wider than ``width`` columns."""
    rows: list[Row] = []
    line, at = start.line, start.offset - (start.column - 1)
    while True:
        stop = _line_end(source, at)
        flagged = max(at, start.offset), min(stop, end.offset)
        if flagged[0] < flagged[1] or start.offset == end.offset or line == start.line == end.line:
            rows.append(_row(source, line, (at, stop), flagged, width))
        if line >= end.line or stop >= len(source):
            break
        line, at = line + 1, stop + (2 if source.startswith("\r\n", stop) else 1)
    if len(rows) > MOST_LINES:
        rows[MOST_LINES - 2 : -1] = [Row(None, CUT, "")]
    return rows


def _line_end(source: str, at: int) -> int:
    found = LINE_BREAK.search(source, at)
    return found.start() if found else len(source)


def _row(source: str, number: int, line: tuple[int, int], flagged: tuple[int, int], width: int) -> Row:
    # Only a window of the line is cut out and measured: a draft may be one line of five million characters.
    begin, end = flagged
    before = source[max(line[0], begin - 2 * width) : begin]
    words = source[begin : min(end, begin + 2 * width)]
    tail = source[max(begin, end - 2 * width) : end]
    after = source[end : min(line[1], end + 2 * width)]
    if end - begin > 2 * width or cells(clean(words)) > width - 4:
        half = (width - 6) // 2
        marked = f"{_fit(clean(words), half)}{CUT}{_fit_end(clean(tail), half)}"
    else:
        marked = clean(words)
    room = width - max(cells(marked), 1)
    left, right = clean(before), clean(after)
    if line[0] < begin - 2 * width or cells(left) + cells(right) > room:
        keep = (
            max(room - cells(right), min(LEAD, room // 2))
            if line[1] <= end + 2 * width
            else min(LEAD, room // 2)
        )
        if line[0] < begin - 2 * width or cells(left) > keep:
            left = CUT + _fit_end(left, keep - 1)
    room -= cells(left)
    if line[1] > end + 2 * width or cells(right) > room:
        right = _fit(right, room - 1) + CUT
    return Row(number, f"{left}{marked}{right}".rstrip(), " " * cells(left) + "^" * max(cells(marked), 1))


def _fit(text: str, width: int) -> str:
    """As much of the beginning of ``text`` as ``width`` columns hold, cut between words where it can be."""
    reach = list(accumulate(cells(char) for char in text))
    fitting = text[: bisect_left(reach, max(width, 0) + 1)]
    space = fitting.rfind(" ")
    return fitting[: space + 1] if len(fitting) < len(text) and space >= len(fitting) - NEAR else fitting


def _fit_end(text: str, width: int) -> str:
    """As much of the end of ``text`` as ``width`` columns hold, cut between words where it can be."""
    reach = list(accumulate(cells(char) for char in reversed(text)))
    fitting = text[len(text) - bisect_left(reach, max(width, 0) + 1) :]
    space = fitting.find(" ")
    return fitting[space:] if len(fitting) < len(text) and 0 <= space < NEAR else fitting
