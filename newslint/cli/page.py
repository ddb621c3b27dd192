"""What the command line writes on: two streams, their colours and widths, and readers that leave early."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO

from newslint.files import LARGEST, refuse_too_large
from newslint.model import Trouble
from newslint.reporters.base import Page
from newslint.reporters.terminal import one_line, painter
from newslint.whole import written_whole

Colour = Literal["auto", "always", "never"]
WIDTH = 100  # where the page is no terminal


def page(colour: Colour = "auto", *, file: bool = False) -> Page:
    """What standard output can show, or a ``file``, which has colour only where that is asked for.

    ``NO_COLOR`` and ``FORCE_COLOR`` count where ``colour`` is ``auto``.
    """
    if file:
        return Page(colour == "always", WIDTH)
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return Page(shows_colour(sys.stdout, colour), columns() if terminal else WIDTH)


def columns() -> int:
    """How wide the terminal is; WIDTH where nobody knows."""
    from shutil import get_terminal_size  # brings every kind of archive with it

    return get_terminal_size((WIDTH, 0)).columns


def shows_colour(stream: TextIO | None, colour: Colour) -> bool:
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Write to standard output. A reader that has gone (`| head`) is no failure: the verdict stands.

    Raises Trouble where it cannot be written for another reason: it is closed, the disk is full.
    """
    try:
        _write(sys.stdout, text)
    except OSError as error:
        raise _unwritable(error) from error


def write_bytes(data: bytes) -> None:
    """Write to standard output as it is, on the same terms."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            silence(sys.stdout)
    except OSError as error:
        raise _unwritable(error) from error


def say(text: str) -> None:
    """Write to standard error; where that cannot be written nobody can be told, and the exit code stands."""
    with suppress(OSError):
        _write(sys.stderr, text)


@contextmanager
def report_file(path: str) -> Iterator[Callable[[str], None]]:
    """What writes a report to a file, whole or not at all: whoever waits for it never sees half of it.

    A link is followed, a file keeps its permissions, and what is no file (``/dev/null``, a named pipe) is
    written to, not replaced. Both raise Trouble where it cannot be written.
    """
    device = os.path.exists(path) and not os.path.isfile(path)
    with _reported(path), open(path, "wb") if device else written_whole(os.path.realpath(path)) as file:

        def put(text: str) -> None:
            with _reported(path):
                file.write(text.encode("utf-8", "backslashreplace"))

        yield put


@contextmanager
def _reported(path: str) -> Iterator[None]:
    """Raise what goes wrong with a report's file as Trouble."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Trouble(
            f"the report cannot be written: {reason}", path=path, remedy="Make its folder, or name another"
        ) from error


def write_file(path: str, text: str) -> None:
    """Put ``text`` in a file, on the terms of ``report_file``."""
    with report_file(path) as put:
        put(text)


def read_stdin() -> bytes:
    """What standard input holds. Raises Trouble where it is closed, or holds too much for a draft."""
    if sys.stdin is None:
        raise Trouble("standard input is closed", remedy="Name a file, or feed the draft to “-”")
    data = sys.stdin.buffer.read(LARGEST + 1)
    refuse_too_large("standard input", len(data))
    return data


def complain(trouble: Trouble, colour: Colour = "auto") -> None:
    """``path:line:column: error: message`` and the remedy below it, on standard error."""
    paint = painter(shows_colour(sys.stderr, colour))
    where = ":".join(str(part) for part in (trouble.path, trouble.line, trouble.column) if part is not None)
    told = f"{one_line(where or 'newslint')}: {paint('error:', 'error')} {one_line(trouble.message)}\n"
    if trouble.remedy:
        remedy = one_line(trouble.remedy)
        told += f"  {remedy[:1].upper()}{remedy[1:].rstrip('.')}.\n"
    say(told)


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
        if stream is not None:
            with suppress(OSError):
                _write(stream, "")


def silence(stream: TextIO | None) -> None:
    """Let what is still held back for a stream that cannot be written go nowhere."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unwritable(error: OSError) -> Trouble:
    """What stood in the way of standard output, which is given up."""
    silence(sys.stdout)
    reason = (error.strerror or str(error)).lower()
    return Trouble(f"standard output cannot be written: {reason}", remedy="Open it, or make room for it")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        raise OSError(errno.EBADF, "it is closed")
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:  # a terminal of another age: marks and names it cannot show are spelt out
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        silence(stream)
