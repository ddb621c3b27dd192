"""Lines of a source, with their places."""

from __future__ import annotations

from typing import NamedTuple

from newslint.model.draft import LINE_END


class Line(NamedTuple):
    """One line of a source: source[start:end] is ``text``, without its line end; ``next`` is where the next begins."""

    text: str
    start: int
    end: int
    next: int


def split_lines(source: str, start: int = 0) -> list[Line]:
    """The lines of source[start:]. Only LF, CRLF and a lone CR end a line, as ``Draft.place`` counts them."""
    lines = []
    for found in LINE_END.finditer(source, start):
        lines.append(Line(source[start : found.start()], start, found.start(), found.end()))
        start = found.end()
    if start < len(source):
        lines.append(Line(source[start:], start, len(source), len(source)))
    return lines
