"""Files written whole or not at all: whoever reads one never sees half of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

_number = count()  # of the files that this process is writing


class Changed(OSError):
    """A file no longer holds what it held when it was read."""


def write_whole(path: str | Path, data: bytes, *, over: bytes | None = None, private: bool = False) -> None:
    """Put ``data`` in the place of a file, on the terms of ``written_whole``."""
    with written_whole(path, over=over, private=private) as file:
        file.write(data)


@contextmanager
def written_whole(
    path: str | Path, *, over: bytes | None = None, private: bool = False
) -> Iterator[BinaryIO]:
    """What is written takes the place of a file, which keeps its permissions, or makes it; where it is
    ``private``, for nobody but its owner.

    It is written beside the file first, and leaves nothing behind where that fails. Raises OSError; Changed
    where the file was to hold ``over`` and does not (looked at last of all, just before it is replaced).
    """
    new = os.path.join(os.path.dirname(path), f".newslint-{os.getpid()}-{next(_number)}")
    try:
        with open(new, "xb", opener=_private if private else None) as file:
            if os.path.exists(path):
                os.chmod(new, stat.S_IMODE(os.stat(path).st_mode))
            yield file
        if over is not None:
            with open(path, "rb") as there:
                if there.read() != over:
                    raise Changed(f"{path} changed since it was read")
        os.replace(new, path)
    except BaseException:  # Ctrl-C too leaves nothing behind
        with suppress(OSError):
            os.unlink(new)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
