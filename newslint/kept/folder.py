"""The folder that things are kept in between runs, and how they get there.

Drafts are confidential: the folder is the user's own (``NEWSLINT_CACHE_DIR``, else the system's place for
caches), open to its owner alone, and never the repository of drafts, whose files are not to be trusted.
Nothing that somebody else owns, or could have written, is ever opened: what is kept is pickled. Where
nothing can be kept, or what stands there is broken, the work is done anew and no run fails for it.
"""

from __future__ import annotations

import os
import pickle
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from newslint.whole import write_whole

# What pickle raises for a value of a plugin’s that is of no module’s class.
UNPICKLABLE = (pickle.PicklingError, AttributeError, TypeError)
OTHERS = stat.S_IRWXG | stat.S_IRWXO
UNUSED = 30 * 24 * 3600  # seconds after which what nobody asked for goes
SWEPT = "swept"  # its time is when the folder was last looked through
EVERY = 24 * 3600  # seconds between two such looks


def home() -> Path:
    """The folder of all that is kept, whether or not it is there."""
    if named := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False)


BOOKS, RESULTS, ABOUTS, READINGS = KINDS = ("books", "results", "abouts", "readings")  # the folders in it


def let_go() -> int:
    """Remove all that is kept, and nothing that newslint did not put there. The number of files. Raises
    OSError."""
    gone = 0
    for kind in KINDS:
        folder = home() / kind
        if folder.is_dir():
            for entry in list(os.scandir(folder)):
                if entry.is_file(follow_symlinks=False):
                    os.unlink(entry.path)
                    gone += 1
            folder.rmdir()
    return gone


class Folder:
    """One kind of thing kept, a file each, by name."""

    def __init__(self, name: str) -> None:
        self.path = home() / name
        self._place = f"{self.path}{os.sep}"

    def take(self, name: str) -> Any:
        """What was put there under that name; None where nothing is, or nothing that can be relied on."""
        place = self._place + name
        try:
            with open(place, "rb") as file:
                if not _own(os.fstat(file.fileno())):
                    return None
                thing = pickle.load(file)
            os.utime(place)
        except Exception:  # whatever half a file, or one of another make, brings about
            return None
        return thing

    def put(self, name: str, thing: Any) -> bool:
        """Keep a thing; whether that could be done."""
        try:
            data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        except UNPICKLABLE:
            return False
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            status = os.stat(self.path)
            if not _mine(status):
                return False
            if stat.S_IMODE(status.st_mode) & OTHERS:
                os.chmod(self.path, 0o700)
            write_whole(self._place + name, data, private=True)
        except OSError:  # a full disk, or one that is not to be written on
            return False
        return True

    def thin(self, most: int) -> None:
        """Let go of all but the ``most`` things that were asked for last."""
        with suppress(OSError):
            files = sorted(self._files(), key=lambda entry: entry.stat().st_mtime, reverse=True)
            for old in files[most:]:
                os.unlink(old.path)

    def sweep(self, now: float) -> None:
        """Let go of what nobody asked for in a month; looks once a day. ``now`` in seconds, as files have
        it."""
        with suppress(OSError):
            mark = self._place + SWEPT
            if os.path.exists(mark) and now - os.stat(mark).st_mtime < EVERY:
                return
            for entry in self._files():
                if now - entry.stat().st_mtime > UNUSED:
                    os.unlink(entry.path)
            write_whole(mark, b"", private=True)

    def _files(self) -> list[os.DirEntry[str]]:
        with os.scandir(self.path) as entries:
            return [entry for entry in entries if not entry.name.startswith(".") and entry.name != SWEPT]


def _mine(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def _own(status: os.stat_result) -> bool:
    """Whether a file is the user's own, and nobody else could have written it."""
    return _mine(status) and (os.name == "nt" or not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
