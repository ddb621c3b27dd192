"""Files written whole or not at all: whoever reads one never sees half of it."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path


def write_whole(path: str | Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, which keeps its permissions, or make it.

    It is written beside the file first, and leaves nothing behind where that fails. Raises OSError.
    """
    new = os.path.join(os.path.dirname(path), f".newslint-{os.getpid()}")
    try:
        with open(new, "xb") as file:
            if os.path.exists(path):
                os.chmod(new, stat.S_IMODE(os.stat(path).st_mode))
            file.write(data)
        os.replace(new, path)
    except BaseException:  # Ctrl-C too leaves nothing behind
        with suppress(OSError):
            os.unlink(new)
        raise
