"""How far a long run is, for somebody who watches: never in a pipe, in CI or under pre-commit."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 2.0  # seconds before anything is shown
OFTEN = 0.2  # seconds between two looks
NOBODY = ("CI", "PRE_COMMIT")  # set where a program looks on


class Progress:
    """Told of each draft that is done; shows a line that is written over, and wiped at the end."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = self._shown = clock()
        self._done = 0
        self._watched = bool(
            sys.stderr and sys.stderr.isatty() and not any(os.environ.get(name) for name in NOBODY)
        )
        self._written = False

    def __call__(self) -> None:
        self._done += 1
        now = self._clock()
        if self._watched and now - self._began > PATIENCE and now - self._shown > OFTEN:
            self._shown = now
            self._write(f"\r{self._done:,} drafts read …")
            self._written = True

    def wipe(self) -> None:
        """Take the line away, so that the report begins on a clean one."""
        if self._written:
            self._write("\r\x1b[K")
            self._written = False

    def _write(self, text: str) -> None:
        with suppress(OSError, UnicodeError):  # nobody has to see it
            sys.stderr.write(text)
            sys.stderr.flush()
