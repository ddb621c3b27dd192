"""Lines of a source, with their places."""

from __future__ import annotations

from typing import NamedTuple

from newslint.model.draft import LINE_END


class Line(NamedTuple):
    """One line: source[start:end] is ``text``, without its line end; ``next`` is where the next begins."""

    text: str
    start: int
    end: int
    next: int


def split_lines(source: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of source[start:end]; LF, CRLF and a lone CR end one, as for ``Draft.place``."""
    end = len(source) if end is None else end
    lines = []
    for found in LINE_END.finditer(source, start, end):
        lines.append(Line(source[start : found.start()], start, found.start(), found.end()))
        start = found.end()
    if start < end:
        lines.append(Line(source[start:end], start, end, end))
    return lines
