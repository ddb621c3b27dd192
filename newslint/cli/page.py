"""What the command line writes on: two streams, their colours and widths, and readers that leave early."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import Literal, TextIO

from newslint.model import Trouble
from newslint.reporters.base import Page
from newslint.reporters.terminal import one_line, painter

Colour = Literal["auto", "always", "never"]
WIDTH = 100  # where the page is no terminal


def page(colour: Colour = "auto", *, fold: bool = True) -> Page:
    """What standard output can show. ``NO_COLOR`` and ``FORCE_COLOR`` count where ``colour`` is ``auto``."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDTH, 0)).columns if terminal else WIDTH
    return Page(shows_colour(sys.stdout, colour), width, fold)


def shows_colour(stream: TextIO, colour: Colour) -> bool:
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Write to standard output. A reader that has gone (`| head`) is no failure: the verdict stands."""
    _write(sys.stdout, text)


def complain(trouble: Trouble, colour: Colour = "auto") -> None:
    """``path:line:column: error: message`` and the remedy below it, on standard error."""
    paint = painter(shows_colour(sys.stderr, colour))
    where = ":".join(str(part) for part in (trouble.path, trouble.line, trouble.column) if part is not None)
    _write(
        sys.stderr,
        f"{one_line(where or 'newslint')}: {paint('error:', 'error')} {one_line(trouble.message)}\n",
    )
    if trouble.remedy:
        remedy = one_line(trouble.remedy)
        _write(sys.stderr, f"  {remedy[:1].upper()}{remedy[1:].rstrip('.')}.\n")


def told(troubles: Iterable[Trouble]) -> int:
    """Complain of each. The exit code: 2 where there were any, else 0."""
    code = 0
    for trouble in troubles:
        complain(trouble)
        code = 2
    return code


def hang_up() -> None:
    """Flush what is written; Python would complain at exit of a reader that has gone."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "")


def _write(stream: TextIO, text: str) -> None:
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:  # a terminal of another age: marks and names it cannot show are spelt out
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
